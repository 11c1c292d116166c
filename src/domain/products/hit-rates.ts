import {
  againProducts,
  type BoughtProduct,
  nextProducts,
  PRODUCTS_LOOKED_AT,
  PRODUCTS_SUGGESTED,
} from "./next-products.ts";
import { type ProductPair, productPairs } from "./product-pairs.ts";
import { inOrder, purchaseTable } from "./purchase-table.ts";

/** That a customer bought a product on a day, in whole days since 1970 (UTC); once for each. */
export type PurchaseDay = { readonly customerId: number; readonly product: string; readonly day: number };

/** What is compared: what we suggest, and three plain ways to suggest something. */
export const SUGGESTERS = ["suggested", "popular-lately", "popular-ever", "own-repeats"] as const;
export type Suggester = (typeof SUGGESTERS)[number];

/** Whose next purchases are meant: all of them, or those of products that are new to the customer. */
export const AIMS = ["new", "all"] as const;
export type Aim = (typeof AIMS)[number];

/** The best of the plain ways, by what is meant. */
export const RIVALS = { new: "popular-lately", all: "own-repeats" } as const satisfies Record<Aim, Suggester>;

export type HitRates = {
  /** Customers who had bought before the cut and bought (something new) in the days after it. */
  readonly customers: number;
  /** Of these, how many got a suggestion from us; the others count as missed. */
  readonly answered: number;
  /** The share of customers who bought at least one of the five that were named to them; 0 to 1. */
  readonly rates: Readonly<Record<Suggester, number>>;
  /** By how much we are ahead of the rival, with its 95 % interval over customers. */
  readonly ahead: { readonly mean: number; readonly low: number; readonly high: number };
};

export type CutRates = {
  /** The first day that is not known; whole days since 1970. */
  readonly cutDay: number;
  readonly horizonDays: number;
} & Readonly<Record<Aim, HitRates>>;

/** What popularity "lately" looks back on. Chosen on spring windows, where 60 days did worse. */
const LATELY_DAYS = 30;
/** Of a normal distribution, 95 % lie within. */
const Z95 = 1.96;

/**
 * How often suggestions made of what was known before a day were bought in the days after it. Yields after every product.
 * @param purchases of each customer together
 * @param at `horizons` in days
 */
export function* hitRates(
  purchases: readonly PurchaseDay[],
  at: { readonly cutDay: number; readonly horizons: readonly number[] },
): Generator<void, CutRates[]> {
  const { cutDay, horizons } = at;
  const customers = customersAt(purchases, cutDay);
  const rows = customers.flatMap(({ customerId, bought }) => bought.map((one) => ({ customerId, ...one })));
  const pairs = new Map<string, readonly ProductPair[]>();
  for (const some of productPairs(purchaseTable(rows), cutDay)) {
    if (some[0] !== undefined) pairs.set(some[0].product, some);
    yield;
  }
  const popular = { ever: popularity(rows), lately: popularity(rows.filter(isSince(cutDay - LATELY_DAYS))) };
  const named = customers.map((customer) => namedTo(customer, pairs, popular));
  return horizons.map((horizonDays) => {
    const until = cutDay + horizonDays;
    const of = (aim: Aim) =>
      summary(
        customers.flatMap(({ bought, next }, place) => {
          const target = targetOf(aim, bought, next, until);
          const lists = named[place]?.[aim];
          return target.size === 0 || lists === undefined ? [] : [hitsOf(lists, target)];
        }),
        RIVALS[aim],
      );
    return { cutDay, horizonDays, new: of("new"), all: of("all") };
  });
}

type KnownCustomer = {
  readonly customerId: number;
  readonly bought: readonly BoughtProduct[];
  readonly next: readonly PurchaseDay[];
};

/** Who had bought something before the day, what, and what they bought from then on. */
function customersAt(purchases: readonly PurchaseDay[], cutDay: number): KnownCustomer[] {
  const byCustomer = grouped(purchases, ({ customerId }) => customerId);
  return [...byCustomer].flatMap(([customerId, all]) => {
    const before = all.filter(({ day }) => day < cutDay);
    const bought = [...grouped(before, ({ product }) => product)].map(([product, rows]) => {
      const days = rows.map(({ day }) => day);
      return {
        product,
        firstDay: Math.min(...days),
        lastDay: Math.max(...days),
        days: days.length,
        customers: 0,
      };
    });
    return bought.length === 0 ? [] : [{ customerId, bought, next: all.filter(({ day }) => day >= cutDay) }];
  });
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const isSince = (day: number) => (row: { readonly lastDay: number }) => row.lastDay >= day;

/** Products by how many customers bought them, most first. */
function popularity(rows: ReadonlyArray<{ readonly product: string }>): string[] {
  const counts = new Map<string, number>();
  for (const { product } of rows) counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts].sort(([a, of], [b, more]) => more - of || inOrder(a, b)).map(([product]) => product);
}

type Lists = Readonly<Record<Suggester, readonly string[]>>;

function namedTo(
  { bought }: KnownCustomer,
  pairs: ReadonlyMap<string, readonly ProductPair[]>,
  popular: { readonly ever: readonly string[]; readonly lately: readonly string[] },
): Record<Aim, Lists> {
  const latest = latestOf(bought);
  const own = latest.flatMap(({ product }) => pairs.get(product) ?? []);
  const customers = new Map(own.map(({ product, productCustomers }) => [product, productCustomers]));
  const owned = new Map(bought.map((one) => [one.product, one]));
  const next = nextProducts(bought, own).map(({ product }) => product);
  const again = againProducts(
    bought.map((one) => ({ ...one, customers: customers.get(one.product) ?? 0 })),
  ).map(({ product }) => product);
  // Of products bought equally often and lately, the better selling one.
  const repeats = popular.ever
    .flatMap((product) => owned.get(product) ?? [])
    .toSorted((a, b) => b.days - a.days || b.lastDay - a.lastDay);
  const five = (products: readonly string[]) => products.slice(0, PRODUCTS_SUGGESTED);
  const unowned = (products: readonly string[]) => firstFive(products, (product) => !owned.has(product));
  return {
    new: {
      suggested: next,
      "popular-lately": unowned(popular.lately),
      "popular-ever": unowned(popular.ever),
      "own-repeats": [],
    },
    all: {
      suggested: five([...again, ...next]),
      "popular-lately": five(popular.lately),
      "popular-ever": five(popular.ever),
      "own-repeats": five(repeats.map(({ product }) => product)),
    },
  };
}

/** As the store gives them. */
function latestOf(bought: readonly BoughtProduct[]): readonly BoughtProduct[] {
  const ordered = bought.toSorted((a, b) => b.lastDay - a.lastDay || inOrder(a.product, b.product));
  return ordered.slice(0, PRODUCTS_LOOKED_AT);
}

function firstFive(products: readonly string[], isWanted: (product: string) => boolean): string[] {
  const found: string[] = [];
  for (const product of products) {
    if (found.length === PRODUCTS_SUGGESTED) break;
    if (isWanted(product)) found.push(product);
  }
  return found;
}

function targetOf(
  aim: Aim,
  bought: readonly BoughtProduct[],
  next: readonly PurchaseDay[],
  until: number,
): ReadonlySet<string> {
  const target = new Set(next.filter(({ day }) => day < until).map(({ product }) => product));
  if (aim === "new") for (const { product } of bought) target.delete(product);
  return target;
}

type Hits = { readonly answered: boolean; readonly hit: Readonly<Record<Suggester, number>> };

function hitsOf(lists: Lists, target: ReadonlySet<string>): Hits {
  const hit = (name: Suggester) => Number(lists[name].some((product) => target.has(product)));
  return { answered: lists.suggested.length > 0, hit: eachSuggester(hit) };
}

function summary(all: readonly Hits[], rival: Suggester): HitRates {
  const mean = (value: (hits: Hits) => number) =>
    all.reduce((sum, hits) => sum + value(hits), 0) / all.length;
  const lead = ({ hit }: Hits) => hit.suggested - hit[rival];
  const ahead = mean(lead);
  const spread = Z95 * Math.sqrt(mean((hits) => (lead(hits) - ahead) ** 2) / all.length);
  return {
    customers: all.length,
    answered: all.filter(({ answered }) => answered).length,
    rates: eachSuggester((name) => mean(({ hit }) => hit[name])),
    ahead: { mean: ahead, low: ahead - spread, high: ahead + spread },
  };
}

function eachSuggester<T>(of: (name: Suggester) => T): Record<Suggester, T> {
  return Object.fromEntries(SUGGESTERS.map((name) => [name, of(name)])) as Record<Suggester, T>;
}
