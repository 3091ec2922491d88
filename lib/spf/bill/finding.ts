/**
 * What a rule found. `from` and `to` are UTF-16 offsets in the root record's text; for trouble deeper in the tree, of
 * the root's term that leads there. `where` is the path of domains below the root, [] for the record itself.
 */
export interface Finding {
  rule: string;
  severity: "error" | "warning" | "info";
  from: number;
  to: number;
  where: string[];
  values: Record<string, string | number>;
}
