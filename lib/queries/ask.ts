import type { Sql } from "@prisma/client/runtime/client";
import type { PrismaClient } from "@/lib/db/reader";
import type { SqlRow, SqlValue, Writer } from "@/lib/db/writer";

/** Puts one question in portable SQL to a database; counts may come as bigint. */
export type Ask = (question: Sql) => Promise<SqlRow[]>;

/** Asks through the pages' reader. */
export function askReader(reader: PrismaClient): Ask {
  return (question) => reader.$queryRaw<SqlRow[]>(question);
}

/** Asks through the connection that writes, which costs less where rows come by the million. */
export function askWriter(writer: Writer): Ask {
  return (question) => writer.all(question.sql, question.values as SqlValue[]);
}
