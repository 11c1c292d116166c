import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { addSource } from "../../src/flows/imports/add-source.ts";
import { forgetDeliveries } from "../../src/flows/imports/forget-deliveries.ts";
import { listFailing } from "../../src/flows/imports/list-failing.ts";
import { readSourceTraffic } from "../../src/flows/imports/read-source-traffic.ts";
import { settleDeliveries } from "../../src/flows/imports/settle-deliveries.ts";
import { takeDelivery } from "../../src/flows/imports/take-delivery.ts";
import { workDeliveries } from "../../src/flows/imports/work-deliveries.ts";
import { helpdeskSource } from "../../src/sources/helpdesk/helpdesk-source.ts";
import { SourceError, type SourcePage } from "../../src/sources/pull/source-definition.ts";
import { streamKinds } from "../../src/sources/pull/stream-kinds.ts";
import type { PullableSource } from "../../src/sources/pull/systems.ts";
import { stripeHook } from "../../src/sources/stripe/stripe-hook.ts";
import { createStore } from "../../src/store/store.ts";
import { hookRoute } from "../../src/web/hooks.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-11-29T10:00:00Z");
const SECRET = "secret-of-the-desk";

describeOnEachDatabase("what systems deliver by themselves", (database) => {
  let now = NOW;
  let pages: (cursor: string | null) => Promise<SourcePage>;
  /** A shop whose customers are pulled where a hook says so. */
  const shop: PullableSource = {
    ...{ name: "shop", title: "Shop", secrets: [], scopes: [], settings: helpdeskSource.settings },
    streams: [
      {
        name: "customers",
        kinds: streamKinds({ rows: "customers", facts: { external_id: "id", name: "name" } }),
        page: (_, cursor) => pages(cursor),
      },
    ],
    hook: stripeHook.tells === "changes" ? { ...stripeHook, visibleAfterMs: 1_000 } : stripeHook,
  };
  const deps = () => ({
    ...createStore(database()),
    systems: {
      definitions: { helpdesk: helpdeskSource, shop },
      secret: (name: string) => (name.startsWith("NOBODY") ? null : SECRET),
      fetch: async () => null,
    },
    ...{ timeZone: "UTC", clock: () => now },
  });
  async function begin(kind: "helpdesk" | "shop" = "helpdesk", name: string = kind) {
    now = NOW;
    pages = async () => ({ records: [], deleted: [], cursor: "1", more: false });
    await addSource(deps(), { name, kind, settings: {} });
  }
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const seconds = () => String(Math.floor(now.getTime() / 1_000));
  const hmac = (body: string) =>
    createHmac("sha256", SECRET).update(`${seconds()}.${body}`, "utf8").digest("hex");
  const signed = (body: string) => ({
    ...{ "x-signature": `sha256=${hmac(body)}`, "x-timestamp": seconds() },
    "stripe-signature": `t=${seconds()},v1=${hmac(body)}`,
  });
  /** As the route is called. @returns the status it answers with */
  async function deliver(given: unknown, source = "helpdesk", headers?: Record<string, string>) {
    const body = typeof given === "string" ? given : JSON.stringify(given);
    const route = hookRoute({ takeDelivery: (input) => takeDelivery(deps(), input) }, null);
    const request = { params: { source }, query: new URLSearchParams(), body: Buffer.from(body) };
    return (await route.handle({ ...request, headers: headers ?? signed(body) })).status;
  }
  const ticket = (id: number, more: object = {}) => ({
    ticket: {
      ...{ id, customer: "C1", subject: `No. ${id}`, severity: "high" },
      ...{ opened_at: "2026-11-28T09:00:00Z", updated_at: "2026-11-29T09:00:00Z", ...more },
    },
  });
  const work = () => workDeliveries(deps());
  const rows = async (sql: string) =>
    (await database().pool.query(sql)).rows.map((row) => Object.values(row).join(" "));
  const TICKETS = "SELECT external_id, subject, solved_at IS NOT NULL FROM tickets ORDER BY id";

  it("are kept at once, written afterwards, and done once however often they come", async () => {
    await begin();
    await fileRows(database()).customer("Acme 晨光", { source: "helpdesk", external_id: "C1" });
    expect(await deliver(ticket(1))).toBe(202);
    expect(await rows(TICKETS)).toEqual([]);
    later(1);
    expect(await deliver(ticket(1))).toBe(202);
    expect(await work()).toEqual({ done: 1, failed: 0, givenUp: 0 });
    expect(await deliver(ticket(1))).toBe(202);
    expect(await work()).toEqual({ done: 0, failed: 0, givenUp: 0 });
    expect(
      await rows(
        "SELECT t.external_id, t.severity, c.name FROM tickets t JOIN customers c ON c.id = t.customer_id",
      ),
    ).toEqual(["1 high Acme 晨光"]);
    expect((await readSourceTraffic(deps(), { name: "helpdesk" }))?.hook).toMatchObject({
      ...{ waiting: 0, done: 1, givenUp: 0, lastReceivedAt: new Date("2026-11-29T10:00:00Z") },
      secret: { name: "HELPDESK_HOOK_SECRET", isSet: true },
    });
  });

  it("are worked off though the process died in between, and by one worker alone", async () => {
    await begin();
    await deliver(ticket(1));
    const { hookDeliveries, sources } = deps();
    const until = new Date(now.getTime() + 15 * 60_000);
    expect(await hookDeliveries.claim("helpdesk", now, until, 10)).toHaveLength(1);
    expect(await work()).toMatchObject({ done: 0 });
    later(15);
    const held = new Date(now.getTime() + 60_000);
    expect(await sources.claim({ source: "helpdesk", since: now }, held)).toBe(true);
    expect(await work()).toMatchObject({ done: 0 });
    await sources.release({ source: "helpdesk", since: now });
    expect(await work()).toMatchObject({ done: 1 });
    expect(await rows(TICKETS)).toEqual(["1 No. 1 false"]);
  });

  it("never let an older version of a record overwrite a newer one, nor bring back what was deleted", async () => {
    await begin();
    const at = (minute: number) => ({ updated_at: `2026-11-29T09:0${minute}:00Z` });
    await deliver(ticket(1, { ...at(5), subject: "newest", solved_at: "2026-11-29T09:05:00Z" }));
    await work();
    await deliver(ticket(1, { ...at(2), subject: "older" }));
    await work();
    await deliver(ticket(2, { ...at(4), subject: "second" }));
    await deliver(ticket(2, { ...at(1), subject: "first" }));
    await work();
    await deliver(ticket(3, at(1)));
    await work();
    await deliver(ticket(3, { ...at(3), deleted: true }));
    await deliver(ticket(3, { ...at(2), subject: "late" }));
    await work();
    expect(await rows(TICKETS)).toEqual(["1 newest true", "2 second false"]);
  });

  it("are written a thousand at a time, in the order of arrival, as one import a day", async () => {
    await begin();
    const bodies = Array.from({ length: 1_000 }, (_, index) =>
      JSON.stringify(ticket(index + 1, { opened_at: index === 499 ? "long ago" : "2026-11-28" })),
    );
    await database().pool.query(
      `INSERT INTO hook_deliveries (source, delivery_id, received_at, headers, body, next_attempt_at)
       SELECT 'helpdesk', place, $1, '{}', convert_to(body, 'UTF8'), $1 FROM unnest($2::text[]) WITH ORDINALITY AS told (body, place)
       ORDER BY place`,
      [now, bodies],
    );
    expect(await work()).toEqual({ done: 1_000, failed: 0, givenUp: 0 });
    later(60);
    await deliver(ticket(1_001, { opened_at: "never" }));
    await work();
    // Fifty at a time, in whatever order within these.
    expect(
      await rows(
        "SELECT DISTINCT (external_id::int - 1) / 50 AS batch, (min(id) OVER w)::int - 1 FROM tickets WINDOW w AS (PARTITION BY (external_id::int - 1) / 50) ORDER BY 1",
      ),
    ).toEqual(Array.from({ length: 20 }, (_, batch) => `${batch} ${batch * 50 - (batch > 9 ? 1 : 0)}`));
    expect(await rows("SELECT preset, read, accepted, rejected FROM imports")).toEqual([
      "helpdesk: tickets 1001 999 2",
    ]);
    expect(await rows("SELECT line_number, reason FROM rejected_rows ORDER BY line_number")).toEqual([
      "501 bad_date",
      "1002 bad_date",
    ]);
  });

  it("are tried again with growing waits where they cannot be written, given up at last, and told", async () => {
    await begin();
    await deliver(ticket(1, { subject: "\u0000 no database takes this" }));
    await deliver(ticket(2));
    await deliver("{ no JSON");
    expect(await work()).toEqual({ done: 1, failed: 2, givenUp: 0 });
    expect(await rows(TICKETS)).toEqual(["2 No. 2 false"]);
    let minutes = 0;
    for (const wait of [1, 2, 4, 8, 16, 32, 64]) {
      later(wait - 0.01);
      expect(await work()).toMatchObject({ failed: 0, givenUp: 0 });
      later(0.01);
      minutes += wait;
      expect(await work()).toMatchObject(minutes < 127 ? { failed: 2 } : { givenUp: 2 });
    }
    const failing = await listFailing(deps());
    expect(failing).toMatchObject([
      {
        ...{ source: "helpdesk", givesNothing: false },
        failure: { code: "source.deliveries-lost", parameters: { deliveries: 2 } },
      },
    ]);
    expect(JSON.stringify(failing)).not.toContain("no database takes this");
    expect(await settleDeliveries(deps(), { name: "helpdesk", how: "retry" })).toBe(2);
    expect(await listFailing(deps())).toEqual([]);
    expect(await work()).toMatchObject({ failed: 2 });
    expect(await settleDeliveries(deps(), { name: "nobody", how: "drop" })).toBeNull();
  });

  it("give up on one that ends the process each time", async () => {
    await begin();
    await deliver(ticket(1));
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await deps().hookDeliveries.claim("helpdesk", now, new Date(now.getTime() + 60_000), 1);
      later(1);
    }
    await work();
    const failure = { parameters: { problem: { code: "source.delivery.stopped" } } };
    expect(await listFailing(deps())).toMatchObject([{ failure }]);
  });

  it("are counted alone where they are not believed, and nothing of them is kept", async () => {
    await begin();
    expect(await deliver(ticket(1), "helpdesk", {})).toBe(401);
    const headers = signed(JSON.stringify(ticket(1)));
    expect(await deliver(ticket(2), "helpdesk", headers)).toBe(401);
    expect(await deliver(ticket(2), "helpdesk", headers)).toBe(401);
    later(6);
    expect(await deliver(ticket(1), "helpdesk", headers)).toBe(401);
    expect(await deliver(ticket(1), "nowhere")).toBe(404);
    await addSource(deps(), { name: "nobody", kind: "helpdesk", settings: {} });
    expect(await deliver(ticket(1), "nobody")).toBe(401);
    const refused = async (name: string) =>
      (await deps().hookDeliveries.refused(name)).map(({ because, deliveries }) => [because, deliveries]);
    expect(await refused("helpdesk")).toEqual([
      ["wrong-time", 1],
      ["unsigned", 1],
      ["wrong-signature", 2],
    ]);
    expect([await refused(""), await refused("nobody")]).toEqual([
      [["unknown-source", 1]],
      [["no-secret", 1]],
    ]);
    expect(await deliver(ticket(1), "\u0000")).toBe(404);
    expect(await rows("SELECT count(*) FROM hook_deliveries")).toEqual(["0"]);
    await deps().sources.remove("nobody");
    expect(await refused("nobody")).toEqual([]);
  });

  it("let a list be pulled once for all of them, from where it was, and not before it was ever pulled", async () => {
    await begin("shop");
    const asked: (string | null)[] = [];
    pages = async (cursor) => {
      asked.push(cursor);
      const records = [{ id: "C1", name: `Name ${asked.length}` }];
      return { records, deleted: [], cursor: String(asked.length), more: false };
    };
    const event = (id: string) => ({ id, type: "customer.updated" });
    const send = (id: string) => deliver(event(id), "shop");
    await send("evt_1");
    expect(await work()).toMatchObject({ done: 0 });
    later(1);
    expect(await work()).toMatchObject({ done: 1 });
    expect(asked).toEqual([]);
    const { sources } = deps();
    const claim = { source: "shop", since: now };
    const until = new Date(now.getTime() + 60_000);
    await sources.claim(claim, until);
    const counts = { added: 0, changed: 0, unchanged: 0, rejected: 0, deleted: 0 };
    await sources.keepPage(
      claim,
      { stream: "customers", cursor: "0", newestAt: null, isLast: true, ...counts },
      now,
      until,
    );
    for (const id of ["evt_1", "evt_2", "evt_3"]) await send(id);
    expect(await send("evt_2")).toBe(202);
    later(0.1);
    expect(await work()).toEqual({ done: 0, failed: 0, givenUp: 0 });
    later(1);
    await sources.release(claim);
    expect(await work()).toEqual({ done: 2, failed: 0, givenUp: 0 });
    expect(asked).toEqual(["0"]);
    for (const id of ["evt_6", "evt_7"]) await send(id);
    later(0.3);
    expect(await work()).toMatchObject({ done: 0 });
    later(0.3);
    expect(await work()).toMatchObject({ done: 2 });
    expect(asked).toEqual(["0", "1"]);
    pages = async (cursor) => {
      later(2);
      return { records: [], deleted: [], cursor: `${cursor}+`, more: cursor?.length !== 3 };
    };
    await send("evt_4");
    later(1);
    // Two pages of the three take longer than it may: another source has its turn, then it goes on.
    expect(await work()).toMatchObject({ done: 0, failed: 0 });
    later(1);
    expect(await work()).toMatchObject({ done: 0, failed: 0 });
    later(1);
    expect(await work()).toMatchObject({ done: 1 });
    pages = async () => {
      throw new SourceError("unreachable", "shop.example: 503");
    };
    await send("evt_5");
    later(1);
    expect(await work()).toMatchObject({ failed: 1 });
    await database().pool.query("UPDATE hook_deliveries SET attempts = 7 WHERE state = 'waiting'");
    later(128);
    expect(await work()).toMatchObject({ givenUp: 1 });
    // Nothing is lost: that the list gives nothing is told, and it is pulled every hour.
    expect(await listFailing(deps())).toMatchObject([{ source: "shop", givesNothing: true }]);
    expect(await rows("SELECT name FROM customers")).toEqual(["Name 2"]);
  });

  it("are forgotten: what they hold after a week, that they came after a month", async () => {
    await begin();
    await deliver(ticket(1));
    await work();
    later(6 * 24 * 60);
    expect(await forgetDeliveries(deps())).toEqual({ contents: 0, deliveries: 0 });
    later(2 * 24 * 60);
    expect(await forgetDeliveries(deps())).toEqual({ contents: 1, deliveries: 0 });
    later(23 * 24 * 60);
    expect(await forgetDeliveries(deps())).toEqual({ contents: 0, deliveries: 1 });
  });
});
