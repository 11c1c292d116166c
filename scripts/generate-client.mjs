// Generates the Prisma client after an install. `prisma generate` never runs the native schema engine, but
// downloads it unless it is told where one is; naming any existing file keeps the install on the npm registry.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const result = spawnSync(process.execPath, [prisma, "generate"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
if (result.status !== 0) process.stdout.write(result.stdout ?? "");
process.exit(result.status ?? 1);
