import { ipHex } from "@/lib/net/network";
import type { Writer } from "./writer";

const BATCH = 20_000;

/** Fills in what an upgrade could not say in SQL: the addresses of clients as digits. Costs nothing once it is done. */
export async function fillClientHex(writer: Writer): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await writer.all(
      `SELECT "id", "ip" FROM "Client" WHERE "hex" = '' AND "id" > ? ORDER BY "id" LIMIT ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    const filled = rows.map(({ id, ip }) => [id!, ip!, ipHex(String(ip)) ?? ""]);
    await writer.transaction(() =>
      writer.bulk({
        table: "Client",
        columns: ["id", "ip", "hex"],
        rows: filled,
        key: ["id"],
        onConflict: "replace",
      }),
    );
    after = Number(rows.at(-1)!.id);
  }
}
