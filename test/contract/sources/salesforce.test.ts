import { afterEach, describe, expect, it } from "vitest";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { salesforceSource } from "../../../src/sources/salesforce/salesforce-source.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { idOf, type SalesforcePeer, salesforcePeer } from "../../peers/salesforce-peer.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { domain: "acme", currency: "EUR" };
const secrets = {
  ...{ SALESFORCE_CLIENT_ID: "client-secret-id", SALESFORCE_CLIENT_SECRET: "salesforce-secret" },
};
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("pulling from Salesforce", () => {
  keepsTheSourceContract({
    ...{ definition: salesforceSource, settings, secrets, longest: "accounts" },
    // So that some hundred records are several pages; Salesforce chooses their size itself.
    peer: (many) => salesforcePeer(many, many > 1_000 ? 1_000 : 200),
    isTokenRequest: ({ url }) => url.pathname === "/services/oauth2/token",
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());
  const streamOf = (name: string) => salesforceSource.streams.find((stream) => stream.name === name)!;

  async function open(many: number, fill: (peer: SalesforcePeer) => void = () => {}) {
    const peer = salesforcePeer(many, 200);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = {
      ...{ settings, secrets: { ...secrets }, fetch: peerFetch(http.origin), now: NOON },
    };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string) => rowsOf(streamOf(name), (await pull(name)).records, "salesforce");
    return { peer, from, pull, rows };
  }

  it("makes an opportunity that was won an order, in its own currency", async () => {
    const [order] = await (await open(1)).rows("opportunities");
    expect(order).toMatchObject({
      customer: idOf("001", 1),
      activity: { kind: "order", amountMinor: 120_050, currency: "GBP", at: new Date("2026-03-01") },
    });
  });

  it("asks an organization with one currency for none, and takes the one that was stated", async () => {
    const single = await open(1, (peer) => {
      peer.currencies = false;
    });
    expect(await single.rows("opportunities")).toMatchObject([{ activity: { currency: "EUR" } }]);
    expect(await single.rows("accounts")).toMatchObject([{ profile: { currency: null } }]);
  });

  it("tells an opportunity that is no longer won as gone", async () => {
    const { peer, pull } = await open(2);
    const first = await pull("opportunities");
    Object.assign(peer.lists.Opportunity![0]!, { IsWon: false, modified: later(0.5).getTime() });
    const { records, deleted } = await pull("opportunities", first.cursor, later(1));
    expect(deleted).toEqual([idOf("006", 1)]);
    expect(records).toMatchObject([{ Id: idOf("006", 2) }]);
  });

  it("leaves what was deleted before the first pull out without a word", async () => {
    const { pull } = await open(2, ({ lists }) => {
      lists.Account![0]!.IsDeleted = true;
    });
    expect(await pull("accounts")).toMatchObject({ records: [{ Name: "Company 2" }], deleted: [] });
  });

  it("takes a case for solved only while it is closed", async () => {
    const [open1, closed] = await (await open(2)).rows("cases");
    expect(open1).toMatchObject({ customer: idOf("001", 1), record: { severity: "normal", solvedAt: null } });
    expect(closed).toMatchObject({ record: { solvedAt: new Date("2026-03-30T13:00:00Z") } });
  });

  it("knows an account by its domain and its owner", async () => {
    const profile = { domain: "company1.example", ownerEmail: "ada@acme.example", currency: "EUR" };
    expect(await (await open(1)).rows("accounts")).toMatchObject([{ profile }]);
  });

  it("goes on from the latest change where Salesforce has forgotten the place, after two days", async () => {
    const { peer, from, pull } = await open(450);
    const first = await streamOf("accounts").page(from, null);
    peer.forgetQueries();
    const rest = await pull("accounts", first.cursor);
    const ids = [...first.records, ...rest.records].map((record) => (record as { Id: string }).Id);
    expect(new Set(ids).size).toBe(450);
  });

  it("follows no place on another host", async () => {
    const { from } = await open(1);
    const cursor = JSON.stringify({ since: null, newest: null, next: "https://evil.example/query/1" });
    await expect(streamOf("accounts").page(from, cursor)).rejects.toThrow("https://evil.example");
    expect(http!.requests).toEqual([]);
  });

  it("comes back later once the requests of the day are used up", async () => {
    const { from } = await open(1);
    await streamOf("accounts").page(from, null);
    http!.failNext({ status: 403, body: [{ errorCode: "REQUEST_LIMIT_EXCEEDED" }] });
    await expect(streamOf("accounts").page(from, null)).rejects.toMatchObject({ reason: "limited" });
  });

  it.each(["acme.my.salesforce.com", "evil.example/", "a b"])("refuses the domain %s", (domain) => {
    expect(salesforceSource.settings.safeParse({ ...settings, domain }).success).toBe(false);
  });
});
