import { describe, expect, it } from "vitest";
import {
  FEWEST_CUSTOMERS,
  type ProductPair,
  productPairs,
} from "../../../../src/domain/products/product-pairs.ts";
import { type ProductPurchases, purchaseTable } from "../../../../src/domain/products/purchase-table.ts";
import { shop, TODAY, times } from "./invented-shop.ts";

const pairsOf = (rows: readonly ProductPurchases[]) =>
  new Map<string, ProductPair[]>(
    [...productPairs(purchaseTable(rows), TODAY)].flatMap((pairs) =>
      pairs[0] === undefined ? [] : [[pairs[0].product, pairs]],
    ),
  );
const others = (pairs: ReadonlyMap<string, ProductPair[]>, product: string) =>
  (pairs.get(product) ?? []).map(({ other }) => other);

describe("pairs of products", () => {
  it("are those planted, with how many bought both, and how many the other later", () => {
    const later = (product: string, customer: number) =>
      TODAY - (product === "Cup" && customer <= 8 ? 5 : 40);
    const pairs = pairsOf(shop([...times(12, "Tea", "Cup"), ...times(4, "Tea"), ...times(60, "Pen")], later));
    expect(pairs.get("Tea")).toEqual([
      expect.objectContaining({
        other: "Cup",
        both: 12,
        later: 8,
        productCustomers: 16,
        otherCustomers: 12,
      }),
    ]);
    expect(pairs.get("Cup")).toEqual([expect.objectContaining({ other: "Tea", both: 12, later: 0 })]);
    expect(pairs.has("Pen")).toBe(false);
  });

  it("hold nothing that everybody buys whatever else they buy", () => {
    const popular = Array.from({ length: 100 }, (_, n) => (n % 5 === 0 ? [] : ["Bag"]));
    const baskets = popular.map((basket, n) => [...basket, ...(n % 2 === 0 ? ["Tea"] : ["Pen"])]);
    expect(pairsOf(shop(baskets)).size).toBe(0);
  });

  it.each([
    [FEWEST_CUSTOMERS - 1, []],
    [FEWEST_CUSTOMERS, ["Cup"]],
  ])("tell of what %i customers bought both: %j", (count, expected) => {
    const pairs = pairsOf(shop([...times(count, "Tea", "Cup"), ...times(3, "Tea"), ...times(80, "Pen")]));
    expect(others(pairs, "Tea")).toEqual(expected);
  });

  it("put first what more customers bought, and what ties in the order of its name", () => {
    const baskets = [...times(20, "茶", "杯子", "茶壶"), ...times(10, "茶", "咖啡"), ...times(90, "笔")];
    expect(others(pairsOf(shop(baskets)), "茶")).toEqual(["杯子", "茶壶", "咖啡"]);
    expect(others(pairsOf(shop(baskets.map((basket) => basket.toReversed()))), "茶")).toEqual([
      ...["杯子", "茶壶", "咖啡"],
    ]);
  });

  it("give less to customers who buy everything", () => {
    const everything = ["Tea", "Mug", ...Array.from({ length: 40 }, (_, n) => `Thing ${n}`)];
    const baskets = [...times(10, "Tea", "Cup"), ...times(12, ...everything), ...times(200, "Pen")];
    expect(others(pairsOf(shop(baskets)), "Tea")[0]).toBe("Cup");
  });

  it("put what still sells before what does not", () => {
    const baskets = [...times(20, "Tea", "Antique cup", "Cup"), ...times(80, "Pen")];
    const days = (product: string) => TODAY - (product === "Antique cup" ? 300 : 10);
    expect(others(pairsOf(shop(baskets, days)), "Tea")).toEqual(["Cup", "Antique cup"]);
    // Where nothing sold of late, it decides nothing.
    expect(others(pairsOf(shop(baskets, () => TODAY - 300)), "Tea")).toEqual(["Antique cup", "Cup"]);
  });

  it("are none of nobody's purchases", () => expect(pairsOf([]).size).toBe(0));
});

it("a customer's purchases are those of the last 500 products", () => {
  const rows = Array.from({ length: 600 }, (_, n) => ({
    ...{ customerId: 1, product: `P${n}`, firstDay: n, lastDay: n },
  }));
  const table = purchaseTable([...rows, { customerId: 2, product: "P0", firstDay: 1, lastDay: 1 }]);
  expect([...table.starts]).toEqual([0, 500, 501]);
  expect(Math.min(...table.lastDay.slice(0, 500))).toBe(100);
});
