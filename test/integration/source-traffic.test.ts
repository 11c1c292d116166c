import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { emptyTables, ownDatabases } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

describe("what the command line says of deliveries and of writing back", () => {
  let database: Database;
  const mainstay = mainstayIn(() => database);
  beforeAll(async () => {
    const { embedded, native } = ownDatabases();
    database = await openDatabase({ kind: "server", url: native ?? embedded });
    await emptyTables(database);
  });
  afterAll(() => database.close());

  it("is where to deliver to, what came, what was refused, and what becomes of the rest", async () => {
    vi.stubEnv("PUBLIC_URL", "https://bot.example");
    vi.stubEnv("DESK_HELPDESK_HOOK_SECRET", "");
    const added = await mainstay.run("source", "add", "desk", "--kind", "helpdesk");
    expect(added.out).toContain("https://bot.example/hooks/desk");
    expect(added.out).toContain("Set DESK_HELPDESK_HOOK_SECRET in the environment");
    const { hookDeliveries } = createStore(database);
    const at = new Date("2026-11-29T10:00:00Z");
    const kept = { source: "desk", headers: {}, body: Buffer.from("{}"), receivedAt: at, dueAt: at };
    await hookDeliveries.add({ ...kept, deliveryId: "1" });
    await hookDeliveries.add({ ...kept, deliveryId: "2" });
    const [first] = await hookDeliveries.claim("desk", at, at, 1);
    await hookDeliveries.fail(first!, { code: "source.delivery.stopped", parameters: {} }, null, at);
    await hookDeliveries.refuse("desk", "wrong-signature", at);
    await hookDeliveries.refuse("desk", "wrong-signature", at);
    await hookDeliveries.refuse("", "unknown-source", at);
    const status = (await mainstay.run("source", "status", "desk")).out;
    expect(status).toContain("1 waiting, 0 done and 1 given up");
    expect(status).toContain("The signature does not fit");
    expect(status).toContain("2 were refused");
    expect(status).toContain("The bot stopped each time");
    expect((await mainstay.run("source", "list")).out).toContain(
      "1 delivery came for a source that is not here",
    );
    expect((await mainstay.run("source", "deliveries", "desk")).code).toBe(1);
    expect((await mainstay.run("source", "deliveries", "desk", "--again")).out).toContain(
      "1 delivery is tried",
    );
    expect((await mainstay.run("source", "deliveries", "desk", "--drop")).out).toContain(
      "No delivery was given",
    );
  });

  it("is which facts there are, and that a system has no such fields", async () => {
    vi.stubEnv("DESK_HELPDESK_HOOK_SECRET", "secret");
    const run = (...more: string[]) => mainstay.run("source", "write-back", "desk", ...more);
    expect((await run("on", "--fields", "risk=a")).err).toContain("score, band, reason, step, as_of");
    expect((await run()).err).toContain("Say on, off or --dry-run");
    expect((await run("--dry-run")).err).toContain("Say what is written where");
    expect((await run("on", "--fields", "score=a,band=b")).err).toContain(
      "Nothing can be written into Help desk",
    );
    expect((await run("off")).out).toContain("Nothing is written into desk any more");
    const status = (await mainstay.run("source", "status", "desk")).out;
    expect(status).toContain("Writing into it is off");
  });
});
