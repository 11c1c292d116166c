import { afterEach, expect, it } from "vitest";
import { addSource } from "../../src/flows/imports/add-source.ts";
import { listSources } from "../../src/flows/imports/list-sources.ts";
import { type PulledSource, pullSource } from "../../src/flows/imports/pull-source.ts";
import { testSource } from "../../src/flows/imports/test-source.ts";
import { SOURCES } from "../../src/sources/sources.ts";
import { createStore } from "../../src/store/store.ts";
import { NOON } from "../contract/sources/source-contract.ts";
import { type HttpPeer, startHttpPeer } from "../peers/http-peer.ts";
import { peerFetch } from "../peers/peer-fetch.ts";
import { type ZohoPeer, zohoPeer } from "../peers/zoho-peer.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const SECRETS: Readonly<Record<string, string>> = {
  ...{ ZOHO_CLIENT_ID: "1000.client", ZOHO_CLIENT_SECRET: "zoho-secret" },
  ZOHO_REFRESH_TOKEN: "1000.refresh",
};
const SETTINGS = { data_center: "in", currency: "INR", won_stages: "Closed Won" };
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

/** One vendor's definition through everything that a pull is: what holds for it holds for the others by their contract. */
describeOnEachDatabase("a pull from Zoho CRM", (database) => {
  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());

  async function open(many: number) {
    const vendor = zohoPeer(many);
    http = await startHttpPeer((request) => vendor.answer(request));
    const fetch = peerFetch(http.origin);
    const deps = (now: Date) => ({
      ...createStore(database()),
      systems: { definitions: SOURCES, secret: (name: string) => SECRETS[name] ?? null, fetch },
      ...{ timeZone: "UTC", clock: () => now },
    });
    const added = await addSource(deps(NOON), { name: "zoho", kind: "zoho", settings: SETTINGS });
    expect(added.kind).toBe("added");
    const pull = (now = NOON) => pullSource(deps(now), { name: "zoho" });
    return { vendor, deps, pull };
  }
  const streamsOf = (pulled: PulledSource) => {
    if (pulled.kind !== "pulled") throw new Error(JSON.stringify(pulled));
    return pulled.streams;
  };
  const rows = async (sql: string) =>
    (await database().pool.query(sql)).rows.map((row) => Object.values(row).join(" "));
  const TABLES = ["customers", "contacts", "activities", "touches"];
  const counts = () => rows(TABLES.map((table) => `SELECT count(*) FROM ${table}`).join(" UNION ALL "));

  /** Of every table, as text: whatever a pull keeps anywhere. */
  async function everythingKept(): Promise<string> {
    const tables = await rows("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'");
    const texts = await Promise.all(tables.map((table) => rows(`SELECT t::text FROM ${table} t`)));
    return texts.flat().join("\n");
  }
  const tokensOf = ({ tokens }: ZohoPeer) => [
    ...tokens.given,
    ...["ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN"].map((name) => SECRETS[name]!),
  ];

  it("brings what there is once, follows what is changed and deleted, and keeps no token", async () => {
    const { vendor, deps, pull } = await open(230);
    expect(await testSource(deps(NOON), { name: "zoho" })).toMatchObject({
      kind: "tested",
      streams: TABLES.map(() => ({ records: 200, failure: null })),
    });
    expect(streamsOf(await pull())).toMatchObject(
      TABLES.map(() => ({ added: 230, rejected: 0, isWhole: true, failure: null })),
    );
    const before = await counts();
    expect(before).toEqual(["230", "230", "230", "230"]);
    expect(await rows("SELECT amount_minor, currency FROM activities ORDER BY external_id LIMIT 2")).toEqual([
      "120050 INR",
      "120050 USD",
    ]);

    // What is read again lest something be missed is known, and a token that has expired meanwhile is another one.
    vendor.tokens.expire();
    vendor.clock.now = later(30);
    vendor.streams.deals!.change();
    vendor.lists.Deals![1]!.record.Amount = 999;
    vendor.streams.calls!.remove!();
    const [accounts, , deals, calls] = streamsOf(await pull(later(60)));
    expect(accounts).toMatchObject({ added: 0, changed: 0 });
    expect(deals).toMatchObject({ added: 0, changed: 1 });
    expect(calls).toMatchObject({ added: 0, deleted: 1 });
    expect(await counts()).toEqual(["230", "230", "230", "229"]);

    const kept = await everythingKept();
    expect(kept).toContain("Company 17");
    for (const token of tokensOf(vendor)) expect(kept).not.toContain(token);
  });

  it("says what to do where the login is refused, and takes up where it was once it is not", async () => {
    const { vendor, deps, pull } = await open(3);
    vendor.tokens.refusing = true;
    const [failed, ...others] = streamsOf(await pull());
    expect(others).toEqual([]);
    expect(failed?.failure).toEqual({
      code: "source.failed.unauthorised",
      parameters: { detail: "accounts.zoho.in/oauth/v2/token: invalid_code" },
    });
    for (const token of tokensOf(vendor)) expect(await everythingKept()).not.toContain(token);
    vendor.tokens.refusing = false;
    expect(streamsOf(await pull(later(60))).map(({ added }) => added)).toEqual([3, 3, 3, 3]);
    const [listed] = await listSources(deps(later(60)));
    expect(listed?.streams.every(({ failure }) => failure === null)).toBe(true);
  });
});
