import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer, PeerRequest } from "./http-peer.ts";

type Thing = { id: string; archived: boolean; properties: Record<string, string | null> };
export type HubspotPeer = VendorPeer & { readonly lists: Readonly<Record<string, Thing[]>> };

const BEGAN = NOON.getTime() - 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
/** A search shows no more. */
const MOST_FOUND = 10_000;

/** HubSpot's lists, searches and associations, as developers.hubspot.com describes them. */
export function hubspotPeer(many: number): HubspotPeer {
  const made = (modified: string, properties: (n: number) => Record<string, string | null>): Thing[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ id: String(index + 1), archived: false },
      properties: { ...properties(index + 1), [modified]: iso(BEGAN + index) },
    }));
  const lists: Record<string, Thing[]> = {
    companies: made(MODIFIED, (n) => ({
      ...{ name: `Company ${n}`, domain: `company${n}.example`, type: null, industry: "RETAIL" },
      ...{ country: "France", lifecyclestage: "customer" },
    })),
    contacts: made("lastmodifieddate", (n) => ({
      ...{ firstname: "Ana", lastname: `Person ${n}`, email: `p${n}@company.example`, phone: null },
      ...{ mobilephone: "+33 1", jobtitle: "Buyer", hs_language: "fr" },
    })),
    deals: made(MODIFIED, (n) => ({
      ...{ dealname: `Deal ${n}`, amount: "1200.50", deal_currency_code: n % 2 === 0 ? "USD" : null },
      ...{ closedate: "2026-03-01T10:00:00Z", dealtype: "newbusiness", pipeline: "default" },
      hs_is_closed_won: "true",
    })),
    tickets: made(MODIFIED, (n) => ({
      ...{ subject: `Broken ${n}`, hs_ticket_priority: "MEDIUM", createdate: "2026-03-01T10:00:00.123Z" },
      ...{ closed_date: null, first_agent_reply_date: "2026-03-01T11:00:00Z" },
    })),
  };
  const modifiedOf = (type: string) => (type === "contacts" ? "lastmodifieddate" : MODIFIED);
  const there = (type: string) => lists[type]!.filter(({ archived }) => !archived);
  const streamOf = (type: string): PeerStream => ({
    ...{ idField: "id", needs: "properties", ids: () => there(type).map(({ id }) => id) },
    change: () => {
      lists[type]![1]!.properties[modifiedOf(type)] = iso(peer.clock.now.getTime());
      return lists[type]![1]!.id;
    },
    remove: () => {
      lists[type]![2]!.archived = true;
      return lists[type]![2]!.id;
    },
  });
  const answer = (request: PeerRequest): PeerAnswer => {
    const { url, headers } = request;
    if (headers.authorization !== "Bearer pat-secret") return { status: 401, body: { category: "INVALID" } };
    const [, , version, , from = ""] = url.pathname.split("/");
    if (version === "v4") return { body: { status: "COMPLETE", results: linksOf(request) } };
    if (!(from in lists)) return { status: 404, body: {} };
    const send = (thing: Thing) => peer.sending(from, sent(thing, request));
    if (url.pathname.endsWith("/search")) return found(request, there(from), modifiedOf(from), send);
    const archived = url.searchParams.get("archived") === "true";
    const all = lists[from]!.filter((thing) => thing.archived === archived);
    return paged(
      all,
      Number(url.searchParams.get("after") ?? 0),
      Number(url.searchParams.get("limit")),
      send,
    );
  };
  const peer: HubspotPeer = {
    ...{ lists, answer, clock: { now: NOON } },
    sending: (_, record) => record,
    streams: Object.fromEntries(Object.keys(lists).map((type) => [type, streamOf(type)])),
  };
  return peer;
}

const MODIFIED = "hs_lastmodifieddate";

function paged(
  list: readonly Thing[],
  from: number,
  limit: number,
  send: (thing: Thing) => unknown,
): PeerAnswer {
  const next = from + limit;
  const paging = next < list.length ? { paging: { next: { after: String(next), link: "" } } } : {};
  return { body: { total: list.length, results: list.slice(from, next).map(send), ...paging } };
}

/** Only the properties that were asked for. */
function sent({ id, archived, properties }: Thing, { url, body }: PeerRequest): Record<string, unknown> {
  const asked =
    body === "" ? (url.searchParams.get("properties") ?? "").split(",") : JSON.parse(body).properties;
  const all = (asked as string[])
    .filter((name) => name !== "")
    .map((name) => [name, properties[name] ?? null]);
  return { id, archived, createdAt: iso(BEGAN), properties: Object.fromEntries(all) };
}

function found(
  { body }: PeerRequest,
  list: readonly Thing[],
  modified: string,
  send: (thing: Thing) => unknown,
): PeerAnswer {
  const { filterGroups, sorts, limit, after = "0" } = JSON.parse(body);
  const [{ propertyName, operator, value }] = filterGroups[0].filters;
  if (propertyName !== modified || operator !== "GTE" || sorts[0].propertyName !== modified)
    return { status: 400, body: { message: "unknown filter" } };
  if (Number(after) >= MOST_FOUND) return { status: 400, body: { message: "after is too large" } };
  const timed = list.map((thing) => ({ thing, at: Date.parse(thing.properties[modified] ?? "") }));
  const all = timed.filter(({ at }) => at >= Number(value)).sort((a, b) => a.at - b.at);
  return paged(
    all.map(({ thing }) => thing),
    Number(after),
    limit,
    send,
  );
}

/** Each belongs to two companies, of which the second is the primary one. */
function linksOf({ body }: PeerRequest) {
  return (JSON.parse(body).inputs as { id: string }[]).map(({ id }) => ({
    from: { id },
    to: [
      { toObjectId: 9_999, associationTypes: [{ category: "HUBSPOT_DEFINED", typeId: 279, label: null }] },
      {
        toObjectId: 700 + Number(id),
        associationTypes: [{ category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary" }],
      },
    ],
  }));
}
