import type { ReactNode } from "react";
import { ScrollArea } from "@/components/ui/scroll-area";

/** A column's name, and whether numbers stand in it. */
export interface ClientsColumn {
  name: string;
  isNumber?: boolean;
}

/** A table of clients with its columns, which may be wider than the page; `children` are its rows. */
export function ClientsTable(props: { caption: string; columns: ClientsColumn[]; children: ReactNode }) {
  const { caption, columns, children } = props;
  return (
    <ScrollArea label={caption}>
      <table className="table dense stacked">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" className={isNumber ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollArea>
  );
}
