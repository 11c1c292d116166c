import { expect, it } from "vitest";
import { workUntilStopped } from "../../src/flows/asking/work-until-stopped.ts";
import { queryStop } from "../../src/store/asking/query-stop.ts";
import { text } from "../../src/store/database/column-kinds.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { unlistedStatement } from "../../src/store/database/statement.ts";
import { StoppedError } from "../../src/store/database/stoppable.ts";
import { inTransaction } from "../../src/store/database/transaction.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase, ownDatabases } from "../support/databases.ts";

const NAMES = unlistedStatement({
  name: "stopped: names",
  sql: "SELECT name FROM customers ORDER BY name",
  row: { name: text },
});
/** Far longer than a test may take. */
const ASLEEP = unlistedStatement({
  name: "stopped: asleep",
  sql: "SELECT 'awake' AS name FROM pg_sleep(600)",
  row: { name: text },
});
const RENAME = unlistedStatement({ name: "stopped: rename", sql: "UPDATE customers SET name = 'Renamed'" });

describeOnEachDatabase("work that somebody stops", (database) => {
  it("begins no further query, and changes nothing for others", async () => {
    await addCustomer(database(), { name: "Acme" });
    const controller = new AbortController();
    const seen: string[] = [];
    const work = async () => {
      seen.push(...(await NAMES.all(database().pool)).map(({ name }) => name));
      controller.abort();
      await RENAME.run(database().pool);
    };
    expect(await workUntilStopped({ queryStop }, { signal: controller.signal, work })).toBe("stopped");
    expect(seen).toEqual(["Acme"]);
    expect(await NAMES.all(database().pool)).toEqual([{ name: "Acme" }]);
  });

  it("undoes a transaction in which it comes", async () => {
    await addCustomer(database(), { name: "Acme" });
    const controller = new AbortController();
    const done = queryStop.until(controller.signal, () =>
      inTransaction(database(), async (client) => {
        await RENAME.run(client);
        controller.abort();
        await NAMES.all(client);
      }),
    );
    await expect(done).rejects.toThrow(StoppedError);
    expect(await NAMES.all(database().pool)).toEqual([{ name: "Acme" }]);
  });

  it("passes on what fails, whether it was stopped or not, and gives what is done", async () => {
    const { signal } = new AbortController();
    const fails = () => Promise.reject(new Error("no disk"));
    await expect(workUntilStopped({ queryStop }, { signal, work: fails })).rejects.toThrow("no disk");
    const stopped = AbortSignal.abort();
    await expect(workUntilStopped({ queryStop }, { signal: stopped, work: fails })).rejects.toThrow(
      "no disk",
    );
    const work = async () => void (await NAMES.all(database().pool));
    expect(await workUntilStopped({ queryStop }, { signal, work })).toBe("done");
  });
});

const { native } = ownDatabases();
it.each(native === null ? [] : [native])(
  "ends the query that runs on a server, that one alone, and leaves every connection fit for use",
  async (url) => {
    const database = await openDatabase({ kind: "server", url });
    const asleep = async () => {
      const { rows } = await database.pool.query(
        "SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()",
      );
      return rows.length;
    };
    const [controller, other] = [new AbortController(), new AbortController()];
    const sleep = (signal: AbortSignal) => queryStop.until(signal, () => ASLEEP.all(database.pool));
    const ended = sleep(controller.signal);
    let goesOn = true;
    const others = sleep(other.signal).finally(() => {
      goesOn = false;
    });
    others.catch(() => undefined);
    try {
      await expect.poll(asleep, { interval: 20, timeout: 20_000 }).toBe(2);
      controller.abort();
      await expect(ended).rejects.toThrow(StoppedError);
      expect([await asleep(), goesOn]).toEqual([1, true]);
    } finally {
      other.abort();
      await expect(others).rejects.toThrow(StoppedError);
    }
    expect(await asleep()).toBe(0);
    const asked = Array.from({ length: 20 }, () => database.pool.query("SELECT 1 AS one"));
    expect((await Promise.all(asked)).flatMap(({ rows }) => rows)).toEqual(asked.map(() => ({ one: 1 })));
    await database.close();
  },
);
