import { afterEach, describe, expect, it } from "vitest";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { shopifySource } from "../../../src/sources/shopify/shopify-source.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { shopifyPeer, shopMoney } from "../../peers/shopify-peer.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { shop: "acme" };
const secrets = { SHOPIFY_TOKEN: "shpat-secret" };

describe("pulling from Shopify", () => {
  keepsTheSourceContract({
    ...{ definition: shopifySource, settings, secrets },
    ...{ peer: shopifyPeer, longest: "orders" },
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());
  const orders = shopifySource.streams[1]!;

  async function open(order: Record<string, unknown>) {
    const peer = shopifyPeer(1);
    Object.assign(peer.lists.orders[0]!, order);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin), now: NOON };
    return { from, rows: async () => rowsOf(orders, (await pullAll(orders, from)).records, "shopify") };
  }

  it("makes each line of an order an activity, called as in the exports", async () => {
    const line = { name: "Tea", quantity: 2, discountedTotalSet: shopMoney("19.90") };
    const { rows } = await open({ lineItems: Array.from({ length: 120 }, () => line) });
    const all = await rows();
    expect(all).toHaveLength(120);
    expect(all[0]).toMatchObject({
      customer: "c1@example.com",
      activity: { externalId: "#1001", kind: "order", amountMinor: 1_990, quantity: 2, category: "Tea" },
    });
    expect(all[119]).toMatchObject({ activity: { externalId: "#1001-120", document: "#1001" } });
  });

  it("gives each refund its own day, and none where nothing was paid back", async () => {
    const refund = (createdAt: string, amount: string) => ({
      ...{ id: createdAt, createdAt, totalRefundedSet: shopMoney(amount) },
    });
    const refunds = [
      ...[refund("2026-03-20T10:00:00Z", "5.00"), refund("2026-03-21T10:00:00Z", "0.0")],
      refund("2026-03-25T10:00:00Z", "7.50"),
    ];
    const found = (await (await open({ refunds })).rows()).slice(1);
    expect(found).toMatchObject([
      { activity: { externalId: "#1001-refund", kind: "refund", at: new Date("2026-03-20T10:00:00Z") } },
      { activity: { externalId: "#1001-refund-2", amountMinor: 750, at: new Date("2026-03-25T10:00:00Z") } },
    ]);
  });

  it("takes a guest for a customer by what was left", async () => {
    const billingAddress = { name: "Ana Sousa", countryCodeV2: "PT" };
    const [guest, line] = await (await open({ customer: null, billingAddress, phone: "+351 1" })).rows();
    expect(guest).toMatchObject({ profile: { externalId: "+351 1", name: "Ana Sousa", country: "PT" } });
    expect(line).toMatchObject({ customer: "+351 1" });
  });

  it("leaves test orders out", async () => {
    expect(await (await open({ test: true })).rows()).toEqual([]);
  });

  it.each([
    ["THROTTLED", "limited"],
    ["ACCESS_DENIED", "forbidden"],
    ["undefinedField", "changed-shape"],
  ])("fails by name where GraphQL answers %s", async (code, reason) => {
    const { from } = await open({});
    http!.failNext({ body: { errors: [{ message: "no", extensions: { code } }] } });
    await expect(orders.page(from, null)).rejects.toMatchObject({ reason });
  });
});
