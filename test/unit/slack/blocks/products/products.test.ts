import { describe, expect, it } from "vitest";
import type { CustomerProducts } from "../../../../../src/domain/products/customer-products.ts";
import { productsMessage } from "../../../../../src/slack/blocks/products/products.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-11-29T14:00:00Z");
const LONG = "<@U1> *very* 長い".repeat(60);
const counts = { both: 41, later: 29, productCustomers: 120, otherCustomers: 96 };
const message = (products: Partial<CustomerProducts>, name = "北京科技") =>
  productsMessage({
    customer: { name },
    products: {
      ...{ next: [], regular: [], because: null, pairing: { customers: 1_240, asOf: NOW } },
      ...products,
    },
    ...{ readAt: NOW, timeZone: "UTC", locale: "en" },
  });
const written = (products: Partial<CustomerProducts>) => JSON.stringify(message(products));

describe("a customer's products", () => {
  it("stand with why, and with what that was made of", () => {
    const next = [{ name: "Cup", afterName: "Tea", ...counts }];
    const regular = [{ name: "Tea", days: 4, usualGapDays: 23, daysSince: 31, isDue: true }];
    const text = written({ next, regular });
    expect(text).toContain("Cup – 41 of the 120 customers who bought Tea");
    expect(text).toContain("Tea – on 4 days, every 23 days, last 31 days ago, due again");
    expect(text).toContain("From the purchases of 1,240 customers up to 29 Nov.");
    expect(message({ next }).text).toBe("北京科技, often bought next: Cup");
  });

  it("say what to do where there are none", () => {
    expect(written({ because: "no-products", pairing: null })).toContain("“category”");
    expect(message({ because: "too-few" }).text).toBe("北京科技: no product to suggest");
  });

  it("can be sent and mention nobody, whatever products are called", () => {
    const next = Array.from({ length: 5 }, () => ({ name: LONG, afterName: LONG, ...counts }));
    const regular = Array.from({ length: 5 }, () => ({
      ...{ name: LONG, days: 4, usualGapDays: 23, daysSince: 31, isDue: true },
    }));
    const all = message({ next, regular });
    assertSendable(all);
    expect(JSON.stringify(all)).not.toContain("<@U1>");
  });
});
