import { afterEach, describe, expect, it } from "vitest";
import { hubspotSource } from "../../../src/sources/hubspot/hubspot-source.ts";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { type HubspotPeer, hubspotPeer } from "../../peers/hubspot-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { currency: "EUR" };
const secrets = { HUBSPOT_TOKEN: "pat-secret" };
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("pulling from HubSpot", () => {
  keepsTheSourceContract({
    ...{ definition: hubspotSource, settings, secrets },
    ...{ peer: hubspotPeer, longest: "companies" },
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());

  async function open(many: number, fill: (peer: HubspotPeer) => void = () => {}) {
    const peer = hubspotPeer(many);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin), now: NOON };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string) => rowsOf(streamOf(name), (await pull(name)).records, "hubspot");
    return { peer, from, pull, rows };
  }
  const streamOf = (name: string) => hubspotSource.streams.find((stream) => stream.name === name)!;

  it("makes a deal that was won an order of its primary company, in its currency or the account's", async () => {
    const [inEuros, inDollars] = await (await open(2)).rows("deals");
    expect(inEuros).toMatchObject({
      customer: "701",
      activity: {
        kind: "order",
        amountMinor: 120_050,
        currency: "EUR",
        at: new Date("2026-03-01T10:00:00Z"),
      },
    });
    expect(inDollars).toMatchObject({ activity: { currency: "USD" } });
  });

  it("tells a deal that is no longer won as gone", async () => {
    const { peer, pull } = await open(2);
    const { cursor } = await pull("deals");
    Object.assign(peer.lists.deals![0]!.properties, {
      ...{ hs_is_closed_won: "false", hs_lastmodifieddate: later(0.5).toISOString() },
    });
    const { records, deleted } = await pull("deals", cursor, later(1));
    expect({ records, deleted }).toEqual({ records: [], deleted: ["1"] });
  });

  it("leaves deals that were not won out of the first pull", async () => {
    const { pull } = await open(1, ({ lists }) => {
      lists.deals![0]!.properties.hs_is_closed_won = "false";
    });
    expect(await pull("deals")).toMatchObject({ records: [], deleted: [] });
  });

  /** At the last page that a search shows. */
  const atTheEnd = (since: number) =>
    JSON.stringify({ phase: "search", since, began: since, after: "9900", told: "2026-03-31" });

  it("gets past the ten thousand records that a search shows", async () => {
    const { pull } = await open(10_250);
    const { records } = await pull("companies", atTheEnd(NOON.getTime() - 86_400_000));
    const ids = records.map((record) => (record as { id: string }).id);
    expect(new Set(ids).size).toBe(350);
    expect(ids).toContain("10250");
  });

  it("reads the whole list where more changed in one moment than a search shows", async () => {
    const { from } = await open(10_250, ({ lists }) => {
      for (const { properties } of lists.companies!) properties.hs_lastmodifieddate = NOON.toISOString();
    });
    const { cursor, more } = await streamOf("companies").page(from, atTheEnd(NOON.getTime()));
    expect({ ...JSON.parse(cursor), more }).toMatchObject({ phase: "list", after: null, more: true });
  });

  it("asks for deletions once a day", async () => {
    const { pull } = await open(2);
    const first = await pull("companies");
    const asked = () =>
      http!.requests.filter(({ url }) => url.searchParams.get("archived") === "true").length;
    const second = await pull("companies", first.cursor, later(1));
    expect(asked()).toBe(0);
    const third = await pull("companies", second.cursor, later(24));
    expect(asked()).toBe(1);
    await pull("companies", third.cursor, later(25));
    expect(asked()).toBe(1);
  });

  it("refuses a currency that is none", () => {
    expect(hubspotSource.settings.safeParse({ currency: "Euro" }).success).toBe(false);
  });
});
