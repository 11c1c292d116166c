import { describe, expect, it } from "vitest";
import { againProducts, nextProducts } from "../../../../src/domain/products/next-products.ts";
import type { ProductPair } from "../../../../src/domain/products/product-pairs.ts";

const pair = (product: string, other: string, weight: number): ProductPair => ({
  ...{ product, other, weight, both: 9, later: 4, productCustomers: 20, otherCustomers: 30 },
});
const bought = (product: string, days = 1, lastDay = 100, customers = 9) => ({
  ...{ product, firstDay: 1, lastDay, days, customers },
});

describe("next products", () => {
  it("are those that most of what they bought speaks for, because of the strongest", () => {
    const pairs = [
      ...[pair("Tea", "Cup", 0.3), pair("Tea", "Pot", 0.4)],
      ...[pair("Milk", "Cup", 0.2), pair("Milk", "Jug", 0.1)],
    ];
    const next = nextProducts([bought("Tea"), bought("Milk")], pairs);
    expect(next.map(({ product, because }) => [product, because.product])).toEqual([
      ["Cup", "Tea"],
      ["Pot", "Tea"],
      ["Jug", "Milk"],
    ]);
  });

  it("are never what they have bought", () => {
    const next = nextProducts(
      [bought("Tea"), bought("Cup")],
      [pair("Tea", "Cup", 0.9), pair("Cup", "Tea", 0.9)],
    );
    expect(next).toEqual([]);
  });

  it("are five, ties in the order of their names, whatever the order they come in", () => {
    const pairs = ["茶壶", "杯子", "F", "B", "E", "C"].map((other) => pair("Tea", other, 0.5));
    const names = (some: readonly ProductPair[]) =>
      nextProducts([bought("Tea")], some).map(({ product }) => product);
    expect(names(pairs)).toEqual(["B", "C", "E", "F", "杯子"]);
    expect(names(pairs.toReversed())).toEqual(["B", "C", "E", "F", "杯子"]);
  });
});

describe("products bought again", () => {
  it("go by the days they were bought on, then by how many customers buy them, then by how long ago", () => {
    const own = [bought("Tea", 2), bought("Cup", 2, 100, 20), bought("Pen", 5), bought("Ink", 2, 120)];
    const again = againProducts(own);
    expect(again.map(({ product }) => product)).toEqual(["Pen", "Cup", "Ink", "Tea"]);
  });
});
