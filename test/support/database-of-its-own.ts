import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";

/** A migrated database of its own beside the one at the address, on the same server. */
export type OwnDatabase = {
  readonly url: string;
  readonly database: Database;
  drop(): Promise<void>;
};

/** @param name of a database that nobody else uses: what is there under it goes */
export async function databaseOfItsOwn(server: string, name: string): Promise<OwnDatabase> {
  await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const database = await openDatabase({ kind: "server", url: address.href });
  await migrate(database);
  const drop = async () => {
    await database.close();
    await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { url: address.href, database, drop };
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const maintenance = await openDatabase({ kind: "server", url });
  for (const statement of statements) await maintenance.pool.query(statement);
  await maintenance.close();
}
