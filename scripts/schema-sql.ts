// Prints the SQL of the whole schema, the starting point of a new migration.
import { openDatabase } from "../src/store/database/database.ts";
import { schemaAsSql } from "../src/store/database/migrate.ts";

const database = await openDatabase({ kind: "memory" });
process.stdout.write(await schemaAsSql(database));
await database.close();
