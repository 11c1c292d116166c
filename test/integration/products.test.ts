import { beforeEach, expect, it } from "vitest";
import { CARD_NEEDS, customerCard } from "../../src/domain/outreach/customer-card.ts";
import { nextProducts } from "../../src/domain/products/next-products.ts";
import { NO_PRODUCTS } from "../../src/domain/products/product-facts.ts";
import { showProducts } from "../../src/flows/outreach/show-products.ts";
import { pairProducts } from "../../src/flows/products/pair-products.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-12-01T12:00:00Z");
const manager = { slackUserId: "U1", name: "Mia", email: null, role: "manager", timeZone: "UTC" } as const;

describeOnEachDatabase("products", (database) => {
  const store = () => createStore(database());
  const query = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);
  let serial = 0;
  let customer: (name: string) => Promise<number>;
  const buy = (
    id: number,
    product: string | null,
    at = "2026-11-01T10:00:00Z",
    minor = 500,
    kind = "order",
  ) =>
    query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category)
       VALUES ('shop', $1, $2, $3, $4, $5, 'EUR', $6)`,
      [String(++serial), id, kind, at, minor, product],
    );
  const pair = (asOf = NOW) => pairProducts(store(), { asOf });
  const shown = async (customerId: number) => {
    const answer = await showProducts({ ...store(), clock: () => NOW }, { customerId });
    if (answer.kind === "gone") throw new Error("no such customer");
    return answer.products;
  };

  /** Six buy tea and, a week later, cups; fourteen buy pens. */
  beforeEach(async () => {
    customer = fileRows(database()).customer;
    for (let place = 0; place < 6; place += 1) {
      const drinker = await customer(`Drinker ${place}`);
      await buy(drinker, "茶");
      await buy(drinker, "C-9", "2026-11-08T10:00:00Z");
    }
    for (let place = 0; place < 14; place += 1) await buy(await customer(`Writer ${place}`), "Pen");
  });

  it("are suggested to who bought the one and not the other, and stand on the card", async () => {
    const acme = await customer("Acme");
    await buy(acme, "茶");
    expect(await shown(acme)).toMatchObject({ next: [], because: "not-yet" });
    expect(await pair()).toEqual({ customers: 21, products: 2, pairs: 2 });
    await query("INSERT INTO products (source, external_id, name) VALUES ('shop', 'C-9', '杯子')");
    expect(await shown(acme)).toMatchObject({
      next: [
        {
          ...{ name: "杯子", afterName: "茶", both: 6, later: 6 },
          ...{ productCustomers: 7, otherCustomers: 6 },
        },
      ],
      because: null,
      pairing: { customers: 21, asOf: NOW },
    });
    const facts = (await store().facts.read(CARD_NEEDS, [acme], NOW)).get(acme);
    if (facts === undefined) throw new Error("no such customer");
    expect(customerCard(facts, manager, "direct", NOW).nextProducts).toEqual(["杯子"]);
    // Two products of one number: the number stands for neither of them.
    await query("INSERT INTO products (source, external_id, name) VALUES ('other', 'C-9', 'Chair')");
    expect((await shown(acme)).next[0]?.name).toBe("C-9");
  });

  it("are not those sold no more, by number or by name, nor those bought", async () => {
    const acme = await customer("Acme");
    await buy(acme, "茶");
    await pair();
    const sell = (externalId: string, name: string, active: boolean) =>
      query("INSERT INTO products (source, external_id, name, active) VALUES ('shop', $1, $2, $3)", [
        ...[externalId, name, active],
      ]);
    await sell("77", "C-9", false);
    expect(await shown(acme)).toMatchObject({ next: [], because: "too-few" });
    await sell("C-9", "Cup", true);
    expect((await shown(acme)).next.map(({ name }) => name)).toEqual(["Cup"]);
    await buy(acme, "C-9");
    expect(await shown(acme)).toMatchObject({ next: [], because: "too-few" });
  });

  it("count orders with an amount that name a product, up to the moment", async () => {
    for (let place = 0; place < 6; place += 1) {
      const id = await customer(`Other ${place}`);
      await buy(id, "Kettle");
      await buy(id, "Sample", "2026-11-01T10:00:00Z", 0);
      await buy(id, "Given back", "2026-11-01T10:00:00Z", 500, "refund");
      await buy(id, "Later", "2026-12-01T12:00:00Z");
      await buy(id, null);
    }
    expect(await pair()).toEqual({ customers: 26, products: 2, pairs: 2 });
    const { rows } = await query('SELECT product, other FROM product_pairs ORDER BY product COLLATE "C"');
    expect(rows).toEqual([
      { product: "C-9", other: "茶" },
      { product: "茶", other: "C-9" },
    ]);
  });

  it("are reckoned anew without a trace of what is gone, and not written where nothing changed", async () => {
    await pair();
    const versions = async () =>
      (await query('SELECT product, xmin::text AS written FROM product_pairs ORDER BY product COLLATE "C"'))
        .rows;
    const before = await versions();
    await pair();
    expect(await versions()).toEqual(before);
    await query("DELETE FROM activities WHERE category = '茶'");
    expect(await pair(new Date("2026-12-02T00:00:00Z"))).toEqual({ customers: 20, products: 0, pairs: 0 });
    expect(await versions()).toEqual([]);
    expect((await query("SELECT customers FROM product_pairing")).rows).toEqual([{ customers: 20 }]);
  });

  it("are the same from the pairs that are read as from all pairs", async () => {
    await query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category)
       SELECT 'many', id || ':' || n, id, 'order', '2026-10-01', 500, 'EUR', 'Thing ' || (id % 2) || ' ' || (n * (id + 3)) % 13
       FROM customers, generate_series(1, 8) n`,
    );
    await pair();
    const { rows: all } = await query(
      `SELECT product, other, weight, both_customers AS both, later_customers AS later,
         product_customers AS "productCustomers", other_customers AS "otherCustomers"
       FROM product_pairs ORDER BY product COLLATE "C", other COLLATE "C"`,
    );
    const { rows: ids } = await query("SELECT id FROM customers");
    let suggested = 0;
    for (const { id } of ids) {
      const { bought } = (await store().facts.read(["products"], [id], NOW)).get(id)?.products ?? NO_PRODUCTS;
      const owned = new Set(bought.map(({ product }) => product));
      const next = nextProducts(
        bought,
        all.filter(({ product }) => owned.has(product)),
      );
      expect((await shown(id)).next.map(({ name }) => name)).toEqual(next.map(({ product }) => product));
      suggested += next.length;
    }
    expect(suggested).toBeGreaterThan(10);
  });

  it("bought longest ago are not taken for new where a customer bought more than are looked at", async () => {
    const acme = await customer("Acme");
    await buy(acme, "C-9", "2026-01-01T10:00:00Z");
    await query(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category)
       SELECT 'many', n::text, $1, 'order', '2026-10-01', 500, 'EUR', 'Thing ' || n FROM generate_series(1, 100) n`,
      [acme],
    );
    await buy(acme, "茶");
    await pair();
    expect((await shown(acme)).next).toEqual([]);
  });
});
