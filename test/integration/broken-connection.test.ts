import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database/database.ts";
import { inTransaction } from "../../src/store/database/transaction.ts";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { describeOnOneDatabase, ownDatabases } from "../support/databases.ts";
import { startStallingProxy } from "../support/stalling-proxy.ts";

const { native } = ownDatabases();

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

  // The embedded database is in the same process: nothing lies between that could cut it off.
  if (native !== null)
    it("and says nothing of it does not hold up what Slack delivers next", async () => {
      const proxy = await startStallingProxy(native);
      const database = await openDatabase({ kind: "server", url: proxy.url });
      const requests = handledRequestStore(database);
      const keep = (id: string) => requests.keep(id, { text: "acme" }, new Date("2026-12-09T14:00:00Z"));
      expect(await keep("before")).toBe(true);
      proxy.stall();
      await expect(keep("cut off")).rejects.toThrow("timeout");
      proxy.goOn();
      expect(await keep("after")).toBe(true);
      await database.close();
      await proxy.close();
    });
});
