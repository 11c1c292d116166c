import { describe, expect, it } from "vitest";
import { customerProducts } from "../../../../src/domain/products/customer-products.ts";
import { NO_PRODUCTS, type ProductFacts } from "../../../../src/domain/products/product-facts.ts";
import type { ProductPair } from "../../../../src/domain/products/product-pairs.ts";
import {
  nothingPhrase,
  regularPhrase,
  suggestedPhrase,
} from "../../../../src/domain/products/product-phrases.ts";
import { textOf } from "../../../../src/words/text.ts";

const NOW = new Date("2026-11-29T14:00:00Z");
const TODAY = 20_786;
const pairing = { customers: 1_240, asOf: NOW };
const pair = (product: string, other: string, later = 29): ProductPair => ({
  ...{ product, other, weight: 0.4, both: 41, later, productCustomers: 120, otherCustomers: 96 },
});
const facts = (rest: Partial<ProductFacts> = {}): ProductFacts => ({ ...NO_PRODUCTS, pairing, ...rest });
const bought = (product: string, days = 1, firstDay = TODAY - 100, lastDay = TODAY - 10) => ({
  ...{ product, days, firstDay, lastDay, customers: 9 },
});

describe("a customer's products", () => {
  it("are suggested by the names they go by, with what speaks for them", () => {
    const { next, because } = customerProducts(
      facts({ bought: [bought("T-1")], pairs: [pair("T-1", "C-9")], names: { "T-1": "Tea", "C-9": "Cup" } }),
      NOW,
    );
    expect(because).toBeNull();
    expect(next.map((one) => textOf(suggestedPhrase(one, pairing.customers), "en"))).toEqual([
      "Cup – 41 of the 120 customers who bought Tea bought it, too, 29 of them on a later day; of all 1,240 it was 96",
    ]);
  });

  it("say nothing of a later day where all bought both at once", () => {
    const { next } = customerProducts(facts({ bought: [bought("茶")], pairs: [pair("茶", "杯子", 0)] }), NOW);
    expect(next.map((one) => textOf(suggestedPhrase(one, 1_240), "en"))).toEqual([
      "杯子 – 41 of the 120 customers who bought 茶 bought it, too; of all 1,240 it was 96",
    ]);
  });

  it.each([
    ["no-products", NO_PRODUCTS, "no order of theirs names a product"],
    ["not-yet", facts({ bought: [bought("Tea")], pairing: null }), "worked out every night"],
    ["too-few", facts({ bought: [bought("Tea")] }), "at least 5 customers"],
    ["too-few", facts({ bought: [bought("Tea")], pairs: [pair("Tea", "Tea")] }), "at least 5 customers"],
  ] as const)("say why there are none: %s", (because, given, text) => {
    expect(customerProducts(given, NOW)).toMatchObject({ next: [], because });
    expect(textOf(nothingPhrase(because), "en")).toContain(text);
  });

  it("are regular from three days on, with the usual gap and whether they are due", () => {
    const own = [
      bought("Tea", 4, TODAY - 100, TODAY - 31),
      bought("Cup", 3, TODAY - 70, TODAY - 10),
      bought("Pot", 2, TODAY - 70, TODAY - 10),
    ];
    const { regular } = customerProducts(facts({ bought: own }), NOW);
    expect(regular.map((one) => textOf(regularPhrase(one), "en"))).toEqual([
      "Tea – on 4 days, every 23 days, last 31 days ago, due again",
      "Cup – on 3 days, every 30 days, last 10 days ago",
    ]);
  });

  it("are due on the day on which the usual gap is over", () => {
    const due = (lastDay: number) =>
      customerProducts(facts({ bought: [bought("Tea", 3, lastDay - 60, lastDay)] }), NOW).regular[0]?.isDue;
    expect([due(TODAY - 29), due(TODAY - 30)]).toEqual([false, true]);
  });
});
