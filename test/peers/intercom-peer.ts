import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer, PeerRequest } from "./http-peer.ts";

type Item = Record<string, unknown> & { id: string; updated_at: number };
export type IntercomPeer = VendorPeer & {
  readonly lists: Readonly<Record<"companies" | "contacts" | "conversations", Item[]>>;
  /** Scrolls and places in searches are forgotten. */
  forgetPlaces(): void;
};

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
const DAY = 86_400;
const BEGAN = seconds(NOON) - DAY;
const SCROLLED = 100;

/** Scrolls and searches of Intercom, as developers.intercom.com describes version 2.11. */
export function intercomPeer(many: number): IntercomPeer {
  let era = 0;
  const made = (fields: (n: number) => Record<string, unknown>, prefix: string): Item[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ id: `${prefix}${index + 1}`, updated_at: BEGAN + index, created_at: BEGAN },
      ...fields(index + 1),
    }));
  const lists = {
    companies: made(
      (n) => ({
        ...{ name: `Company ${n}`, company_id: `own-${n}`, website: `https://company${n}.example`, plan: {} },
        industry: "Retail",
      }),
      "co",
    ),
    contacts: made(
      (n) => ({
        ...{ name: `Ana Person ${n}`, role: "user", email: `p${n}@company.example`, phone: null },
        ...{ language_override: "fr", companies: { data: n % 3 === 0 ? [] : [{ id: `co${n}` }] } },
      }),
      "ct",
    ),
    conversations: made(
      (n) => ({
        ...{ title: null, source: { subject: `<p>Broken ${n}</p>` }, priority: "not_priority" },
        ...{ state: n % 2 === 0 ? "closed" : "open", contacts: { contacts: [{ id: `ct${n}` }] } },
        statistics: { first_admin_reply_at: BEGAN + 60, last_close_at: BEGAN + 3_600 },
        conversation_rating: n === 1 ? { rating: 4, remark: "Quick", created_at: BEGAN + 7_200 } : null,
      }),
      "cv",
    ),
  };
  const streamOf = (name: keyof typeof lists, needs: string): PeerStream => ({
    ...{ idField: "id", needs, remove: null, ids: () => lists[name].map(({ id }) => id) },
    change: () => {
      lists[name][1]!.updated_at = seconds(peer.clock.now);
      return lists[name][1]!.id;
    },
  });
  const scroll = ({ url }: PeerRequest): PeerAnswer => {
    const [madeIn, place] = (url.searchParams.get("scroll_param") ?? `${era}.0`).split(".");
    if (madeIn !== String(era)) return { status: 404, body: { errors: [{ code: "not_found" }] } };
    const end = Number(place) + SCROLLED;
    const data = lists.companies.slice(Number(place), end).map((each) => peer.sending("companies", each));
    return { body: { type: "list", data, scroll_param: `${era}.${end}` } };
  };
  const search = (name: "contacts" | "conversations", { body }: PeerRequest): PeerAnswer => {
    const { query, pagination } = JSON.parse(body);
    const [madeIn, place] = (pagination.starting_after ?? `${era}.0`).split(".");
    if (madeIn !== String(era)) return { status: 400, body: { errors: [{ code: "parameter_invalid" }] } };
    const found = matching(name, lists[name], query);
    const end = Number(place) + Math.min(pagination.per_page, 150);
    const items = found.slice(Number(place), end).map((each) => peer.sending(name, each));
    const next = end < found.length ? { starting_after: `${era}.${end}`, per_page: 150 } : null;
    const field = name === "contacts" ? "data" : "conversations";
    return {
      body: { type: "list", [field]: items, total_count: found.length, pages: { type: "pages", next } },
    };
  };
  const peer: IntercomPeer = {
    ...{ lists, clock: { now: NOON } },
    sending: (_, record) => record,
    forgetPlaces: () => {
      era += 1;
    },
    streams: {
      companies: streamOf("companies", "updated_at"),
      contacts: streamOf("contacts", "role"),
      conversations: streamOf("conversations", "created_at"),
    },
    answer: (request) => {
      const { url, headers } = request;
      if (headers.authorization !== "Bearer intercom-secret")
        return { status: 401, body: { type: "error.list", errors: [{ code: "unauthorized" }] } };
      if (url.pathname === "/companies/scroll") return scroll(request);
      if (url.pathname === "/contacts/search") return search("contacts", request);
      if (url.pathname === "/conversations/search") return search("conversations", request);
      return { status: 404, body: {} };
    },
  };
  return peer;
}

type Query = { field?: string; operator: string; value: unknown };

/** Searches for contacts know days alone: later than a day begins with the next one. */
function matching(name: string, list: readonly Item[], query: Query): Item[] {
  if (query.operator === "IN") {
    const wanted = new Set(query.value as string[]);
    return list.filter(({ id }) => wanted.has(id));
  }
  const [{ value }] = query.value as [{ value: number }];
  const floor = Math.floor(value / DAY) * DAY;
  const bound = name === "contacts" ? (floor === 0 ? 0 : floor + DAY) : value + 1;
  return list.filter(({ updated_at }) => updated_at >= bound).sort((a, b) => a.updated_at - b.updated_at);
}
