import { beforeEach, expect, it } from "vitest";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

describeOnEachDatabase("mainstay audit", (database) => {
  const { run } = mainstayIn(database, "Asia/Taipei");
  let acme = 0;
  let beta = 0;
  const note = (at: string, given: { actor?: string; customerId?: number; details?: object } = {}) =>
    createStore(database()).audit.note({
      ...{ at: new Date(at), action: "customer.snoozed", actor: given.actor ?? "U1" },
      ...{ customerId: given.customerId ?? acme, details: { ...given.details } },
    });
  const ids = async (...args: string[]) => {
    const { json, err, code } = await run("audit", "--json", ...args);
    expect(code, err).toBe(0);
    return json.events.map(({ at }: { at: string }) => at);
  };

  beforeEach(async () => {
    const rows = fileRows(database());
    acme = await rows.customer("Acme", { search_keys: ["acme"], search_text: "acme" });
    beta = await rows.customer("北京科技");
    await rows.member("U1", "anna@example.com", "UTC");
  });

  it("says that nothing is noted yet, and otherwise who did what in words, the newest first", async () => {
    expect((await run("audit")).out).toContain("Nothing is noted yet");
    await note("2026-11-20T08:00:00Z", { details: { until: "2026-12-01", reopenedBy: null } });
    await note("2026-11-21T08:00:00Z", { actor: "command line", customerId: beta });
    const lines = (await run("audit")).out.trim().split("\n");
    expect(lines).toEqual([
      "2026-11-21T08:00:00.000Z  command line: snoozed the customer [北京科技]",
      "2026-11-20T08:00:00.000Z  U1 (U1): snoozed the customer (until 2026-12-01) [Acme]",
    ]);
    expect((await run("audit", "--limit", "1")).out).toContain("1 more before these");
    expect((await run("audit", "--limit", "1", "--json")).json).toMatchObject({
      total: 2,
      events: [{ actorName: null }],
    });
  });

  it("narrows by customer, also of those joined into them, by who did it and by the team's day", async () => {
    await note("2026-11-20T08:00:00Z");
    await note("2026-11-20T15:59:59Z", { customerId: beta });
    await note("2026-11-20T16:00:00Z", { customerId: beta, actor: "import 1" });
    expect(await ids("--of", "Acme")).toEqual(["2026-11-20T08:00:00.000Z"]);
    expect(await ids("--by", "anna@example.com")).toHaveLength(2);
    expect(await ids("--by", "Import 1")).toHaveLength(1);
    // 16:00 in UTC is midnight in Taipei.
    expect(await ids("--since", "2026-11-21")).toEqual(["2026-11-20T16:00:00.000Z"]);
    expect((await run("audit", "--since", "2026-12-01")).out).toContain("Nothing is noted that fits");
    await database().pool.query("UPDATE customers SET joined_into = $1 WHERE id = $2", [acme, beta]);
    expect(await ids("--of", "Acme")).toHaveLength(3);
  });

  it("refuses whom it does not know, and a day that is none", async () => {
    expect(await run("audit", "--by", "ana@example.com")).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nearest"),
    });
    expect(await run("audit", "--of", "Nobody Inc")).toMatchObject({ code: 1 });
    expect((await run("audit", "--since", "yesterday")).code).toBe(2);
  });

  it("shows an action that it has no words for, a removed customer and cuts what is long", async () => {
    const { pool } = database();
    await pool.query(
      `INSERT INTO audit_events (at, actor, action, customer_id, details) VALUES
        ('2026-11-20T08:00:00Z', 'U9', 'rocket.launched', 987654, $1)`,
      [JSON.stringify({ before: "x".repeat(300) })],
    );
    const { out } = await run("audit");
    expect(out).toContain("something this version has no words for: rocket.launched");
    expect(out).toContain("[customer 987654, removed since]");
    expect(out).toMatch(/x…\)/);
    expect((await run("audit", "--json")).json.events[0].details.before).toHaveLength(300);
  });
});
