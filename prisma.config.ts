import type { PrismaConfig } from "prisma-cli/config";

// `generate` needs no database; `migrate deploy` does, and reads the same DATABASE_URL as the bot. Only a type is imported:
// `npx prisma` reads this file also where the package is not installed.
export default {
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
} satisfies PrismaConfig;
