import { inOrder, type PurchaseTable } from "./purchase-table.ts";

/** A product that customers of another one buy, too, more of them than chance would bring. */
export type ProductPair = {
  readonly product: string;
  readonly other: string;
  /** How strongly the one speaks for the other, 0 or more; comparable among all pairs of one reckoning. */
  readonly weight: number;
  /** Customers who bought both. */
  readonly both: number;
  /** Of these, how many bought the other on a later day for the first time. */
  readonly later: number;
  /** Customers who bought the product, and who bought the other one. */
  readonly productCustomers: number;
  readonly otherCustomers: number;
};

/**
 * Fewer customers than these make no suggestion: what so few bought could tell who they are, and may be chance. Chosen by
 * the product.
 */
export const FEWEST_CUSTOMERS = 5;
/** The others that are kept of each product. Chosen on spring windows, where 60 came out alike and 15
 * two points lower. */
export const PAIRS_PER_PRODUCT = 30;

/** Both chosen on spring windows, where 10 to 50 customers and 30 to 60 days came out alike. */
const SHRINKAGE_CUSTOMERS = 20;
const RECENT_DAYS = 60;
/** Customers of the average product that are added to each when it is asked how many bought it of late. Chosen. */
const AVERAGE_CUSTOMERS = 5;
/** How far the pair must be beyond chance, in standard deviations; about one pair in forty passes by chance. */
const BEYOND_CHANCE = 2;

/** What is known of each product by itself, by index. */
type Sales = {
  readonly customers: Int32Array;
  /** The customers, each divided by how many products they buy: who buys everything counts for little. */
  readonly share: Float64Array;
  /** How much more of its customers bought it of late than of the average product; 1: as many. */
  readonly freshness: Float64Array;
  /** The rows of each product's customers: `rows` from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
};

/**
 * The strongest pairs of every product, product by product: cosine of who bought them, each customer divided by how many
 * products they buy, shrunk where few bought both, raised where the other sells of late. docs/decisions/2026-11-29-next-product.md
 * has the measurements.
 * @param today whole days since 1970, the day from which "of late" counts back
 */
export function* productPairs(table: PurchaseTable, today: number): Generator<ProductPair[]> {
  const sales = salesOf(table, today);
  const counts = emptyCounts(table.products.length);
  const customerOf = customersOfRows(table);
  for (let product = 0; product < table.products.length; product += 1) {
    if ((sales.customers[product] ?? 0) < FEWEST_CUSTOMERS) continue;
    count(table, sales, customerOf, product, counts);
    yield strongest(table, sales, product, counts);
  }
}

type Counts = { both: Int32Array; later: Int32Array; share: Float64Array; touched: number[] };

const emptyCounts = (products: number): Counts => ({
  both: new Int32Array(products),
  later: new Int32Array(products),
  share: new Float64Array(products),
  touched: [],
});

function customersOfRows({ starts, product, customers }: PurchaseTable): Int32Array {
  const customerOf = new Int32Array(product.length);
  for (let customer = 0; customer < customers; customer += 1)
    customerOf.fill(customer, starts[customer], starts[customer + 1]);
  return customerOf;
}

/** All that customers of the product bought besides. Indexes are within their arrays, so no value is missing. */
function count(
  table: PurchaseTable,
  sales: Sales,
  customerOf: Int32Array,
  product: number,
  { both, later, share, touched }: Counts,
): void {
  for (const other of touched) both[other] = later[other] = share[other] = 0;
  touched.length = 0;
  const end = sales.starts[product + 1] ?? 0;
  for (let place = sales.starts[product] ?? 0; place < end; place += 1) {
    const row = sales.rows[place] ?? 0;
    const customer = customerOf[row] ?? 0;
    const first = table.starts[customer] ?? 0;
    const last = table.starts[customer + 1] ?? 0;
    const since = table.firstDay[row] ?? 0;
    for (let at = first; at < last; at += 1) {
      const other = table.product[at] ?? 0;
      if (both[other] === 0) touched.push(other);
      both[other] = (both[other] ?? 0) + 1;
      share[other] = (share[other] ?? 0) + 1 / (last - first);
      if ((table.firstDay[at] ?? 0) > since) later[other] = (later[other] ?? 0) + 1;
    }
  }
}

function strongest(table: PurchaseTable, sales: Sales, product: number, counts: Counts): ProductPair[] {
  const pairs: ProductPair[] = [];
  const productCustomers = sales.customers[product] ?? 0;
  for (const other of counts.touched) {
    const both = counts.both[other] ?? 0;
    const otherCustomers = sales.customers[other] ?? 0;
    if (other === product || both < FEWEST_CUSTOMERS) continue;
    const expected = (productCustomers * otherCustomers) / table.customers;
    if (both <= expected + BEYOND_CHANCE * Math.sqrt(expected)) continue;
    const shares = (sales.share[product] ?? 0) * (sales.share[other] ?? 0);
    const cosine = (counts.share[other] ?? 0) / Math.sqrt(shares);
    const weight = cosine * (both / (both + SHRINKAGE_CUSTOMERS)) * Math.sqrt(sales.freshness[other] ?? 0);
    const [name, otherName] = [table.products[product] ?? "", table.products[other] ?? ""];
    const later = counts.later[other] ?? 0;
    pairs.push({ product: name, other: otherName, weight, both, later, productCustomers, otherCustomers });
  }
  return pairs.sort(byStrength).slice(0, PAIRS_PER_PRODUCT);
}

const byStrength = (a: ProductPair, b: ProductPair) =>
  b.weight - a.weight || b.both - a.both || inOrder(a.other, b.other);

function salesOf(table: PurchaseTable, today: number): Sales {
  const { product, products, customers: buyers } = table;
  const customers = new Int32Array(products.length);
  const recent = new Int32Array(products.length);
  const share = new Float64Array(products.length);
  for (let customer = 0; customer < buyers; customer += 1) {
    const [first, end] = [table.starts[customer] ?? 0, table.starts[customer + 1] ?? 0];
    for (let row = first; row < end; row += 1) {
      const index = product[row] ?? 0;
      customers[index] = (customers[index] ?? 0) + 1;
      share[index] = (share[index] ?? 0) + 1 / (end - first);
      if ((table.lastDay[row] ?? 0) >= today - RECENT_DAYS) recent[index] = (recent[index] ?? 0) + 1;
    }
  }
  return { customers, share, freshness: freshnessOf(customers, recent), ...rowsByProduct(table, customers) };
}

/** 1 for all of them where nothing was bought of late: then it tells nothing of one against another. */
function freshnessOf(customers: Int32Array, recent: Int32Array): Float64Array {
  const total = (counts: Int32Array) => counts.reduce((sum, one) => sum + one, 0);
  const average = total(recent) / Math.max(1, total(customers));
  return Float64Array.from(customers, (all, index) =>
    average === 0
      ? 1
      : ((recent[index] ?? 0) + AVERAGE_CUSTOMERS * average) / ((all + AVERAGE_CUSTOMERS) * average),
  );
}

function rowsByProduct({ product }: PurchaseTable, customers: Int32Array): Pick<Sales, "starts" | "rows"> {
  const starts = new Int32Array(customers.length + 1);
  for (let index = 0; index < customers.length; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + (customers[index] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(product.length);
  for (let row = 0; row < product.length; row += 1) {
    const index = product[row] ?? 0;
    const place = next[index] ?? 0;
    rows[place] = row;
    next[index] = place + 1;
  }
  return { starts, rows };
}
