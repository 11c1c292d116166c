// Says what the folder of packages is made of: for each package that package.json names, what it and what it alone brings takes
// on the disk, and who needs it. `node --import tsx scripts/install-size.ts`; the table of docs/install-size.md is its answer.
import { fileURLToPath } from "node:url";
import { installSizes } from "./packages/install-sizes.ts";

const sizes = installSizes(fileURLToPath(new URL("../", import.meta.url)));
const mb = (bytes: number) => (bytes / 1_048_576).toFixed(1).padStart(7);
for (const { name, bytes, isForProduction } of sizes.rows)
  process.stdout.write(`${mb(bytes)} MB  ${isForProduction ? "production " : "development"}  ${name}\n`);
const { production, development } = sizes;
process.stdout.write(`${mb(production)} MB for production, ${mb(development)} MB more for development\n`);
