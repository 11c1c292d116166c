import { defineConfig } from "prisma/config";

// `generate` needs no database; `migrate deploy` does, and reads the same DATABASE_URL as the bot.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
