// Prepares every SQL statement of the store against the migrated schema, without a server, and compares parameters and
// columns with what the code says they are.
import { findingsOf } from "./check-sql/findings.ts";
import { openMigratedSchema } from "./check-sql/schema.ts";
import { loadStatements } from "./check-sql/store-files.ts";
import { strayQueries } from "./check-sql/stray-queries.ts";

const startedAt = performance.now();
const statements = await loadStatements();
const schema = await openMigratedSchema();
const findings = [...strayQueries(), ...(await findingsOf(statements, schema))];
await schema.close();

for (const finding of findings) process.stderr.write(`${finding}\n`);
const found = findings.length === 0 ? "as the schema has them" : `${findings.length} findings`;
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
process.stdout.write(`${statements.length} SQL statements: ${found} (${seconds} s)\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
