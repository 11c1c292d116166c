import type { PlainCompany, PlainCustomer, PlainQuestion } from "./plain-company.ts";
import { costsOver, type PlainCost } from "./plain-costs.ts";
import {
  bookedDay,
  converted,
  daysOf,
  type PlainTurn,
  revenueOver,
  type SeenCustomer,
  seen,
  turnOf,
} from "./plain-customers.ts";
import { dayNumber, dayText, percentile, roundedDivision } from "./plain-numbers.ts";

/** One customer over a period, in the report's currency. */
export type PlainRow = SeenCustomer &
  PlainTurn & {
    readonly id: number;
    readonly revenueMinor: number;
    /** Of those who joined. */
    readonly acquisitionMinor: number;
    readonly directMinor: number;
    readonly indirectMinor: number;
    readonly costMinor: number;
    /** Days with an order, and what was ordered. */
    readonly orders: number;
    readonly orderedMinor: number;
    /** Net revenue of as many days before. */
    readonly revenueBeforeMinor: number;
    readonly monthlyAtStartMinor: number | null;
    readonly monthlyAtEndMinor: number;
    readonly hadContractAtStart: boolean;
  };

export type PlainReport = ReturnType<typeof plainFigures>;

/** All figures of a period from plain rows, by the words of docs/metrics.md and no shorter way. */
export function plainFigures(company: PlainCompany, question: PlainQuestion) {
  const first = dayNumber(question.fromDay);
  const last = dayNumber(question.toDay);
  const customers = company.customers.map((customer) => seen(company, customer, last));
  const costs = costsOver(company, customers, question);
  const everSince = firstDayOf(company);
  const rows = customers.map((one) => rowOf(one, costs, { company, question, first, last, everSince }));
  const sum = (of: readonly PlainRow[], key: NumbersOf) => of.reduce((total, row) => total + row[key], 0);
  const retained = rows.filter(({ atStart, atEnd }) => atStart && atEnd);
  const costMinor = costs.reduce((total, { minor }) => total + minor, 0);
  const joined = rows.filter(({ joined }) => joined);
  const atStart = count(rows, "atStart");
  const revenueMinor = sum(rows, "revenueMinor");
  const acquisitionMinor = sum(rows, "acquisitionMinor");
  const buyers = rows.filter(({ orders }) => orders > 0);
  const orders = sum(rows, "orders");
  const known = joined.filter(({ file }) => file.acquisitionMinor !== null).length;
  const withMargin = retained.flatMap(({ file, revenueMinor: revenue, costMinor: cost }) =>
    file.marginPercent === null ? [] : [{ margin: Math.round((revenue * file.marginPercent) / 100), cost }],
  );
  const marginMinor = withMargin.reduce((total, { margin }) => total + margin, 0);
  const costOfKnown = withMargin.reduce((total, { cost }) => total + cost, 0);
  return {
    question,
    rows,
    costs,
    customers: {
      atStart,
      joined: joined.length,
      reactivated: sum(rows, "reactivated"),
      left: sum(rows, "left"),
      atEnd: count(rows, "atEnd"),
      retained: retained.length,
      lost: atStart - retained.length,
      served: count(rows, "served"),
    },
    retentionRate: percent(retained.length, atStart),
    churnRate: percent(atStart - retained.length, atStart),
    ...contractRetention(rows),
    ...buyerRetention(rows),
    revenueMinor,
    acquisitionMinor,
    costMinor,
    directMinor: costs.reduce((total, { kind, minor }) => total + (kind === "direct" ? minor : 0), 0),
    unallocatedMinor: costs.reduce(
      (total, { customerId, minor }) => total + (customerId === null ? minor : 0),
      0,
    ),
    profitabilityMinor: revenueMinor - acquisitionMinor - costMinor,
    averageOrderMinor: average(sum(rows, "orderedMinor"), orders),
    repeatRate: percent(rows.filter((row) => row.orders > 1).length, buyers.length),
    frequency: buyers.length === 0 ? null : orders / buyers.length,
    cacMinor: average(acquisitionMinor, known),
    costPerRetainedMinor: costMinor === 0 ? null : average(costMinor, retained.length),
    costPerServedMinor: costMinor === 0 ? null : average(costMinor, count(rows, "served")),
    returnPercent: costOfKnown > 0 ? (100 * (marginMinor - costOfKnown)) / costOfKnown : null,
    answers: answersOf(company, first, last),
    service: serviceOf(company, first, last),
  };
}

type NumbersOf = {
  [Key in keyof PlainRow]: PlainRow[Key] extends number ? Key : never;
}[keyof PlainRow];

const count = (rows: readonly PlainRow[], key: "atStart" | "atEnd" | "served") =>
  rows.filter((row) => row[key]).length;
const percent = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole);
const average = (minor: number, among: number) =>
  among === 0 ? null : roundedDivision(BigInt(minor), BigInt(among));

type Given = {
  readonly company: PlainCompany;
  readonly question: PlainQuestion;
  readonly first: number;
  readonly last: number;
  readonly everSince: number;
};

function rowOf(one: SeenCustomer, costs: readonly PlainCost[], given: Given): PlainRow {
  const { company, question, first, last, everSince } = given;
  const into = { currency: question.currency, rateDay: last, rates: company.rates };
  const turn = turnOf(one, question, everSince);
  const own = costs.filter(({ customerId }) => customerId === one.customer.id);
  const of = (kind: PlainCost["kind"]) =>
    own.reduce((total, cost) => total + (cost.kind === kind ? cost.minor : 0), 0);
  const { acquisitionMinor, currency } = one.file;
  const inReport = (amounts: ReadonlyMap<string, number>) =>
    [...amounts].reduce(
      (total, [currency, minor]) =>
        total + converted({ minor, currency }, into.currency, last, company.rates),
      0,
    );
  const days = daysOf(first, last);
  const orderDays = days.filter((day) => one.orderedOn(day).size > 0);
  const ordered = new Map<string, number>();
  for (const day of orderDays)
    for (const [code, minor] of one.orderedOn(day)) ordered.set(code, (ordered.get(code) ?? 0) + minor);
  const before = one.monthlyAtClose(first - 1);
  return {
    ...one,
    ...turn,
    id: one.customer.id,
    revenueMinor: revenueOver(one, days, into),
    acquisitionMinor:
      turn.joined && acquisitionMinor !== null
        ? converted({ minor: acquisitionMinor, currency }, into.currency, last, company.rates)
        : 0,
    directMinor: of("direct"),
    indirectMinor: of("indirect"),
    costMinor: of("direct") + of("indirect"),
    orders: orderDays.length,
    orderedMinor: inReport(ordered),
    revenueBeforeMinor: revenueOver(one, daysOf(first - days.length, first - 1), into),
    hadContractAtStart: one.hasContractAtClose(first - 1),
    monthlyAtStartMinor: before.size === 0 ? null : inReport(before),
    monthlyAtEndMinor: inReport(one.monthlyAtClose(last)),
  };
}

/** Of what contracts brought a month at the start: what is left without and with more from the same customers. */
function contractRetention(rows: readonly PlainRow[]) {
  const had = rows.flatMap(({ monthlyAtStartMinor: before, monthlyAtEndMinor: now }) =>
    before === null || before <= 0 ? [] : [{ before, now }],
  );
  return { grrContracts: gross(had), nrrContracts: net(had) };
}

/** The same of those without a contract at the start, against as many days before. */
function buyerRetention(rows: readonly PlainRow[]) {
  const had = rows
    .filter(({ hadContractAtStart, revenueBeforeMinor }) => !hadContractAtStart && revenueBeforeMinor > 0)
    .map(({ revenueBeforeMinor: before, revenueMinor: now }) => ({ before, now }));
  return { grrBuyers: gross(had), nrrBuyers: net(had) };
}

type Pairs = readonly { readonly before: number; readonly now: number }[];
const total = (pairs: Pairs, of: (pair: Pairs[number]) => number) =>
  pairs.reduce((sum, pair) => sum + of(pair), 0);
const gross = (pairs: Pairs) =>
  percent(
    total(pairs, ({ before, now }) => Math.min(before, now)),
    total(pairs, ({ before }) => before),
  );
const net = (pairs: Pairs) =>
  percent(
    total(pairs, ({ now }) => now),
    total(pairs, ({ before }) => before),
  );

/** A day before anything of a company: whoever is a customer first after it joined then. */
function firstDayOf({ customers }: PlainCompany): number {
  const days = customers.flatMap(({ contracts, sales }) => [
    ...contracts.map(({ startedOn }) => dayNumber(startedOn)),
    ...sales.map(({ at }) => dayNumber(at.slice(0, 10))),
  ]);
  return Math.min(...days, dayNumber("2030-01-01")) - 3;
}

function answersOf(company: PlainCompany, first: number, last: number) {
  const answers = company.customers
    .flatMap((customer) => customer.answers)
    .filter(({ at, bookedOn }) => {
      const day = bookedDay(at, bookedOn, company.timeZone);
      return day >= first && day <= last;
    });
  const nps = answers.filter(({ kind, scaleMax }) => kind === "nps" && scaleMax === 10);
  const csat = answers.filter(({ kind }) => kind === "csat");
  const ces = answers.filter(({ kind, scaleMax }) => kind === "ces" && scaleMax === 7);
  const promoters = nps.filter(({ score }) => score >= 9).length;
  const detractors = nps.filter(({ score }) => score <= 6).length;
  return {
    nps: percent(promoters - detractors, nps.length),
    csat: percent(csat.filter(({ score, scaleMax }) => 5 * score >= 4 * scaleMax).length, csat.length),
    ces: ces.length === 0 ? null : ces.reduce((sum, { score }) => sum + score, 0) / ces.length,
  };
}

/** Hours of the tickets opened in the period, as they stood at its end. */
function serviceOf(company: PlainCompany, first: number, last: number) {
  const tickets = company.customers
    .flatMap((customer) => customer.tickets)
    .filter(({ openedAt, bookedOn }) => {
      const day = bookedDay(openedAt, bookedOn, company.timeZone);
      return day >= first && day <= last;
    });
  const closed = company.closedThrough !== null && last <= dayNumber(company.closedThrough);
  const hours = (until: "firstReplyAt" | "solvedAt") =>
    tickets.flatMap(({ openedAt, closedSays, ...now }) => {
      const at = (closed && closedSays !== null ? closedSays : now)[until];
      return at === null || bookedDay(at, null, company.timeZone) > last
        ? []
        : [(Date.parse(at) - Date.parse(openedAt)) / 3_600_000];
    });
  const [reply, solved] = [hours("firstReplyAt"), hours("solvedAt")];
  return {
    replyMedian: percentile(reply, 0.5),
    replyP90: percentile(reply, 0.9),
    solvedMedian: percentile(solved, 0.5),
    solvedP90: percentile(solved, 0.9),
  };
}

/** Costs, revenue and customers of the file's segments (null: none named), over everybody who has any. */
export function bySegment(rows: readonly PlainRow[]): ReadonlyMap<string | null, PlainSegment> {
  const segments = new Map<string | null, PlainSegment>();
  for (const row of rows) {
    const { segment, marginPercent } = row.file;
    const kept = row.atStart && row.atEnd && marginPercent !== null;
    const sums = segments.get(segment) ?? { costMinor: 0, revenueMinor: 0, marginMinor: 0, keptCostMinor: 0 };
    sums.costMinor += row.costMinor;
    sums.revenueMinor += row.revenueMinor;
    sums.marginMinor += kept ? Math.round((row.revenueMinor * (marginPercent ?? 0)) / 100) : 0;
    sums.keptCostMinor += kept ? row.costMinor : 0;
    segments.set(segment, sums);
  }
  return segments;
}

export type PlainSegment = {
  costMinor: number;
  revenueMinor: number;
  /** Margin and cost of those who were kept and whose margin is known. */
  marginMinor: number;
  keptCostMinor: number;
};

/** Who is a customer at the close of a day, with the net revenue of the 365 days that end with it. */
export function yearOf(company: PlainCompany, day: string, currency: string) {
  const last = dayNumber(day);
  const question = { fromDay: dayText(last - 364), toDay: day, currency };
  const into = { currency, rateDay: last, rates: company.rates };
  return company.customers
    .map((customer: PlainCustomer) => seen(company, customer, last))
    .filter((one) => one.staysAfter(last))
    .map((one) => ({
      id: one.customer.id,
      segment: one.file.segment,
      revenueMinor: revenueOver(one, daysOf(dayNumber(question.fromDay), last), into),
    }));
}
