import { afterEach, describe, expect, it } from "vitest";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { decimalOf } from "../../../src/sources/stripe/stripe-amounts.ts";
import { stripeSource } from "../../../src/sources/stripe/stripe-source.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { type StripePeer, stripePeer, subscriptionOf } from "../../peers/stripe-peer.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const secrets = { STRIPE_API_KEY: "rk_secret" };
const DAY_MS = 86_400_000;
const secondsOf = (at: string) => Date.parse(at) / 1_000;

describe("pulling from Stripe", () => {
  keepsTheSourceContract({
    ...{ definition: stripeSource, settings: {}, secrets },
    ...{ peer: stripePeer, longest: "charges" },
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());

  async function open(fill: (peer: StripePeer) => void = () => {}, many = 1) {
    const peer = stripePeer(many);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings: {}, secrets, fetch: peerFetch(http.origin), now: NOON };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string, cursor: string | null = null, now = NOON) =>
      rowsOf(streamOf(name), (await pull(name, cursor, now)).records, "stripe");
    return { peer, pull, rows };
  }
  const streamOf = (name: string) => stripeSource.streams.find((stream) => stream.name === name)!;
  const subscribed = (change: Record<string, unknown>) =>
    open(({ lists }) => {
      Object.assign(lists.subscriptions![0]!, change);
    });
  const priced = (price: Record<string, unknown>, recurring: Record<string, unknown> = {}) => {
    const [item] = (subscriptionOf(1).items as { data: { price: Record<string, object> }[] }).data;
    const all = { ...item!.price, ...price, recurring: { ...item!.price.recurring, ...recurring } };
    return { items: { data: [{ ...item, price: all }] } };
  };
  const monthlyOf = async (change: Record<string, unknown>) => {
    const [row] = await (await subscribed(change)).rows("subscriptions");
    return row?.kind === "contract" ? row.told.monthly : row?.kind;
  };

  it("makes a subscription a contract that is worth its items a month", async () => {
    const [row] = await (await open()).rows("subscriptions");
    expect(row).toMatchObject({
      kind: "contract",
      told: {
        ...{ contract: "sub_1", customer: "cus_1", startedOn: "2025-12-31", endedOn: null },
        monthly: { minor: 9_980, currency: "EUR" },
      },
    });
  });

  it.each([
    ["a year", priced({ unit_amount: 120_000, unit_amount_decimal: "120000" }, { interval: "year" }), 20_000],
    ["three months", priced({ unit_amount_decimal: "3000" }, { interval_count: 3 }), 2_000],
    ["a week", priced({ unit_amount_decimal: "1200" }, { interval: "week" }), 10_400],
    ["parts of a cent", priced({ unit_amount_decimal: "0.75" }), 2],
    ["a discount for good", { discount: { coupon: { duration: "forever", percent_off: 25 } } }, 7_485],
    ["a discount that ends", { discount: { coupon: { duration: "once", percent_off: 25 } } }, 9_980],
  ])("counts %s by the month", async (_, change, minor) => {
    expect(await monthlyOf(change)).toEqual({ minor, currency: "EUR" });
  });

  it("states no price that depends on use or tiers, rather than a wrong one", async () => {
    expect(await monthlyOf(priced({}, { usage_type: "metered" }))).toBe("rejected");
    expect(await monthlyOf(priced({ unit_amount: null, unit_amount_decimal: null }))).toBe("rejected");
  });

  it("begins a contract when the trial is over, and makes none of a trial that ended it", async () => {
    const trial = { trial_end: secondsOf("2026-01-14T00:00:00Z") };
    const [row] = await (await subscribed(trial)).rows("subscriptions");
    expect(row).toMatchObject({ told: { startedOn: "2026-01-14", priceFrom: "2026-01-14" } });
    const ended = { ...trial, status: "canceled", ended_at: secondsOf("2026-01-10T00:00:00Z") };
    await http?.stop();
    expect(await (await subscribed(ended)).rows("subscriptions")).toEqual([]);
  });

  it("counts a price that an event brings from the day of the event", async () => {
    const { peer, pull, rows } = await open();
    const { cursor } = await pull("subscriptions");
    peer.clock.now = new Date(NOON.getTime() + DAY_MS);
    peer.happen("customer.subscription.updated", {
      ...subscriptionOf(1),
      ...priced({ unit_amount_decimal: "9900" }),
    });
    const [row] = await rows("subscriptions", cursor, new Date(NOON.getTime() + DAY_MS * 1.5));
    expect(row).toMatchObject({ told: { priceFrom: "2026-04-01", monthly: { minor: 19_800 } } });
  });

  it("takes the last of several changes", async () => {
    const { peer, pull } = await open();
    const { cursor } = await pull("customers");
    for (const name of ["First", "Last"])
      peer.happen("customer.updated", { ...peer.lists.customers![0]!, name });
    const { records } = await pull("customers", cursor, new Date(NOON.getTime() + 3_600_000));
    expect(records).toMatchObject([{ id: "cus_1", name: "Last" }]);
  });

  it("reads everything again where events were forgotten since", async () => {
    const { pull } = await open(undefined, 3);
    const { cursor } = await pull("customers");
    const { records } = await pull("customers", cursor, new Date(NOON.getTime() + 40 * DAY_MS));
    expect(records).toHaveLength(3);
  });

  it("waits for a payment that is pending, and then takes it", async () => {
    const { peer, pull, rows } = await open(({ lists }) => {
      Object.assign(lists.charges![0]!, {
        status: "pending",
        captured: true,
        created: secondsOf("2026-03-25T08:00:00Z"),
      });
    });
    const first = await pull("charges");
    expect(first.records).toEqual([]);
    Object.assign(peer.lists.charges![0]!, { status: "succeeded" });
    const [row] = await rows("charges", first.cursor, new Date(NOON.getTime() + DAY_MS));
    expect(row).toMatchObject({
      activity: { kind: "order", amountMinor: 4_990, at: new Date("2026-03-25T08:00:00Z") },
    });
  });

  it("takes failed attempts for failed payments, and what has no customer for nobody's", async () => {
    const { rows } = await open(({ lists }) => {
      lists.charges!.push({ ...lists.charges![0]!, id: "ch_failed", status: "failed", captured: false });
      lists.charges!.push({ ...lists.charges![0]!, id: "ch_nobody", customer: null });
    });
    const kinds = (await rows("charges")).map((row) => row.kind === "activity" && row.activity.kind);
    expect(kinds.sort()).toEqual(["order", "payment_failed"]);
  });

  it("gives refunds their own day, the first the name that an export gives it", async () => {
    const { rows } = await open(({ lists }) => {
      lists.refunds!.push({
        ...lists.refunds![0]!,
        id: "re_second",
        created: secondsOf("2026-03-01T09:00:00Z"),
      });
    });
    const refunds = (await rows("refunds")).map((row) => row.kind === "activity" && row.activity);
    expect(refunds).toMatchObject([
      { externalId: "re_second", kind: "refund", amountMinor: 500, at: new Date("2026-03-01T09:00:00Z") },
      { externalId: "ch_1-refund", amountMinor: 500 },
    ]);
  });

  it.each([
    ["eur", 4_990, "49.90"],
    ["jpy", 4_990, "4990"],
    ["kwd", 4_990, "4.990"],
    ["isk", 499_000, "4990"],
    ["ugx", 499_000, "4990"],
    ["eur", 5, "0.05"],
  ])("reads amounts in %s as Stripe writes them", (currency, amount, decimal) => {
    expect(decimalOf(amount, currency)).toBe(decimal);
  });
});
