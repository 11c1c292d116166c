import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer } from "./http-peer.ts";

type Thing = Record<string, unknown> & { id: number };
type Kept = { updated: number; record: Thing };

const FULL_PAGE = 1_000;
const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
const iso = (at: number) => new Date(at * 1_000).toISOString().replace(".000Z", "Z");

/** Zendesk's incremental exports, ratings and `show_many`, as developer.zendesk.com describes them. */
export function zendeskPeer(many: number): VendorPeer {
  const numbers = Array.from({ length: many }, (_, index) => index + 1);
  // Ten a second, so that a page may end between records of one moment.
  const began = seconds(NOON) - 86_400;
  const kept = (record: (n: number, at: string) => Thing): Kept[] =>
    numbers.map((n) => {
      const updated = began + Math.floor(n / 10);
      return { updated, record: record(n, iso(updated)) };
    });
  const lists = {
    organizations: kept((n, at) => ({
      ...{ id: 1_000 + n, name: `Company ${n}`, domain_names: [`company${n}.example`], tags: ["a", "b"] },
      ...{ external_id: null, created_at: at, updated_at: at, deleted_at: null },
    })),
    users: kept((n, at) => ({
      ...{
        id: 200_000 + n,
        name: `Person ${n}`,
        email: `p${n}@company.example`,
        phone: null,
        locale: "en-GB",
      },
      ...{ role: "end-user", active: true, organization_id: n % 3 === 0 ? null : 1_000 + n },
      ...{ created_at: at, updated_at: at },
    })),
    tickets: kept((n, at) => ({
      ...{ id: n, subject: `Broken ${n}`, raw_subject: `Broken ${n}`, type: "incident", priority: "high" },
      ...{ status: n % 2 === 0 ? "solved" : "open", organization_id: 1_000 + n, requester_id: 200_000 + n },
      ...{ created_at: iso(began - 3_600), updated_at: at, via: { channel: "email" } },
    })),
    ratings: kept((n, at) => ({
      ...{ id: 500_000 + n, score: n % 2 === 0 ? "good" : "bad", comment: `Answer ${n}`, ticket_id: n },
      ...{ requester_id: 200_000 + n, created_at: at, updated_at: at },
    })),
  };
  const peer: VendorPeer = {
    clock: { now: NOON },
    sending: (_, record) => record,
    streams: {
      organizations: streamOver(
        lists.organizations,
        () => peer.clock.now,
        "name",
        (record, at) => {
          record.deleted_at = at;
        },
      ),
      users: streamOver(
        lists.users,
        () => peer.clock.now,
        "active",
        (record) => {
          record.active = false;
        },
      ),
      tickets: streamOver(
        lists.tickets,
        () => peer.clock.now,
        "created_at",
        (record) => {
          record.status = "deleted";
        },
      ),
      "satisfaction ratings": streamOver(lists.ratings, () => peer.clock.now, "score", null),
    },
    answer: ({ url, headers }) => {
      if (headers.authorization !== LOGIN)
        return { status: 401, body: { error: "Couldn't authenticate you" } };
      const send = (stream: string, list: readonly Kept[]) =>
        list.map((each) => peer.sending(stream, each.record));
      switch (url.pathname) {
        case "/api/v2/incremental/organizations.json":
          return byTime(url, lists.organizations, peer.clock.now, (list) => send("organizations", list));
        case "/api/v2/incremental/users/cursor.json":
          return byCursor(url, "users", lists.users, (list) => ({ users: send("users", list) }));
        case "/api/v2/incremental/tickets/cursor.json":
          return byCursor(url, "tickets", lists.tickets, (list) => ({
            tickets: send("tickets", list),
            ...(url.searchParams.get("include") === "metric_sets"
              ? { metric_sets: list.map(metricsOf) }
              : {}),
          }));
        case "/api/v2/satisfaction_ratings.json":
          return ratings(url, lists.ratings, (list) => send("satisfaction ratings", list));
        case "/api/v2/tickets/show_many.json":
          return { body: { tickets: named(url, lists.tickets) } };
        default:
          return { status: 404, body: { error: "RecordNotFound" } };
      }
    },
  };
  return peer;
}

const LOGIN = `Basic ${Buffer.from("ada@acme.example/token:zendesk-secret").toString("base64")}`;

function streamOver(
  list: Kept[],
  now: () => Date,
  needs: string,
  remove: ((record: Thing, at: string) => void) | null,
): PeerStream {
  const touch = (kept: Kept) => {
    kept.updated = seconds(now());
    kept.record.updated_at = iso(kept.updated);
    return String(kept.record.id);
  };
  return {
    idField: "id",
    needs,
    ids: () => list.map(({ record }) => String(record.id)),
    change: () => touch(list[1]!),
    remove:
      remove &&
      (() => {
        remove(list[2]!.record, iso(seconds(now())));
        return touch(list[2]!);
      }),
  };
}

const inOrder = (list: readonly Kept[]) =>
  [...list].sort((a, b) => a.updated - b.updated || a.record.id - b.record.id);

function byCursor(
  url: URL,
  name: string,
  list: readonly Kept[],
  body: (page: Kept[]) => Record<string, unknown>,
): PeerAnswer {
  const cursor = url.searchParams.get("cursor");
  const start = url.searchParams.get("start_time");
  if (cursor === null && start === null) return { status: 400, body: { error: "start_time is missing" } };
  const [at = 0, id = -1] =
    cursor === null
      ? [Number(start) - 1, 2 ** 52]
      : Buffer.from(cursor, "base64").toString().split("|").map(Number);
  const rest = inOrder(list).filter(
    ({ updated, record }) => updated > at || (updated === at && record.id > id),
  );
  const page = rest.slice(0, FULL_PAGE);
  const last = page.at(-1);
  const after = last ? Buffer.from(`${last.updated}|${last.record.id}`).toString("base64") : cursor;
  return {
    body: { ...body(page), after_cursor: after, end_of_stream: rest.length <= FULL_PAGE, after_url: name },
  };
}

function byTime(url: URL, list: readonly Kept[], now: Date, send: (page: Kept[]) => unknown[]): PeerAnswer {
  const start = Number(url.searchParams.get("start_time"));
  if (start > seconds(now) - 60) return { status: 422, body: { error: "Too recent start_time" } };
  const rest = inOrder(list).filter(({ updated }) => updated >= start);
  const end = rest[FULL_PAGE - 1]?.updated ?? rest.at(-1)?.updated;
  // A page holds all of its last moment.
  const page = rest.filter(({ updated }) => updated <= (end ?? 0));
  return { body: { organizations: send(page), count: page.length, end_time: end ?? null, next_page: null } };
}

function ratings(url: URL, list: readonly Kept[], send: (page: Kept[]) => unknown[]): PeerAnswer {
  const since = Number(url.searchParams.get("start_time"));
  const size = Number(url.searchParams.get("page[size]"));
  const after = Number(url.searchParams.get("page[after]") ?? 0);
  const rest = list.filter(
    ({ record }) => seconds(new Date(String(record.created_at))) >= since && record.id > after,
  );
  const page = rest.slice(0, size);
  const meta = { has_more: rest.length > size, after_cursor: String(page.at(-1)?.record.id ?? "") };
  return { body: { satisfaction_ratings: send(page), meta } };
}

function named(url: URL, list: readonly Kept[]): Thing[] {
  const ids = new Set((url.searchParams.get("ids") ?? "").split(",").map(Number));
  return list.map(({ record }) => record).filter(({ id }) => ids.has(id));
}

/** As if each was answered after 90 minutes and solved when it changed last. */
function metricsOf({ record }: Kept) {
  return {
    ...{ ticket_id: record.id, solved_at: record.updated_at, reopens: 0 },
    reply_time_in_minutes: { calendar: 90, business: 30 },
  };
}
