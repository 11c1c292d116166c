import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer } from "./http-peer.ts";

type Item = Record<string, unknown> & { id: number; update_time: string; is_deleted: boolean };
export type PipedrivePeer = VendorPeer & {
  readonly lists: Readonly<Record<string, Item[]>>;
  /** Cursors of before are refused from now on. */
  forgetCursors(): void;
};

const BEGAN = NOON.getTime() - 86_400_000;
const rfc3339 = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Four lists of Pipedrive's API v2, and archived deals, as developers.pipedrive.com describes them. */
export function pipedrivePeer(many: number): PipedrivePeer {
  let era = 0;
  const made = (fields: (n: number) => Record<string, unknown>): Item[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ id: index + 1, update_time: rfc3339(BEGAN + index * 1_000), is_deleted: false },
      ...fields(index + 1),
    }));
  const lists: Record<string, Item[]> = {
    organizations: made((n) => ({
      ...{ name: `Company ${n}`, owner_id: 7, website: null },
      address: { value: "Tallinn, Estonia", country: "Estonia" },
    })),
    persons: made((n) => ({
      ...{ name: `Ana Person ${n}`, org_id: n, job_title: "Buyer" },
      emails: [
        { value: `old${n}@company.example`, primary: false, label: "home" },
        { value: `p${n}@company.example`, primary: true, label: "work" },
      ],
      phones: [{ value: "+372 1", primary: true, label: "work" }],
    })),
    deals: made((n) => ({
      ...{
        title: `Deal ${n}`,
        org_id: n,
        person_id: n,
        value: 1200.5,
        currency: n % 2 === 0 ? "USD" : "EUR",
      },
      ...{ status: "won", won_time: "2026-03-01T10:00:00Z", close_time: "2026-03-01T10:00:00Z" },
    })),
    "deals/archived": [],
    activities: made((n) => ({
      ...{ subject: `About ${n}`, type: "call", done: true, org_id: n, person_id: null, owner_id: 7 },
      ...{ due_date: "2026-03-01", due_time: "10:00", duration: "00:30", marked_as_done_time: null },
    })),
  };
  const touch = (item: Item) => {
    item.update_time = rfc3339(peer.clock.now.getTime());
    return String(item.id);
  };
  const streamOf = (name: string, needs: string): PeerStream => ({
    ...{ idField: "id", needs },
    ids: () => lists[name]!.filter(({ is_deleted }) => !is_deleted).map(({ id }) => String(id)),
    change: () => touch(lists[name]![1]!),
    remove: () => {
      lists[name]![2]!.is_deleted = true;
      return touch(lists[name]![2]!);
    },
  });
  const peer: PipedrivePeer = {
    ...{ lists, clock: { now: NOON } },
    sending: (_, record) => record,
    forgetCursors: () => {
      era += 1;
    },
    streams: {
      organizations: streamOf("organizations", "name"),
      persons: streamOf("persons", "org_id"),
      deals: streamOf("deals", "status"),
      activities: streamOf("activities", "due_date"),
    },
    answer: ({ url, headers }): PeerAnswer => {
      if (headers["x-api-token"] !== "pipedrive-secret")
        return { status: 401, body: { success: false, error: "unauthorized access", errorCode: 401 } };
      const name = url.pathname.replace("/api/v2/", "");
      if (!(name in lists)) return { status: 404, body: { success: false } };
      const asked = url.searchParams;
      const [madeIn, place] = (asked.get("cursor") ?? `${era}.0`).split(".");
      if (madeIn !== String(era)) return { status: 400, body: { success: false, error: "Invalid cursor" } };
      const since = asked.get("updated_since") ?? "";
      const withDeleted = name.startsWith("deals") ? (asked.get("status") ?? "").includes("deleted") : true;
      const found = lists[name]!.filter((item) => item.update_time >= since);
      const shown = found.filter(({ is_deleted }) => withDeleted || !is_deleted);
      shown.sort((a, b) => (a.update_time < b.update_time ? -1 : 1));
      const end = Number(place) + Number(asked.get("limit"));
      const data = shown.slice(Number(place), end).map((item) => peer.sending(name.split("/")[0]!, item));
      const next_cursor = end < shown.length ? `${era}.${end}` : null;
      return { body: { success: true, data, additional_data: { next_cursor } } };
    },
  };
  return peer;
}
