import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer } from "./http-peer.ts";

type Thing = Record<string, unknown> & { id: string; created: number };
export type StripePeer = VendorPeer & {
  readonly lists: Readonly<Record<string, Thing[]>>;
  /** As if something happened to a thing now. */
  happen(type: string, thing: Record<string, unknown>): void;
};

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
const BEGAN = seconds(NOON) - 90 * 86_400;
const KEPT_EVENTS_SECONDS = 30 * 86_400;

/** Stripe's lists and events, as docs.stripe.com/api describes them. */
export function stripePeer(many: number): StripePeer {
  const made = (record: (n: number) => Omit<Thing, "created">): Thing[] =>
    Array.from(
      { length: many },
      (_, index) => ({ ...record(index + 1), created: BEGAN + index * 60 }) as Thing,
    );
  const lists: Record<string, Thing[]> = {
    customers: made((n) => ({
      ...{ id: `cus_${n}`, object: "customer", name: `Company ${n}`, email: `c${n}@example.com` },
      ...{ currency: "eur", description: null, address: { country: "DE", city: null } },
    })),
    subscriptions: made(subscriptionOf),
    charges: made((n) => ({
      ...{ id: `ch_${n}`, object: "charge", amount: 4_990, amount_captured: n % 4 === 0 ? 0 : 4_990 },
      ...{ captured: n % 4 !== 0, status: n % 4 === 0 ? "failed" : "succeeded", currency: "eur" },
      ...{ customer: `cus_${n}`, description: "Subscription update", invoice: `in_${n}` },
    })),
    refunds: made((n) => ({
      ...{ id: `re_${n}`, object: "refund", amount: 500, currency: "eur", status: "succeeded" },
      charge: `ch_${n}`,
    })),
  };
  const events: Thing[] = [];
  const happen = (type: string, thing: Record<string, unknown>) => {
    const created = seconds(peer.clock.now);
    events.push({ id: `evt_${events.length + 1}`, created, type, data: { object: { ...thing } } });
  };
  const changing = (name: string, event: string, remove: PeerStream["remove"]): PeerStream => ({
    ...{ idField: "id", ids: () => lists[name]!.map(({ id }) => id) },
    needs: name === "customers" ? "created" : "start_date",
    change: () => {
      happen(event, lists[name]![1]!);
      return lists[name]![1]!.id;
    },
    remove,
  });
  const dated = (name: string, idOf: (thing: Thing) => string, idField: string): PeerStream => ({
    ...{ idField, needs: "amount", remove: null },
    ids: () => lists[name]!.map(idOf),
    change: () => {
      const number = lists[name]!.length + 1;
      const thing = { ...lists[name]![0]!, id: `new_${number}`, created: seconds(peer.clock.now) };
      lists[name]!.push(name === "refunds" ? { ...thing, charge: "ch_new" } : thing);
      return idOf(lists[name]!.at(-1)!);
    },
  });
  const peer: StripePeer = {
    ...{ lists, happen, clock: { now: NOON } },
    sending: (_, record) => record,
    streams: {
      customers: changing("customers", "customer.updated", () => {
        const [gone] = lists.customers!.splice(2, 1);
        happen("customer.deleted", gone!);
        return gone!.id;
      }),
      subscriptions: changing("subscriptions", "customer.subscription.updated", null),
      charges: dated("charges", ({ id }) => id, "id"),
      refunds: dated("refunds", ({ charge }) => `${charge}-refund`, "external_id"),
    },
    answer: ({ url, headers }) => {
      if (headers.authorization !== "Bearer rk_secret") return { status: 401, body: { error: {} } };
      const name = url.pathname.replace("/v1/", "");
      if (name === "events") {
        const page = listed(url, keptEvents(events, url, seconds(peer.clock.now)));
        return page((event) => sentEvent(event, peer.sending));
      }
      const list = lists[name];
      if (!list) return { status: 404, body: { error: {} } };
      return listed(
        url,
        list,
      )((thing) => peer.sending(name, name === "refunds" ? expanded(thing, url, lists) : thing));
    },
  };
  return peer;
}

export function subscriptionOf(n: number): Omit<Thing, "created"> {
  const recurring = { interval: "month", interval_count: 1, usage_type: "licensed" };
  const price = {
    id: "price_1",
    currency: "eur",
    unit_amount: 4_990,
    unit_amount_decimal: "4990",
    recurring,
  };
  return {
    ...{ id: `sub_${n}`, object: "subscription", customer: `cus_${n}`, status: "active", currency: "eur" },
    ...{ start_date: BEGAN, ended_at: null, trial_end: null, discount: null },
    items: { object: "list", data: [{ id: `si_${n}`, quantity: 2, price }] },
  };
}

/** Latest first, after an id, between two moments. */
function listed(url: URL, list: readonly Thing[]): (send: (thing: Thing) => unknown) => PeerAnswer {
  const asked = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise);
  const [from, until] = [asked("created[gte]", 0), asked("created[lt]", Number.POSITIVE_INFINITY)];
  const found = list.filter(({ created }) => created >= from && created < until).reverse();
  const after = url.searchParams.get("starting_after");
  const rest = after === null ? found : found.slice(found.findIndex(({ id }) => id === after) + 1);
  const limit = asked("limit", 10);
  return (send) => ({
    body: { object: "list", data: rest.slice(0, limit).map(send), has_more: rest.length > limit },
  });
}

function keptEvents(events: readonly Thing[], url: URL, now: number): Thing[] {
  const types = [...url.searchParams].flatMap(([name, value]) => (name.startsWith("types[") ? [value] : []));
  return events.filter(
    ({ type, created }) => types.includes(String(type)) && created > now - KEPT_EVENTS_SECONDS,
  );
}

function sentEvent(event: Thing, sending: VendorPeer["sending"]): unknown {
  const { object } = event.data as { object: Record<string, unknown> };
  return { ...event, data: { object: sending(`${object.object}s`, object) } };
}

/** The charge of a refund, with all refunds of it, where both are asked for. */
function expanded(refund: Thing, url: URL, lists: StripePeer["lists"]): Thing {
  if (url.searchParams.get("expand[0]") !== "data.charge") return refund;
  const refunds = lists.refunds!.filter(({ charge }) => charge === refund.charge);
  const charge = {
    id: refund.charge,
    customer: "cus_1",
    invoice: null,
    refunds: { data: refunds, has_more: false },
  };
  return { ...refund, charge };
}
