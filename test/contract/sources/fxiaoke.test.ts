import { afterEach, describe, expect, it } from "vitest";
import { fxiaokeSource } from "../../../src/sources/fxiaoke/fxiaoke-source.ts";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { type FxiaokePeer, fxiaokePeer } from "../../peers/fxiaoke-peer.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { host: "open.fxiaoke.com", user: "FSUID_1", currency: "CNY", won_stages: "5" };
const secrets = {
  ...{ FXIAOKE_APP_ID: "FSAID_app", FXIAOKE_APP_SECRET: "fx-secret" },
  FXIAOKE_PERMANENT_CODE: "fx-permanent",
};
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("pulling from 纷享销客", () => {
  keepsTheSourceContract({
    ...{ definition: fxiaokeSource, settings, secrets, peer: fxiaokePeer, longest: "accounts" },
    isTokenRequest: ({ url }) => url.pathname === "/cgi/corpAccessToken/get/V2",
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());
  const streamOf = (name: string) => fxiaokeSource.streams.find((stream) => stream.name === name)!;

  async function open(many: number, fill: (peer: FxiaokePeer) => void = () => {}, own: object = {}) {
    const peer = fxiaokePeer(many);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = {
      ...{ settings: { ...settings, ...own }, secrets: { ...secrets } },
      ...{ fetch: peerFetch(http.origin), now: NOON },
    };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string) => rowsOf(streamOf(name), (await pull(name)).records, "fxiaoke");
    return { peer, from, pull, rows };
  }

  it("makes an opportunity that was won an order on its day in China, in its currency or that of all", async () => {
    const [ofAll, own] = await (await open(2)).rows("opportunities");
    expect(ofAll).toMatchObject({
      customer: "a1",
      activity: { kind: "order", amountMinor: 1_200_050, currency: "CNY", at: new Date("2026-03-01") },
    });
    expect(own).toMatchObject({ activity: { currency: "USD" } });
  });

  it("knows a stage that means won by its name as well, and tells what left it as gone", async () => {
    const { peer, pull } = await open(2, () => {}, { won_stages: "成交，赢单" });
    const first = await pull("opportunities");
    expect(first.records).toHaveLength(2);
    Object.assign(peer.lists.NewOpportunityObj![0]!, {
      ...{ sales_stage: "6", sales_stage__r: "输单", last_modified_time: later(0.5).getTime() },
    });
    const second = await pull("opportunities", first.cursor, later(1));
    expect(second.deleted).toEqual(["o1"]);
    expect(second.records).toMatchObject([{ _id: "o2" }]);
  });

  it("knows a customer by its domain and its level", async () => {
    const profile = {
      name: "晨光文具第1有限公司",
      domain: "chenguang.example",
      segment: "重点客户",
      country: "中国",
    };
    expect(await (await open(1)).rows("accounts")).toMatchObject([{ profile }]);
  });

  it("makes a follow-up record a touch of its customer, by the channel it names", async () => {
    const { rows } = await open(2, ({ lists }) => {
      Object.assign(lists.ActiveRecordObj![1]!, {
        ...{ active_record_type__r: "展会", related_object_data: { AccountObj: [{ id: "a1" }] } },
      });
    });
    expect(await rows("follow-up records")).toMatchObject([
      {
        customer: "a1",
        record: { channel: "phone", at: new Date("2026-03-30T12:00:00Z"), note: "谈了续约 1" },
      },
      { customer: "a1", record: { channel: "other" } },
    ]);
  });

  it("takes no refusal for a success, though it comes with 200", async () => {
    const { from } = await open(1);
    await streamOf("accounts").page(from, null);
    http!.failNext({ body: { errorCode: 320001001, errorMessage: "fx-secret", data: { dataList: [] } } });
    const failed = await streamOf("accounts")
      .page(from, null)
      .catch((error: Error) => error);
    expect(failed).toMatchObject({
      reason: "changed-shape",
      message: "Fxiaoke AccountObj: errorCode 320001001",
    });
  });

  it("reads a long list without ever going deep, also where many changed in one moment", async () => {
    const { pull } = await open(4_500, ({ lists }) => {
      for (const item of lists.AccountObj!.slice(1_900, 4_200)) item.last_modified_time = NOON.getTime();
    });
    const { records } = await pull("accounts");
    expect(new Set(records.map((record) => (record as { _id: string })._id)).size).toBe(4_500);
    const offsets = http!.requests.slice(1).map(({ body }) => JSON.parse(body).data.search_query_info.offset);
    expect(Math.max(...offsets)).toBeLessThan(2_500);
  });

  it.each([{ host: "https://evil.example/" }, { user: "a b" }, { won_stages: "" }])(
    "refuses the setting %o",
    (wrong) => {
      expect(fxiaokeSource.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
    },
  );
});
