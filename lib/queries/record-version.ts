/** A text of a domain's record that was kept: a draft that someone saved, or what was seen published. */
export interface RecordVersion {
  id: number;
  domain: string;
  text: string;
  kind: "draft" | "published";
  note: string;
  /** The name of who saved it; null for what was seen. */
  by: string | null;
  /** Epoch ms. */
  time: number;
}
