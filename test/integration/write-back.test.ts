import { afterEach, expect, it } from "vitest";
import { phrase } from "../../src/domain/phrase.ts";
import { addSource } from "../../src/flows/imports/add-source.ts";
import { listFailing } from "../../src/flows/imports/list-failing.ts";
import { sendWriteBacks } from "../../src/flows/imports/send-write-backs.ts";
import { type SetWriteBackInput, setWriteBack } from "../../src/flows/imports/set-write-back.ts";
import { hubspotSource } from "../../src/sources/hubspot/hubspot-source.ts";
import { zendeskSource } from "../../src/sources/zendesk/zendesk-source.ts";
import { createStore } from "../../src/store/store.ts";
import { textOf } from "../../src/words/text.ts";
import { type HttpPeer, type PeerAnswer, type PeerRequest, startHttpPeer } from "../peers/http-peer.ts";
import { peerFetch } from "../peers/peer-fetch.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-11-29T10:00:00Z");
const FIELDS = { score: "m_score", band: "m_band", reason: "m_reason", step: "m_step", as_of: "m_day" };
const SOURCES = {
  hubspot: { currency: "EUR" },
  zendesk: { subdomain: "acme", email: "ada@acme.example" },
};

describeOnEachDatabase("writing the risk into other systems", (database) => {
  let now = NOW;
  let http: HttpPeer;
  let waits: number[] = [];
  /** What the CRM has: its fields, and what was written into them by company. */
  let crm: { fields: Record<string, string>; companies: Record<string, Record<string, unknown>> };
  afterEach(() => http.stop());

  async function begin(kind: keyof typeof SOURCES = "hubspot") {
    [now, waits] = [NOW, []];
    const type = kind === "hubspot" ? "string" : "text";
    const number = kind === "hubspot" ? "number" : "integer";
    const texts = Object.values(FIELDS).map((field) => [field, type]);
    crm = { fields: { ...Object.fromEntries(texts), m_score: number }, companies: { 7: {}, 8: {}, 9: {} } };
    http = await startHttpPeer((request) => (kind === "hubspot" ? hubspot : zendesk)(request));
    await addSource(deps(), { name: kind, kind, settings: SOURCES[kind] });
  }

  function hubspot({ url, method, body }: PeerRequest): PeerAnswer {
    if (url.pathname === "/crm/v3/properties/companies") {
      const results = Object.entries(crm.fields).map(([name, type]) => ({ name, type }));
      return { body: { results } };
    }
    if (method !== "POST" || url.pathname !== "/crm/v3/objects/companies/batch/update")
      return { status: 404, body: {} };
    const inputs: { id: string; properties: Record<string, string> }[] = JSON.parse(body).inputs;
    const there = inputs.filter(({ id }) => id in crm.companies);
    for (const { id, properties } of there) Object.assign(crm.companies[id]!, properties);
    const missing = inputs.filter(({ id }) => !(id in crm.companies)).map(({ id }) => id);
    const errors = missing.length > 0 ? [{ category: "OBJECT_NOT_FOUND", context: { ids: missing } }] : [];
    return { status: errors.length > 0 ? 207 : 200, body: { results: there, errors } };
  }

  function zendesk({ url, method, body }: PeerRequest): PeerAnswer {
    if (url.pathname === "/api/v2/organization_fields.json") {
      const fields = Object.entries(crm.fields).map(([key, type]) => ({ key, type, active: true }));
      return { body: { organization_fields: fields, next_page: null } };
    }
    const company = crm.companies[/\/organizations\/(\w+)\.json$/.exec(url.pathname)?.[1] ?? ""];
    if (method !== "PUT" || company === undefined) return { status: 404, body: {} };
    Object.assign(company, JSON.parse(body).organization.organization_fields);
    return { body: { organization: {} } };
  }

  const deps = () => ({
    ...createStore(database()),
    model: NO_MODEL,
    systems: {
      definitions: { hubspot: hubspotSource, zendesk: zendeskSource },
      secret: () => "secret",
      fetch: peerFetch(http.origin, waits),
    },
    ...{
      timeZone: "UTC",
      clock: () => now,
      teamText: (given: Parameters<typeof textOf>[0]) => textOf(given, "en"),
    },
  });
  const send = async () => (await sendWriteBacks(deps(), { mostMs: 60_000 }))[0];
  const set = (more: Partial<SetWriteBackInput> = {}) =>
    setWriteBack(deps(), { name: "hubspot", fields: FIELDS, turn: "on", ...more });
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };
  const writes = () => http.requests.filter(({ method }) => method === "POST" || method === "PUT").length;

  /** A customer each, of high, medium and no risk that can be told. */
  async function customers(source = "hubspot") {
    const rows = fileRows(database());
    const model = await rows.model();
    const add = async (external_id: string, name: string, probability: number | null) => {
      const id = await rows.customer(name, { source, external_id });
      await rows.score(id, NOW, probability, model);
      return id;
    };
    const high = await add("7", "Acme 晨光", 0.62);
    const medium = await add("8", "Bolt", 0.3);
    await add("9", "Silent", null);
    const other = await rows.customer("Elsewhere", { source: "csv", external_id: "7" });
    await rows.score(other, NOW, 0.9, model);
    const rescore = (id: number, probability: number | null) => rows.score(id, now, probability, model);
    return { high, medium, rescore };
  }

  it("writes whoever has a score, and then only whose band has changed", async () => {
    await begin();
    const { high, medium, rescore } = await customers();
    expect(await set()).toMatchObject({ kind: "on", due: 2, because: null });
    expect(await send()).toMatchObject({ written: 2, left: 0, because: null });
    expect(crm.companies).toEqual({
      7: {
        ...{ m_score: "62", m_band: "high", m_day: "2026-11-29", m_reason: expect.any(String) },
        m_step: expect.stringMatching(/^[A-Z]/),
      },
      8: expect.objectContaining({ m_score: "30", m_band: "medium" }),
      9: {},
    });
    expect(await send()).toMatchObject({ written: 0 });
    expect(await set({ turn: "try" })).toMatchObject({ due: 0, because: null });
    later(24);
    await rescore(high, 0.71);
    await rescore(medium, 0.2);
    expect(await send()).toMatchObject({ written: 1 });
    expect([crm.companies[7]?.m_score, crm.companies[8]?.m_band]).toEqual(["62", "low"]);
    later(24);
    await rescore(medium, null);
    expect(await send()).toMatchObject({ written: 0 });
    expect(writes()).toBe(2);
  });

  it("shows what would be written first, and writes nothing then", async () => {
    await begin();
    await customers();
    expect(await set({ turn: "try" })).toMatchObject({
      ...{ kind: "tried", due: 2 },
      first: [
        { name: "Acme 晨光", externalId: "7", values: { m_score: 62, m_band: "high" } },
        { name: "Bolt", values: { m_band: "medium" } },
      ],
    });
    expect(await sendWriteBacks(deps(), { mostMs: 1 })).toEqual([]);
    expect(writes()).toBe(0);
    expect(await set({ fields: null, turn: "try" })).toEqual({ kind: "no-fields" });
    expect(await set({ name: "nobody" })).toEqual({ kind: "unknown" });
  });

  it("says which fields to create, when it is turned on and when one goes later", async () => {
    await begin();
    await customers();
    delete crm.fields.m_step;
    delete crm.fields.m_band;
    const about = { system: "HubSpot", into: "company properties", fields: "m_band, m_step" };
    expect(await set()).toMatchObject({
      ...{ kind: "refused", problem: { code: "source.write-back.no-field", parameters: about } },
    });
    crm.fields = { ...crm.fields, m_step: "string", m_band: "number" };
    expect(await set()).toMatchObject({ problem: { code: "source.write-back.wrong-field" } });
    crm.fields.m_band = "string";
    expect(await set()).toMatchObject({ kind: "on" });
    delete crm.fields.m_reason;
    expect(await send()).toMatchObject({
      written: 0,
      left: 2,
      because: { parameters: { fields: "m_reason" } },
    });
    expect(await listFailing(deps())).toMatchObject([{ source: "hubspot", givesNothing: false }]);
    crm.fields.m_reason = "string";
    expect(await send()).toMatchObject({ written: 2 });
    expect(await listFailing(deps())).toEqual([]);
  });

  it("waits as long as it is told, and tries again in an hour what a failing system did not take", async () => {
    await begin();
    await customers();
    await set();
    http.failNext(
      { body: { results: Object.entries(crm.fields).map(([name, type]) => ({ name, type })) } },
      { status: 429, headers: { "retry-after": "7" }, body: {} },
    );
    expect(await send()).toMatchObject({ written: 2 });
    expect(waits).toEqual([7]);
    await database().pool.query("DELETE FROM write_backs");
    http.failNext(
      { body: { results: Object.entries(crm.fields).map(([name, type]) => ({ name, type })) } },
      ...Array.from({ length: 5 }, () => ({ status: 500, body: {} })),
    );
    expect(await send()).toMatchObject({
      ...{ written: 0, left: 2, because: { code: "source.failed.unreachable" } },
    });
    expect(await send()).toMatchObject({ written: 2, because: null });
  });

  it("writes again what was being written when the process died, and nobody twice at a time", async () => {
    await begin();
    await customers();
    await set();
    const { writeBacks } = deps();
    const due = await writeBacks.due("hubspot", now, new Date(0));
    const claim = { source: "hubspot", now, until: new Date(now.getTime() + 60_000) };
    expect((await writeBacks.claim(claim, due)).size).toBe(2);
    expect((await writeBacks.claim(claim, due)).size).toBe(0);
    expect(await send()).toMatchObject({ written: 0 });
    later(1);
    expect(await send()).toMatchObject({ written: 2 });
    expect(await writeBacks.settle(claim, "written", [due[0]!.customerId], now)).toBe(0);
  });

  it("leaves out who is not there any more, until their band changes", async () => {
    await begin();
    await customers();
    await set();
    delete crm.companies[8];
    expect(await send()).toMatchObject({ written: 1, notThere: 1 });
    expect(await send()).toMatchObject({ written: 0, notThere: 0 });
  });

  it("writes no risk that rests on nothing or on old data", async () => {
    await begin();
    const { high } = await customers();
    await set();
    later(37);
    expect(await send()).toMatchObject({ written: 0, because: { code: "source.write-back.old-scores" } });
    const rows = fileRows(database());
    await rows.score(high, now, 0.9, await rows.model("constant"));
    expect(await send()).toMatchObject({ written: 0, because: { code: "source.write-back.no-signal" } });
    await rows.score(high, new Date(now.getTime() + 1_000), 0.9, await rows.model());
    later(1);
    await database().pool.query(
      `INSERT INTO source_days (source, day, rows)
       SELECT 'hubspot', $1::timestamptz::date - ago, 5 FROM generate_series(10, 30) AS days (ago)`,
      [now],
    );
    expect(await send()).toMatchObject({ written: 0, because: { code: "source.write-back.stale" } });
    await set({ turn: "off" });
    expect(await sendWriteBacks(deps(), { mostMs: 1 })).toEqual([]);
    expect(writes()).toBe(0);
  });

  it("writes into organizations of Zendesk one by one, and everybody anew into other fields", async () => {
    await begin("zendesk");
    await customers("zendesk");
    await set({ name: "zendesk" });
    delete crm.companies[8];
    expect(await send()).toMatchObject({ source: "zendesk", written: 1, notThere: 1 });
    expect(crm.companies[7]).toMatchObject({ m_score: 62, m_band: "high" });
    crm.companies[8] = {};
    await set({ name: "zendesk", fields: { band: "m_band" } });
    expect(await send()).toMatchObject({ written: 2 });
    expect(crm.companies[8]).toEqual({ m_band: "medium" });
  });

  it("cannot write where a system has no such fields", async () => {
    await begin();
    const { hubspot: definition } = deps().systems.definitions;
    const { writeBack: _, ...readOnly } = definition!;
    const own = { ...deps(), systems: { ...deps().systems, definitions: { hubspot: readOnly } } };
    expect(await setWriteBack(own, { name: "hubspot", fields: FIELDS, turn: "on" })).toEqual({
      ...{ kind: "refused", problem: phrase("source.write-back.not-possible", { system: "HubSpot" }) },
    });
  });
});
