import type { Day } from "../calendar.ts";
import type { CustomerProfile } from "../customer.ts";
import type { Money } from "../money.ts";
import type { ContractLine } from "./contract-lines.ts";

/** What is kept of a contract that rows of a customer file made: its newest price. */
export type KeptRowContract = { readonly fromDay: Day; readonly monthly: Money };

/**
 * One customer of several rows: ended when all have, worth the sum of those that run. What is not about contracts is of
 * the row that began last among those that run. The order of the rows decides nothing.
 * @param rows at least one
 */
export function profileOfRows(rows: readonly CustomerProfile[], today: Day): CustomerProfile {
  const [first, ...others] = [...rows].sort(byLatest);
  if (first === undefined) throw new RangeError("A customer is told by at least one row.");
  const all = [first, ...others];
  const running = all.filter((row) => runs(row, today));
  const counted = running.length > 0 ? running : [first];
  return {
    ...all.reduceRight((told, row) => withFactsOf(told, row)),
    startedOn: least(counted.map((row) => row.startedOn)),
    endedOn: all.some(({ endedOn }) => endedOn === null) ? null : greatest(all.map((row) => row.endedOn)),
    renewsOn: least(counted.map((row) => row.renewsOn)),
    currency: first.currency,
    monthlyRevenueMinor: sumOf(distinct(counted)),
  };
}

/**
 * The contracts that several rows of one customer tell, each under an id of its own that is the same when the file is
 * loaded again. A price that is another than the kept one counts from today on.
 * @param kept by the contract's id
 * @returns none where the rows tell one contract, or one of them does not say from when it runs or what it costs
 */
export function contractsOfRows(
  rows: readonly CustomerProfile[],
  kept: ReadonlyMap<string, KeptRowContract>,
  today: Day,
): ContractLine[] {
  const contracts = distinct(rows).flatMap((row) => toldContract(row) ?? []);
  if (contracts.length < 2 || contracts.length < distinct(rows).length) return [];
  const starts = new Map<Day, number>();
  return contracts.sort(byPrice).map(({ customer, startedOn, endedOn, monthly }) => {
    const place = (starts.get(startedOn) ?? 0) + 1;
    starts.set(startedOn, place);
    const contract = place === 1 ? `${customer} ${startedOn}` : `${customer} ${startedOn} #${place}`;
    const price = priceOf({ startedOn, endedOn, monthly }, kept.get(contract), today);
    return { customer, contract, startedOn, endedOn, ...price };
  });
}

type Told = { readonly startedOn: Day; readonly endedOn: Day | null; readonly monthly: Money };

function priceOf({ startedOn, endedOn, monthly }: Told, kept: KeptRowContract | undefined, today: Day) {
  if (kept === undefined) return { priceFrom: startedOn, monthly };
  const isSame = kept.monthly.minor === monthly.minor && kept.monthly.currency === monthly.currency;
  if (isSame || (endedOn !== null && endedOn < today))
    return { priceFrom: kept.fromDay, monthly: kept.monthly };
  return { priceFrom: today > startedOn ? today : startedOn, monthly };
}

function toldContract(row: CustomerProfile): (Told & { readonly customer: string }) | null {
  const { externalId: customer, startedOn, endedOn, monthlyRevenueMinor: minor, currency } = row;
  if (startedOn === null || minor === null || currency === null) return null;
  if (endedOn !== null && endedOn < startedOn) return null;
  return { customer, startedOn, endedOn, monthly: { minor, currency } };
}

const byPrice = (a: Told, b: Told) =>
  a.startedOn.localeCompare(b.startedOn) ||
  a.monthly.minor - b.monthly.minor ||
  (a.endedOn ?? LAST).localeCompare(b.endedOn ?? LAST);

/** After every day there is. */
const LAST = "9999-12-31";

/** Rows that say the same of their contract tell one: a file may repeat it for each contact. */
function distinct(rows: readonly CustomerProfile[]): CustomerProfile[] {
  return [...new Map(rows.map((row) => [contractFactsOf(row), row])).values()];
}

/** What a row says of a contract, as one text: rows that differ in it tell different ones. */
export const contractFactsOf = ({
  startedOn,
  endedOn,
  monthlyRevenueMinor,
  currency,
}: CustomerProfile): string => [startedOn, endedOn, monthlyRevenueMinor, currency].join(" ");

function sumOf(rows: readonly CustomerProfile[]): number | null {
  if (new Set(rows.map(({ currency }) => currency)).size > 1) return null;
  const told = rows.flatMap(({ monthlyRevenueMinor }) => monthlyRevenueMinor ?? []);
  return told.length === 0 ? null : told.reduce((sum, minor) => sum + minor, 0);
}

const runs = ({ endedOn }: CustomerProfile, today: Day) => endedOn === null || endedOn >= today;

/** The running one that began last first; what is left equal is told apart by all it says. */
function byLatest(a: CustomerProfile, b: CustomerProfile): number {
  return (
    (b.endedOn ?? LAST).localeCompare(a.endedOn ?? LAST) ||
    (b.startedOn ?? "").localeCompare(a.startedOn ?? "") ||
    compare(contentOf(a), contentOf(b))
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const contentOf = ({ attributes, ...facts }: CustomerProfile) =>
  JSON.stringify([facts, Object.entries(attributes).sort(([a], [b]) => compare(a, b))]);

/** What a row says over what others say; what it does not say stays. */
function withFactsOf(told: CustomerProfile, row: CustomerProfile): CustomerProfile {
  const said = Object.entries(row).filter(([, value]) => value !== null);
  return { ...told, ...Object.fromEntries(said), attributes: { ...told.attributes, ...row.attributes } };
}

const days = (all: ReadonlyArray<Day | null>): Day[] => all.flatMap((day) => day ?? []).sort();
const least = (all: ReadonlyArray<Day | null>): Day | null => days(all)[0] ?? null;
const greatest = (all: ReadonlyArray<Day | null>): Day | null => days(all).at(-1) ?? null;
