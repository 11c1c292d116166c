import { expect, it } from "vitest";
import { addSource } from "../../src/flows/imports/add-source.ts";
import { listFailing } from "../../src/flows/imports/list-failing.ts";
import { listSources } from "../../src/flows/imports/list-sources.ts";
import { pullSource } from "../../src/flows/imports/pull-source.ts";
import { MAPPING } from "../../src/sources/mapping/mapping.ts";
import { SourceError, type SourcePage } from "../../src/sources/pull/source-definition.ts";
import type { PullableSource } from "../../src/sources/pull/systems.ts";
import { sqlSource } from "../../src/sources/sql/sql-source.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-11-29T10:00:00Z");
const { kinds } = MAPPING.parse({
  source: "desk",
  kinds: [
    { rows: "customers", facts: { external_id: "id", name: "name", currency: { value: "EUR" } } },
    {
      rows: "tickets",
      facts: {
        external_id: "id",
        customer: "org",
        subject: "subject",
        opened_at: "opened",
        solved_at: "solved",
      },
    },
    {
      rows: "activities",
      lines_of: "id",
      facts: {
        external_id: "id",
        customer: "org",
        kind: { value: "order" },
        at: "at",
        amount: "amount",
        currency: { value: "EUR" },
      },
    },
  ],
});

type Pages = Record<string, (cursor: string | null) => SourcePage>;

/** A help desk whose lists answer so; the names of its streams are those of their rows. */
function desk(pages: Pages): PullableSource {
  return {
    ...{ name: "desk", title: "Desk", secrets: ["DESK_KEY"], scopes: ["read"], settings: sqlSource.settings },
    streams: kinds.map((kind) => ({
      name: kind.rows,
      kinds: [kind],
      page: async (_, cursor) => pages[kind.rows]?.(cursor) ?? page([], { cursor: cursor ?? "0" }),
    })),
  };
}

const page = (records: readonly object[], more: Partial<SourcePage> = {}): SourcePage => ({
  ...{ records, deleted: [], cursor: "1", more: false, ...more },
});
const ticket = (id: string, more: object = {}) => ({
  ...{ id, org: "C1", subject: `No. ${id}`, opened: "2026-11-20T10:00:00Z", solved: null, ...more },
});
const CUSTOMERS = () =>
  page([
    { id: "C1", name: "晨光有限公司" },
    { id: "C2", name: "Ångström & Söhne" },
  ]);

describeOnEachDatabase("a system that is pulled from", (database) => {
  const deps = (pages: Pages, now = NOW) => ({
    ...createStore(database()),
    systems: { definitions: { desk: desk(pages) }, secret: () => "SECRET", fetch: async () => null },
    ...{ timeZone: "UTC", clock: () => now },
  });
  const add = (name = "desk") => addSource(deps({}), { name, kind: "desk", settings: { file: "x" } });
  let pulls = 0;
  async function pull(pages: Pages, now = NOW, more: object = {}) {
    // A pull is told from another by when it began.
    pulls += 1;
    const at = new Date(now.getTime() + pulls);
    const pulled = await pullSource(deps(pages, at), { name: "desk", ...more });
    if (pulled.kind !== "pulled") throw new Error(JSON.stringify(pulled));
    return pulled.streams;
  }
  const rows = async (sql: string) =>
    (await database().pool.query(sql)).rows.map((row) => Object.values(row).join(" "));

  it("writes a page and then keeps its place; a later pull asks from there", async () => {
    await add();
    const asked: (string | null)[] = [];
    const tickets = (cursor: string | null) => {
      asked.push(cursor);
      if (cursor === null) return page([ticket("1"), ticket("2")], { cursor: "a", more: true });
      return cursor === "a"
        ? page([ticket("3")], { cursor: "b" })
        : page([ticket("2", { solved: "2026-11-28" })], { cursor: "c" });
    };
    expect(await pull({ customers: CUSTOMERS, tickets })).toMatchObject([
      { stream: "customers", added: 2, isWhole: true },
      { stream: "tickets", added: 3, changed: 0, imports: [2] },
      { stream: "activities", added: 0, imports: [] },
    ]);
    expect((await pull({ customers: CUSTOMERS, tickets }))[1]).toMatchObject({ added: 0, changed: 1 });
    expect(asked).toEqual([null, "a", "b"]);
    expect(
      await rows(
        "SELECT preset, source, read, accepted, updated, status FROM imports WHERE preset LIKE '%tickets' ORDER BY id",
      ),
    ).toEqual(["desk: tickets desk 3 3 0 done", "desk: tickets desk 1 0 1 done"]);
    const [listed] = await listSources(deps({}));
    expect(listed).toMatchObject({ title: "Desk", pullingSince: null });
    expect(listed?.streams.find(({ stream }) => stream === "tickets")).toMatchObject({
      ...{ cursor: "c", changed: 1, pulledAt: expect.any(Date), newestAt: new Date("2026-11-20T10:00:00Z") },
    });
  });

  it("takes a record that it tells again, on the same page or a later one, for the same one", async () => {
    await add();
    const order = (amount: number) => ({ id: "A", org: "C1", at: "2026-11-01", amount: String(amount) });
    const other = { ...order(1), id: "B" };
    const activities = (cursor: string | null) =>
      cursor === null
        ? page([order(5), other, order(6)], { cursor: "a", more: true })
        : page([other, order(7)], { cursor: "b" });
    expect((await pull({ customers: CUSTOMERS, activities }))[2]).toMatchObject({
      added: 2,
      changed: 1,
      unchanged: 2,
    });
    expect(await rows("SELECT external_id, amount_minor FROM activities ORDER BY 1")).toEqual([
      "A 700",
      "B 100",
    ]);
  });

  it("follows what was deleted there, but not on days of closed books, and deletes no customer", async () => {
    await add();
    const order = (id: string, at: string) => ({ id, org: "C1", at, amount: "5" });
    await pull({
      customers: CUSTOMERS,
      tickets: () => page([ticket("1"), ticket("2", { opened: "2026-03-01" })]),
      activities: () => page([order("A", "2026-11-01"), order("A", "2026-11-01"), order("B", "2026-03-01")]),
    });
    expect(await rows("SELECT external_id FROM activities ORDER BY 1")).toEqual(["A", "A-2", "B"]);
    await database().pool.query(
      "INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ('2026-03-31', 'U1', '2026-04-02')",
    );
    const gone =
      (...deleted: string[]) =>
      () =>
        page([], { deleted, cursor: "2" });
    expect(
      await pull({ customers: gone("C2"), tickets: gone("1", "2", "unknown"), activities: gone("A", "B") }),
    ).toMatchObject([
      { customers: 1, deleted: 0 },
      { customers: 0, deleted: 1, closed: 1 },
      { deleted: 2, closed: 1 },
    ]);
    expect(await rows("SELECT external_id FROM customers ORDER BY 1")).toEqual(["C1", "C2"]);
    expect(await rows("SELECT external_id FROM tickets")).toEqual(["2"]);
    expect(await rows("SELECT external_id FROM activities")).toEqual(["B"]);
    expect(await rows("SELECT day::text, rows FROM source_days")).toEqual(["2026-03-01 1"]);
    expect(
      await rows(
        "SELECT actor, details ->> 'of' FROM audit_events WHERE action = 'records.deleted' ORDER BY id",
      ),
    ).toEqual(["source desk tickets", "source desk activities"]);
  });

  it("goes past a list that it may not read, and stops where the key is refused; what fails is told since when", async () => {
    await add();
    const failing = (reason: SourceError["reason"]) => () => {
      throw new SourceError(reason, "desk.example/tickets: 4xx");
    };
    const forbidden = { customers: CUSTOMERS, tickets: failing("forbidden"), activities: () => page([]) };
    expect((await pull(forbidden)).map(({ failure }) => failure?.code ?? null)).toEqual([
      null,
      "source.failed.forbidden",
      null,
    ]);
    const later = new Date("2026-11-29T11:30:00Z");
    expect(await pull({ customers: failing("unauthorised") }, later)).toHaveLength(1);
    const then = new Date(later.getTime() + 1_000);
    expect(await listFailing(deps({}, then))).toMatchObject([
      { source: "desk", failure: { code: "source.failed.unauthorised" }, minutes: 0 },
      { source: "desk", failure: { code: "source.failed.forbidden" }, minutes: 90 },
    ]);
    await pull({ customers: CUSTOMERS, tickets: () => page([ticket("1")]) }, later);
    expect(await listFailing(deps({}, later))).toEqual([]);
  });

  it("writes nothing of a page in another shape, and keeps its place", async () => {
    await add();
    const renamed = Array.from({ length: 20 }, (_, id) => ({
      id,
      org: "C1",
      title: "x",
      opened: "2026-11-20",
    }));
    const streams = await pull({ customers: CUSTOMERS, tickets: () => page(renamed) });
    expect(streams[1]).toMatchObject({ failure: { code: "source.failed.changed-shape" }, imports: [] });
    expect(
      await rows("SELECT cursor FROM source_cursors WHERE stream = 'tickets' AND cursor IS NOT NULL"),
    ).toEqual([]);
    const again = () => page([ticket("1")], { cursor: "0", more: true });
    const round = await pull({
      customers: CUSTOMERS,
      tickets: (cursor) => (cursor === null ? again() : again()),
    });
    expect(round[1]).toMatchObject({ failure: { code: "source.failed.changed-shape" } });
  });

  it("ends in time, before what wants the rest, and goes on with the next pull", async () => {
    await add();
    const tickets = (cursor: string | null) =>
      page([ticket(cursor ?? "0")], { cursor: `${Number(cursor) + 1}`, more: cursor !== "1" });
    const first = await pull({ customers: CUSTOMERS, tickets }, NOW, { mostMs: 0 });
    expect(first.map(({ stream, isWhole }) => [stream, isWhole])).toEqual([
      ["customers", true],
      ["tickets", false],
    ]);
    expect((await pull({ customers: CUSTOMERS, tickets }))[1]).toMatchObject({ added: 1, isWhole: true });
  });

  it("is pulled by one at a time; another system of the same kind has a name and secrets of its own", async () => {
    await add();
    let during: object = {};
    const own = deps({
      customers: () => CUSTOMERS(),
      tickets: () => page([ticket("1")]),
    });
    const sources = {
      ...own.sources,
      keepPage: async (...args: Parameters<typeof own.sources.keepPage>) => {
        during = await pullSource(own, { name: "desk" });
        return own.sources.keepPage(...args);
      },
    };
    expect(await pullSource({ ...own, sources }, { name: "desk" })).toMatchObject({ kind: "pulled" });
    expect(during).toEqual({ kind: "busy", since: NOW, until: new Date("2026-11-29T10:15:00Z") });
    expect(await add()).toEqual({ kind: "there-already" });
    expect(await add("desk-asia")).toMatchObject({ secrets: [{ name: "DESK_ASIA_DESK_KEY", isSet: true }] });
    expect(await pullSource(own, { name: "nobody" })).toEqual({ kind: "unknown" });
  });
});
