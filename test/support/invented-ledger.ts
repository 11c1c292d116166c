import { addDays } from "../../src/domain/calendar.ts";
import { printAppliesTo } from "../../src/domain/costs/applies-to.ts";
import { COST_CATEGORIES, COST_DRIVERS, type CostEntry } from "../../src/domain/costs/cost-entry.ts";
import type { ExchangeRate } from "../../src/domain/exchange-rates.ts";
import type { FileCustomer, ReferenceInput } from "./cost-reference.ts";

/** A repeatable stream of numbers in [0, 1): mulberry32 by Tommy Ettinger. */
function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type InventedLedger = ReferenceInput & {
  /** By index of the entry: the earlier entry that it corrects. */
  readonly corrections: ReadonlyMap<number, number>;
};

export type LedgerSize = { readonly customers: number; readonly entries: number };

const PERIOD = { fromDay: "2026-07-01", toDay: "2026-09-30" };
const SEGMENTS = ["VIP", "大客户", "a|b 50%", null];
const CURRENCIES = ["EUR", "USD", "JPY", "KWD"];
const PLAYBOOKS = ["thank", "win-back"];

/** Customers who come and go inside the period, and costs of every shape, some of them for nobody. */
export function inventLedger(seed: number, size: LedgerSize): InventedLedger {
  const random = randomStream(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(options: readonly T[]): T => options[whole(0, options.length - 1)] as T;
  const chance = (share: number) => random() < share;
  const dayAround = () => addDays(PERIOD.fromDay, whole(-60, 130));
  const several = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: whole(0, most) }, (_, index) => make(index));

  const customers = Array.from({ length: size.customers }, (_, index): FileCustomer => {
    const contract = chance(0.3);
    const startedOn = contract || chance(0.1) ? dayAround() : null;
    // Two sources use the same ids for some customers.
    const twin = index > 0 && index % 7 === 0;
    return {
      id: index + 1,
      source: twin ? "other" : "test",
      externalId: twin ? `C${index - 1}` : `C${index}`,
      segment: pick(SEGMENTS),
      currency: pick(CURRENCIES),
      monthlyRevenueMinor: contract && chance(0.8) ? whole(0, 500_000) : null,
      renewsOn: contract ? "2027-01-01" : null,
      startedOn,
      endedOn: chance(0.3) ? dayAround() : null,
      acquisitionCostMinor: null,
      sales: several(6, () => ({
        day: dayAround(),
        kind: pick(["order", "order", "refund", "usage"] as const),
        minor: chance(0.1) ? 0 : whole(1, 90_000),
        currency: pick(CURRENCIES),
      })),
      tickets: several(3, (n) => ({ source: "test", externalId: `T${index}-${n}`, day: dayAround() })),
      touches: several(4, (n) => ({
        source: "test",
        externalId: `H${index}-${n}`,
        day: dayAround(),
        minutes: whole(0, 90),
      })),
      suggestions: several(1, () => ({ playbook: pick(PLAYBOOKS), day: dayAround() })),
    };
  });

  const target = (): string => {
    const customer = pick(customers);
    const draw = random();
    if (draw < 0.25) return printAppliesTo([{ kind: "segment", name: pick(SEGMENTS) ?? "empty" }]);
    if (draw < 0.35) return printAppliesTo([{ kind: "playbook", key: pick([...PLAYBOOKS, "unused"]) }]);
    const ticket = pick([...customer.tickets.map(({ externalId }) => externalId), "T-gone"]);
    if (draw < 0.45) return printAppliesTo([{ kind: "ticket", reference: ticket }]);
    const touch = pick([...customer.touches.map(({ externalId }) => externalId), "H-gone"]);
    if (draw < 0.55) return printAppliesTo([{ kind: "touch", externalId: touch }]);
    return printAppliesTo([{ kind: "customer", externalId: chance(0.05) ? "gone" : customer.externalId }]);
  };
  const appliesTo = () => {
    if (chance(0.3)) return "all";
    return [...new Set(chance(0.4) ? [target(), target(), target()] : [target()])].join("|");
  };

  const entries: CostEntry[] = [];
  const corrections = new Map<number, number>();
  for (let index = 0; index < size.entries; index += 1) {
    const fromDay = dayAround();
    const entry: CostEntry = {
      source: pick(["test", "other", "mainstay-costs"]),
      externalId: `E${index}`,
      category: pick(COST_CATEGORIES),
      subcategory: null,
      kind: pick(["direct", "indirect"]),
      amountMinor: chance(0.1) ? whole(1, 5) : whole(1, chance(0.05) ? 400_000_000_000 : 3_000_000),
      currency: pick(CURRENCIES),
      fromDay,
      toDay: addDays(fromDay, pick([0, 0, 6, 30, 91, 364])),
      appliesTo: appliesTo(),
      driver: pick(COST_DRIVERS),
      note: null,
    };
    const corrected = index > 0 && chance(0.1) ? whole(0, index - 1) : null;
    if (corrected !== null && entries[corrected] && !corrections.has(corrected)) {
      const original = entries[corrected];
      const taken = -whole(1, original.amountMinor);
      entries.push({ ...original, externalId: entry.externalId, amountMinor: taken });
      corrections.set(index, corrected);
    } else entries.push(entry);
  }
  return { entries, corrections, customers, rates: RATES, period: PERIOD, currency: pick(CURRENCIES) };
}

/** Each pair of currencies has a rate all along and another inside the period, some of them the other way round. */
const RATES: readonly ExchangeRate[] = CURRENCIES.flatMap((from, i) =>
  CURRENCIES.slice(i + 1).flatMap((to, j) => {
    const [fromCurrency, toCurrency] = (i + j) % 2 === 0 ? [from, to] : [to, from];
    return [
      { fromCurrency, toCurrency, day: "2026-01-01", rate: `${1 + i}.${37 + j}` },
      { fromCurrency, toCurrency, day: `2026-08-${10 + i}`, rate: `0.${913 + i}${j}` },
    ];
  }),
);
