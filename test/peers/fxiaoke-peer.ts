import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer, PeerRequest } from "./http-peer.ts";
import { type TokenDesk, tokenDesk } from "./token-desk.ts";

type Item = Record<string, unknown> & { _id: string; last_modified_time: number; life_status: string };
export type FxiaokePeer = VendorPeer & {
  readonly lists: Readonly<Record<string, Item[]>>;
  readonly tokens: TokenDesk;
};

const BEGAN = NOON.getTime() - 86_400_000;
const MIDNIGHT_IN_CHINA = Date.parse("2026-03-01T00:00:00+08:00");

/** Queries and tokens of 纷享销客, as its open platform describes them: what is refused comes with 200, too. */
export function fxiaokePeer(many: number): FxiaokePeer {
  const tokens = tokenDesk();
  const made = (prefix: string, fields: (n: number) => Record<string, unknown>): Item[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ _id: `${prefix}${index + 1}`, is_deleted: false, life_status: "normal" },
      last_modified_time: BEGAN + Math.floor(index / 3) * 1_000,
      ...fields(index + 1),
    }));
  const lists: Record<string, Item[]> = {
    AccountObj: made("a", (n) => ({
      ...{
        name: `晨光文具第${n}有限公司`,
        account_no: `KH-${n}`,
        account_level: "1",
        account_level__r: "重点客户",
      },
      ...{ url: "http://www.chenguang.example", mc_currency: null, country__r: "中国" },
    })),
    ContactObj: made("c", (n) => ({
      ...{ name: `王${n}`, account_id: `a${n}`, job_title: "采购", mobile1: "13800000000" },
      email: `w${n}@chenguang.example`,
    })),
    NewOpportunityObj: made("o", (n) => ({
      ...{ name: `商机 ${n}`, account_id: `a${n}`, amount: "12000.50", close_date: MIDNIGHT_IN_CHINA },
      ...{ sales_stage: "5", sales_stage__r: "赢单", mc_currency: n % 2 === 0 ? "USD" : null },
    })),
    ActiveRecordObj: made("r", (n) => ({
      ...{ active_record_content: `谈了续约 ${n}`, active_record_type__r: "电话", create_time: BEGAN },
      related_object_data: [
        { id: "c1", describe_api_name: "ContactObj" },
        { id: `a${n}`, describe_api_name: "AccountObj" },
      ],
    })),
  };
  const streamOf = (name: string, needs: string): PeerStream => ({
    ...{ idField: "_id", needs },
    ids: () => lists[name]!.filter(({ life_status }) => life_status !== "invalid").map(({ _id }) => _id),
    change: () => {
      lists[name]![1]!.last_modified_time = peer.clock.now.getTime();
      return lists[name]![1]!._id;
    },
    remove: () => {
      Object.assign(lists[name]![2]!, {
        ...{ life_status: "invalid", last_modified_time: peer.clock.now.getTime() },
      });
      return lists[name]![2]!._id;
    },
  });
  const peer: FxiaokePeer = {
    ...{ lists, tokens, clock: { now: NOON } },
    sending: (_, record) => record,
    streams: {
      accounts: streamOf("AccountObj", "name"),
      contacts: streamOf("ContactObj", "account_id"),
      opportunities: streamOf("NewOpportunityObj", "close_date"),
      "follow-up records": streamOf("ActiveRecordObj", "create_time"),
    },
    answer: (request) => {
      if (!request.url.searchParams.get("thirdTraceId")) return refused(10001);
      if (request.url.pathname === "/cgi/corpAccessToken/get/V2") return tokenFor(request, tokens);
      if (request.url.pathname !== "/cgi/crm/v2/data/query") return { status: 404, body: {} };
      const { corpAccessToken, corpId, currentOpenUserId, data } = JSON.parse(request.body);
      if (corpId !== "FSCID_1" || currentOpenUserId !== "FSUID_1") return refused(20005);
      if (!tokens.isValid(corpAccessToken)) return refused(20016);
      const list = lists[data.dataObjectApiName];
      return list === undefined ? refused(320001001) : queried(list, data, peer.sending);
    },
  };
  return peer;
}

const STREAMS: Readonly<Record<string, string>> = {
  ...{ AccountObj: "accounts", ContactObj: "contacts", NewOpportunityObj: "opportunities" },
  ActiveRecordObj: "follow-up records",
};

const refused = (errorCode: number): PeerAnswer => ({ body: { errorCode, errorMessage: "refused" } });

function tokenFor({ body }: PeerRequest, tokens: TokenDesk): PeerAnswer {
  const { appId, appSecret, permanentCode } = JSON.parse(body);
  const isKnown = appId === "FSAID_app" && appSecret === "fx-secret" && permanentCode === "fx-permanent";
  if (tokens.refusing || !isKnown) return refused(10005);
  const given = { corpAccessToken: tokens.give(), corpId: "FSCID_1", expiresIn: 7_200 };
  return { body: { errorCode: 0, errorMessage: "success", ...given } };
}

type Filter = { field_name: string; operator: string; field_values: string[] };
type Query = {
  readonly dataObjectApiName: string;
  readonly search_query_info: { offset: number; limit: number; filters: Filter[]; orders: unknown[] };
};

/** A plain query leaves out what is invalid. */
function queried(list: readonly Item[], query: Query, sending: VendorPeer["sending"]): PeerAnswer {
  const { offset, limit, filters, orders } = query.search_query_info;
  if (limit > 100 || offset % limit !== 0) return refused(10006);
  const wanted = (field: string) => filters.find(({ field_name }) => field_name === field)?.field_values[0];
  const since = Number(wanted("last_modified_time") ?? 0);
  const wantsInvalid = wanted("life_status") === "invalid";
  const isWanted = (status: string) => (status === "invalid") === wantsInvalid;
  const found = list.filter((item) => item.last_modified_time >= since && isWanted(item.life_status));
  if (JSON.stringify(orders) === '[{"fieldName":"last_modified_time","isAsc":true}]')
    found.sort((a, b) => a.last_modified_time - b.last_modified_time);
  const stream = STREAMS[query.dataObjectApiName] ?? "";
  const dataList = found.slice(offset, offset + limit).map((item) => sending(stream, item));
  return { body: { errorCode: 0, errorMessage: "OK", data: { dataList, offset, limit } } };
}
