import type { Day } from "../calendar.ts";
import type { NamedContract, NamedPrice } from "../figures/named-contracts.ts";
import type { Money } from "../money.ts";
import { phrase } from "../phrase.ts";
import { type Rejection, rejection } from "../rejection.ts";

/** One line of a file of contracts: what a contract costs a month from a day on. The days are the contract's, both included. */
export type ContractLine = {
  /** The customer's id in the same source. */
  readonly customer: string;
  /** The contract's own id. */
  readonly contract: string;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly priceFrom: Day;
  readonly monthly: Money;
};

/** What is kept of a contract of the same source: whose it is, and since when a price is told. */
export type KeptContract = {
  readonly customer: string;
  readonly customerName: string;
  readonly firstPriceFrom: Day;
};

export type ContractFacts = {
  readonly source: string;
  /** The names of those that are known, by their ids. */
  readonly customers: ReadonlyMap<string, string>;
  /** By the contract's id. */
  readonly kept: ReadonlyMap<string, KeptContract>;
};

type Placed = { readonly told: ContractLine };

/**
 * Why lines of a file cannot be taken over. A contract's lines are judged together and the order of the file never decides:
 * where they contradict each other, none is taken.
 */
export function rejectedContractLines<Row extends Placed>(
  rows: readonly Row[],
  facts: ContractFacts,
): Map<Row, Rejection> {
  const rejected = new Map<Row, Rejection>();
  for (const ofContract of byContract(rows).values()) {
    for (const row of ofContract) {
      const fault = ownFault(row.told, facts);
      if (fault !== null) rejected.set(row, fault);
    }
    const sound = ofContract.filter((row) => !rejected.has(row));
    const fault = commonFault(
      sound.map(({ told }) => told),
      facts,
    );
    if (fault !== null) for (const row of sound) rejected.set(row, fault);
  }
  return rejected;
}

function byContract<Row extends Placed>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.told.contract);
    if (group === undefined) groups.set(row.told.contract, [row]);
    else group.push(row);
  }
  return groups;
}

function ownFault({ customer, contract }: ContractLine, facts: ContractFacts): Rejection | null {
  const { source, customers, kept } = facts;
  const name = customers.get(customer);
  if (name === undefined)
    return rejection("unknown_customer", phrase("rejected.unknown-customer", { customer, source }));
  const owner = kept.get(contract);
  if (owner === undefined || owner.customer === customer) return null;
  const both = { owner: owner.customerName, ownerId: owner.customer, name, id: customer };
  return rejection("other_customer", phrase("rejected.contract-of-another", { contract, ...both }));
}

function commonFault(lines: readonly ContractLine[], facts: ContractFacts): Rejection | null {
  const [first] = lines;
  if (first === undefined) return null;
  return (
    ofSeveral(lines, facts) ?? inTwoSpans(lines) ?? atTwoPrices(lines) ?? withoutFirstPrice(lines, facts)
  );
}

/** Nothing is kept of the contract yet, so none of them can be told to be the right one. */
function ofSeveral(lines: readonly ContractLine[], { customers }: ContractFacts): Rejection | null {
  const [one, other] = [...new Set(lines.map(({ customer }) => customer))].sort();
  const contract = lines[0]?.contract ?? "";
  if (one === undefined || other === undefined) return null;
  const both = {
    ...{ name: customers.get(one) ?? one, id: one },
    ...{ otherName: customers.get(other) ?? other, otherId: other },
  };
  return rejection("other_customer", phrase("rejected.contract-of-two", { contract, ...both }));
}

function inTwoSpans(lines: readonly ContractLine[]): Rejection | null {
  const [one, other] = [...new Set(lines.map(spanOf))].sort();
  if (one === undefined || other === undefined) return null;
  const contract = lines[0]?.contract ?? "";
  return rejection("contradicting_lines", phrase("rejected.contract-spans", { contract, one, other }));
}

/** As the file has it. */
const spanOf = ({ startedOn, endedOn }: ContractLine) => `${startedOn} – ${endedOn ?? ""}`.trim();

function atTwoPrices(lines: readonly ContractLine[]): Rejection | null {
  const prices = new Map<Day, Money>();
  for (const { contract, priceFrom, monthly } of lines) {
    const other = prices.get(priceFrom);
    if (other !== undefined && !isSame(other, monthly)) {
      const [one, two] = [other, monthly].sort(byAmount);
      const facts = { contract, priceFrom, one: one ?? other, other: two ?? monthly };
      return rejection("contradicting_lines", phrase("rejected.contract-prices", facts));
    }
    prices.set(priceFrom, monthly);
  }
  return null;
}

const byAmount = (a: Money, b: Money) => a.currency.localeCompare(b.currency) || a.minor - b.minor;
const isSame = (a: Money, b: Money) => a.minor === b.minor && a.currency === b.currency;

/** Otherwise a later price would count from the start, or nothing would. */
function withoutFirstPrice(lines: readonly ContractLine[], { kept }: ContractFacts): Rejection | null {
  const [first] = lines;
  if (first === undefined) return null;
  const { contract, startedOn } = first;
  const told = lines.map(({ priceFrom }) => priceFrom);
  const earliest = [...told, kept.get(contract)?.firstPriceFrom ?? []].flat().sort()[0] ?? startedOn;
  if (earliest <= startedOn) return null;
  const facts = { contract, startedOn, earliest };
  return rejection("no_first_price", phrase("rejected.contract-first-price", facts));
}

/** What a file's lines make of one customer's contracts. */
export type ToldAnew = {
  readonly contracts: readonly NamedContract[];
  /** Those that are new or told otherwise. */
  readonly touched: readonly NamedContract[];
  readonly added: number;
  readonly changed: number;
  /** Lines that say what is kept already. */
  readonly same: number;
  /** Contracts that were told otherwise before: what of them changes. */
  readonly changes: readonly ContractChange[];
};

export type ContractChange = {
  readonly contract: string;
  readonly before: ToldFacts;
  readonly after: ToldFacts;
};

type ToldFacts = Pick<NamedContract, "startedOn" | "endedOn"> & { readonly prices: readonly NamedPrice[] };

/**
 * Takes over the lines of one customer that are not rejected. A line of a contract that is kept with other days, or of a
 * price that is kept with another amount, is a change; prices that the file does not name stay.
 */
export function tellAnew(kept: readonly NamedContract[], lines: readonly ContractLine[]): ToldAnew {
  const contracts = new Map(kept.map((contract) => [contract.externalId, contract]));
  const sums = { added: 0, changed: 0, same: 0 };
  const touched: NamedContract[] = [];
  const changes: ContractChange[] = [];
  for (const [contract, group] of byContract(lines.map((told) => ({ told })))) {
    const before = contracts.get(contract);
    const ofFile = distinctPrices(group.map(({ told }) => told));
    sums.same += group.length - ofFile.length;
    for (const line of ofFile) sums[becomes(line, before)] += 1;
    if (ofFile.every((line) => becomes(line, before) === "same")) continue;
    const after = withLines(before, ofFile);
    contracts.set(contract, after);
    touched.push(after);
    if (before !== undefined) changes.push(changeOf(before, after));
  }
  return { contracts: [...contracts.values()], touched, ...sums, changes };
}

function distinctPrices(lines: readonly ContractLine[]): ContractLine[] {
  return [...new Map(lines.map((line) => [line.priceFrom, line])).values()];
}

function becomes(line: ContractLine, before: NamedContract | undefined): "added" | "changed" | "same" {
  if (before === undefined) return "added";
  if (before.startedOn !== line.startedOn || before.endedOn !== line.endedOn) return "changed";
  const price = before.prices.find(({ fromDay }) => fromDay === line.priceFrom);
  if (price === undefined) return "added";
  return isSame(price.monthly, line.monthly) ? "same" : "changed";
}

function withLines(before: NamedContract | undefined, lines: readonly ContractLine[]): NamedContract {
  const [first] = lines;
  if (first === undefined) throw new RangeError("A contract is told by at least one line.");
  const { contract: externalId, startedOn, endedOn } = first;
  const prices = new Map((before?.prices ?? []).map((price) => [price.fromDay, price]));
  for (const { priceFrom, monthly } of lines) prices.set(priceFrom, { fromDay: priceFrom, monthly });
  const ordered = [...prices.values()].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  return { externalId, startedOn, endedOn, prices: ordered };
}

/** Of the prices those that the other side does not have. */
function changeOf(before: NamedContract, after: NamedContract): ContractChange {
  const factsOf = (one: NamedContract, other: NamedContract): ToldFacts => ({
    startedOn: one.startedOn,
    endedOn: one.endedOn,
    prices: one.prices.filter(
      ({ fromDay, monthly }) =>
        !other.prices.some((price) => price.fromDay === fromDay && isSame(price.monthly, monthly)),
    ),
  });
  return { contract: before.externalId, before: factsOf(before, after), after: factsOf(after, before) };
}
