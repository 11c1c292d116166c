import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database/database.ts";
import { inTransaction } from "../../src/store/database/transaction.ts";
import { describeOnOneDatabase } from "../support/databases.ts";

describeOnOneDatabase("a connection that breaks", (given) => {
  it("between two queries of a transaction fails that transaction and nothing else", async () => {
    const url = String(given().pool.options.connectionString);
    const database = await openDatabase({ kind: "server", url });
    const broken = inTransaction(database, async (client) => {
      const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
      const closed = new Promise<void>((resolve) => client.once("end", resolve));
      await given().pool.query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
      // Its error has been raised by then, with nobody waiting for an answer.
      await closed;
      await client.query("SELECT 1");
    });
    await expect(broken).rejects.toThrow();
    expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await database.close();
  });
});
