import { addDays, type Day } from "../calendar.ts";
import type { Money } from "../money.ts";
import type { AdjustmentReason, Contract, RevenueAdjustment } from "./customer-history.ts";
import { monthlyOn, type PaidHistory, pieceMinor, pricedPieces } from "./customer-revenue.ts";

export type NamedPrice = { readonly fromDay: Day; readonly monthly: Money };

/** A contract as a file told of it by an id of its own: its true days, whatever was closed. Prices in the order of days. */
export type NamedContract = {
  readonly externalId: string;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly prices: readonly NamedPrice[];
};

/** A contract as figures count it. `externalId` is null where it is no longer, or never was, one that a file names. */
export type CountedContract = Contract & { readonly externalId: string | null };

export type Telling = {
  /** All that is told of one customer now. */
  readonly told: readonly NamedContract[];
  /** What was told by name before; null where only the customer file told of them. */
  readonly before: readonly NamedContract[] | null;
  /** What counts until now. */
  readonly counted: readonly CountedContract[];
  /** What adjustments booked for this customer come to, per currency. */
  readonly booked: readonly Money[];
  /** The last closed day; null while none is. */
  readonly closedThrough: Day | null;
};

export type CountedAsTold = {
  readonly contracts: readonly CountedContract[];
  readonly adjustments: readonly Omit<RevenueAdjustment, "id">[];
};

/**
 * What counts once a customer's contracts are told by name: on open days what is told, on closed ones what was printed; the
 * difference in revenue of the closed days is booked on the first open one. What counts and all adjustments together come
 * to what is told, whatever was told before.
 */
export function countedAsTold(telling: Telling): CountedAsTold {
  const { told, closedThrough } = telling;
  if (closedThrough === null) return { contracts: told.map(asCounted), adjustments: [] };
  const contracts = aroundClosing(telling, closedThrough);
  return { contracts, adjustments: adjustmentsFor(telling, contracts, closedThrough) };
}

const asCounted = (told: NamedContract): CountedContract => ({ ...told, continues: true });

function aroundClosing({ told, before, counted }: Telling, closedThrough: Day): CountedContract[] {
  const firstOpen = addDays(closedThrough, 1);
  const printed = counted.filter((contract) => isPrinted(contract, counted, closedThrough));
  const heirs = heirsOf(
    printed.filter(({ endedOn }) => runsOn(endedOn, firstOpen)),
    told.filter(({ startedOn, endedOn }) => startedOn <= firstOpen && runsOn(endedOn, firstOpen)),
    before === null,
  );
  const taken = new Set(heirs.values());
  return [
    ...printed.map((contract) => goingOn(contract, heirs.get(contract), closedThrough)),
    ...told
      .filter((contract) => !taken.has(contract) && runsOn(contract.endedOn, firstOpen))
      .map((contract) => fromOpenDays(contract, counted, firstOpen)),
  ];
}

const runsOn = (endedOn: Day | null, day: Day) => endedOn === null || endedOn >= day;

/** It began on closed days, or the closed period knew it as the renewal of one that ended on its last day. */
function isPrinted(contract: Contract, counted: readonly Contract[], closedThrough: Day): boolean {
  if (contract.startedOn <= closedThrough) return true;
  const follows = contract.continues && contract.startedOn === addDays(closedThrough, 1);
  return follows && counted.some(({ endedOn }) => endedOn === closedThrough);
}

/**
 * Which told contract each printed one goes on as: the one of its name; one of the customer file as the first that no other
 * goes on as.
 */
function heirsOf(
  printed: readonly CountedContract[],
  told: readonly NamedContract[],
  ofFile: boolean,
): Map<CountedContract, NamedContract> {
  const heirs = new Map<CountedContract, NamedContract>();
  for (const contract of printed) {
    const same = told.find(({ externalId }) => externalId === contract.externalId);
    if (same !== undefined) heirs.set(contract, same);
  }
  if (!ofFile) return heirs;
  const free = told.filter((contract) => ![...heirs.values()].includes(contract)).sort(byStart);
  for (const contract of printed) {
    const next = free.shift();
    if (next !== undefined) heirs.set(contract, next);
  }
  return heirs;
}

const byStart = (a: NamedContract, b: NamedContract) =>
  a.startedOn < b.startedOn || (a.startedOn === b.startedOn && a.externalId < b.externalId) ? -1 : 1;

/**
 * Closed days as they were printed, open ones as its heir has them. Who was a customer at the closing and has no heir leaves
 * on the first open day; that day's price is taken back with the closed ones.
 */
function goingOn(
  printed: CountedContract,
  heir: NamedContract | undefined,
  closedThrough: Day,
): CountedContract {
  const firstOpen = addDays(closedThrough, 1);
  if (heir === undefined) {
    const endedOn = runsOn(printed.endedOn, firstOpen) ? firstOpen : printed.endedOn;
    const prices = printed.prices.filter(({ fromDay }) => fromDay <= firstOpen);
    return { ...printed, externalId: null, endedOn, prices };
  }
  const before = printed.prices.filter(({ fromDay }) => fromDay <= closedThrough);
  // The first price holds from the start, so closed days without one say so.
  const unpriced =
    before.length > 0 || printed.startedOn > closedThrough
      ? []
      : [{ fromDay: printed.startedOn, monthly: null }];
  const prices = [...unpriced, ...before, ...pricesFrom(heir, firstOpen)];
  return { ...printed, externalId: heir.externalId, endedOn: heir.endedOn, prices };
}

/** A contract told late begins on the first open day, and continues no other unless that was known at the closing. */
function fromOpenDays(
  told: NamedContract,
  counted: readonly CountedContract[],
  firstOpen: Day,
): CountedContract {
  if (told.startedOn > firstOpen) return asCounted(told);
  const known = counted.find(
    ({ externalId, startedOn }) => externalId === told.externalId && startedOn === firstOpen,
  );
  const continues = told.startedOn === firstOpen && known?.continues === true;
  return { ...told, startedOn: firstOpen, continues, prices: pricesFrom(told, firstOpen) };
}

/** The price in force on a day, as from that day, and those after it. */
function pricesFrom({ prices }: NamedContract, day: Day): NamedPrice[] {
  const inForce = prices.findLast(({ fromDay }) => fromDay <= day) ?? prices[0];
  const later = prices.filter(({ fromDay }) => fromDay > day && fromDay !== inForce?.fromDay);
  return inForce === undefined ? later : [{ ...inForce, fromDay: day }, ...later];
}

function adjustmentsFor(
  { told, before, counted, booked }: Telling,
  contracts: readonly CountedContract[],
  closedThrough: Day,
): CountedAsTold["adjustments"] {
  const firstOpen = addDays(closedThrough, 1);
  const due = new Map<string, number>();
  const add = ({ currency, minor }: Money, sign: 1 | -1) =>
    due.set(currency, (due.get(currency) ?? 0) + sign * minor);
  for (const amount of revenueThrough(told.map(asCounted), firstOpen)) add(amount, 1);
  for (const amount of [...revenueThrough(contracts, firstOpen), ...booked]) add(amount, -1);
  const facts = {
    bookedOn: firstOpen,
    fromDay: firstDifference(before ?? counted, told, closedThrough) ?? closedThrough,
    toDay: closedThrough,
    why: reasonOf(before ?? counted, told, closedThrough),
  };
  return [...due]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ ...facts, amount: { minor, currency } }));
}

/** Before any day that a file may name. */
const EVER = "1900-01-01";

const revenueThrough = (contracts: PaidHistory["contracts"], toDay: Day): Money[] =>
  pricedPieces(contracts, { fromDay: EVER, toDay }).map((piece) => ({
    minor: pieceMinor(piece),
    currency: piece.monthly.currency,
  }));

type Days = Pick<Contract, "startedOn" | "endedOn" | "prices">;

/** The first closed day on which two tellings come to something else. */
function firstDifference(before: readonly Days[], told: readonly Days[], closedThrough: Day): Day | null {
  const days = [...before, ...told]
    .flatMap(({ startedOn, endedOn, prices }) => [
      startedOn,
      ...(endedOn === null ? [] : [addDays(endedOn, 1)]),
      ...prices.map(({ fromDay }) => fromDay),
    ])
    .filter((day) => day <= closedThrough)
    .sort();
  return days.find((day) => printed(before, day) !== printed(told, day)) ?? null;
}

const printed = (contracts: readonly Days[], day: Day): string =>
  monthlyOn(contracts.map(toContract), day)
    .map(({ currency, minor }) => `${currency} ${minor}`)
    .sort()
    .join(", ");

const toContract = (days: Days): Contract => ({ ...days, continues: true });

function reasonOf(before: readonly Days[], told: readonly Days[], closedThrough: Day): AdjustmentReason {
  const had = spansUntil(before, closedThrough);
  const has = spansUntil(told, closedThrough);
  if (had.some((span) => !has.includes(span))) return "contract-changed";
  return has.length > had.length ? "contract-added" : "price-changed";
}

const spansUntil = (contracts: readonly Days[], closedThrough: Day): string[] =>
  contracts
    .filter(({ startedOn }) => startedOn <= closedThrough)
    .map(({ startedOn, endedOn }) => {
      const last = endedOn === null || endedOn > closedThrough ? "open" : endedOn;
      return `${startedOn} ${last}`;
    });
