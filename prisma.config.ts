import { defineConfig } from "prisma/config";
import { readConfig } from "./lib/config/config";

const { databaseUrl } = readConfig();
const isFile = databaseUrl.startsWith("file:");

// For whoever has Prisma's own engine: `npx prisma migrate status` and `npx prisma studio` on the configured database.
export default defineConfig({
  schema: isFile ? "prisma/schema.prisma" : "prisma/postgresql/schema.prisma",
  migrations: { path: `prisma/migrations/${isFile ? "sqlite" : "postgresql"}` },
  datasource: { url: databaseUrl },
});
