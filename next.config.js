import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  // Every header of an answer is set in cli/front, before Next sees the request.
  poweredByHeader: false,
  devIndicators: false,
  // Checked on its own (npm run typecheck), so that nobody waits for it at a start.
  typescript: { ignoreBuildErrors: true },
  // Drivers with binaries, and clients that load parts of themselves by name.
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-libsql",
    "@prisma/adapter-pg",
    "libsql",
    "pg",
    "pg-copy-streams",
  ],
};

export default createNextIntlPlugin("./app/i18n/request.ts")(config);
