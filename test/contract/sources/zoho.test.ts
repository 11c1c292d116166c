import { afterEach, describe, expect, it } from "vitest";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { zohoSource } from "../../../src/sources/zoho/zoho-source.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { type ZohoPeer, zohoPeer } from "../../peers/zoho-peer.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { data_center: "eu", currency: "INR", won_stages: "Closed Won, 赢单" };
const secrets = {
  ...{ ZOHO_CLIENT_ID: "1000.client", ZOHO_CLIENT_SECRET: "zoho-secret" },
  ZOHO_REFRESH_TOKEN: "1000.refresh",
};
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("pulling from Zoho CRM", () => {
  keepsTheSourceContract({
    ...{ definition: zohoSource, settings, secrets, peer: zohoPeer, longest: "accounts" },
    isTokenRequest: ({ url }) => url.pathname === "/oauth/v2/token",
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());
  const streamOf = (name: string) => zohoSource.streams.find((stream) => stream.name === name)!;

  async function open(many: number, fill: (peer: ZohoPeer) => void = () => {}) {
    const peer = zohoPeer(many);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = {
      ...{ settings, secrets: { ...secrets }, fetch: peerFetch(http.origin), now: NOON },
    };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string) => rowsOf(streamOf(name), (await pull(name)).records, "zoho");
    return { peer, from, pull, rows };
  }
  const change = (peer: ZohoPeer, module: string, fields: object, at = NOON) => {
    const [first] = peer.lists[module]!;
    Object.assign(first!.record, fields);
    first!.modified = at.getTime();
  };

  it("makes a deal that was won an order of its account, in its currency or the one of all deals", async () => {
    const [ofAll, own] = await (await open(2)).rows("deals");
    expect(ofAll).toMatchObject({
      customer: "zcrm_1150868000000001",
      activity: { kind: "order", amountMinor: 120_050, currency: "INR", at: new Date("2026-03-01") },
    });
    expect(own).toMatchObject({ activity: { currency: "USD" } });
  });

  it("takes a stage for won by the names that were stated, and tells a deal that left it as gone", async () => {
    const { peer, pull } = await open(2, (filled) => change(filled, "Deals", { Stage: " 赢单" }));
    const first = await pull("deals");
    expect(first.records).toHaveLength(2);
    change(peer, "Deals", { Stage: "Closed Lost" }, later(0.5));
    const { records, deleted } = await pull("deals", first.cursor, later(1));
    expect({ records: records.length, deleted }).toEqual({ records: 0, deleted: ["zcrm_3452604000000001"] });
  });

  it("knows an account by the id of an export, its domain and its owner", async () => {
    const [account] = await (await open(1)).rows("accounts");
    expect(account).toMatchObject({
      profile: {
        externalId: "zcrm_1150868000000001",
        domain: "company1.example",
        ownerEmail: "ada@acme.example",
        currency: "INR",
      },
    });
  });

  it("counts a call for the account of its deal or contact, at its own moment", async () => {
    const { rows } = await open(2, ({ lists }) => {
      const [first, second] = lists.Calls!;
      Object.assign(first!.record, { $se_module: "Deals", What_Id: { id: lists.Deals![1]!.record.id } });
      const who = { id: lists.Contacts![0]!.record.id };
      Object.assign(second!.record, { $se_module: null, What_Id: null, Who_Id: who });
    });
    expect(await rows("calls")).toMatchObject([
      {
        customer: "zcrm_1150868000000002",
        record: { at: new Date("2026-03-01T10:00:00Z"), channel: "phone", minutesSpent: 10 },
      },
      { customer: "zcrm_1150868000000001", record: { member: "ada@acme.example" } },
    ]);
  });

  it.each([{ Call_Type: "Missed" }, { Outbound_Call_Status: "Scheduled" }])(
    "takes no call for one that did not take place: %o",
    async (fields) => {
      const { pull } = await open(1, (peer) => change(peer, "Calls", fields));
      expect((await pull("calls")).records).toEqual([]);
    },
  );

  it("goes on where it was once a page token is refused, which lasts for a day", async () => {
    const { peer, from, pull } = await open(450);
    const first = await streamOf("accounts").page(from, null);
    peer.forgetPages();
    const rest = await pull("accounts", first.cursor);
    const ids = [...first.records, ...rest.records].map((record) => (record as { id: string }).id);
    expect(new Set(ids).size).toBe(450);
  });

  it("begins another list before a page token leads no further", async () => {
    const { from } = await open(450);
    const first = JSON.parse((await streamOf("accounts").page(from, null)).cursor);
    const { cursor } = await streamOf("accounts").page(from, JSON.stringify({ ...first, read: 89_900 }));
    expect(JSON.parse(cursor)).toMatchObject({
      token: null,
      read: 0,
      since: NOON.getTime() - 86_400_000 + 399_000,
    });
  });

  it('takes "nothing has changed since" for no failure', async () => {
    const { from } = await open(1);
    await streamOf("accounts").page(from, null);
    http!.failNext({ status: 304, body: null });
    await expect(streamOf("accounts").page(from, null)).resolves.toMatchObject({ records: [], more: false });
  });

  it("asks for deletions in every pull but the first, in which nothing can be gone", async () => {
    const { pull } = await open(2);
    const asked = () => http!.requests.filter(({ url }) => url.pathname.endsWith("/deleted"));
    const { cursor } = await pull("accounts");
    expect(asked()).toHaveLength(0);
    await pull("accounts", cursor, later(1));
    expect(asked().map(({ headers }) => headers["if-modified-since"])).toEqual(["2026-03-31T11:45:00+00:00"]);
  });

  it.each([
    [{ status: 401, body: { code: "OAUTH_SCOPE_MISMATCH" } }, "forbidden"],
    [{ status: 400, body: { code: "INVALID_MODULE" } }, "changed-shape"],
  ])("fails by name where it is answered %o", async (answer, reason) => {
    const { from } = await open(1);
    await streamOf("accounts").page(from, null);
    http!.failNext(answer);
    await expect(streamOf("accounts").page(from, null)).rejects.toMatchObject({ reason });
  });

  it("comes back later where Zoho gives no more tokens for now", async () => {
    const { from } = await open(1);
    http!.failNext({ status: 400, body: { error: "Access Denied", error_description: "too many requests" } });
    await expect(streamOf("accounts").page(from, null)).rejects.toMatchObject({ reason: "limited" });
  });

  it.each([{ data_center: "zoho.eu" }, { currency: "Euro" }, { won_stages: " , " }])(
    "refuses the setting %o",
    (wrong) => {
      expect(zohoSource.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
    },
  );
});
