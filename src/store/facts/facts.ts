import { type Feasts, NO_FEASTS } from "../../domain/feasts.ts";
import type { AllFacts, FactKey, Facts } from "../../domain/outreach/facts.ts";
import { CUSTOMER_COLUMNS, CUSTOMER_ROW, customerFrom } from "../customers/customer-row.ts";
import { arrayOf, int4, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statementsBy } from "../database/statement.ts";
import { birthdays } from "./birthdays.ts";
import { championLeft } from "./champion-left.ts";
import { completing, isOfSource, isOfTeam, readCommon } from "./common-facts.ts";
import { contact } from "./contact.ts";
import { dataUpTo } from "./data-up-to.ts";
import { doNotDisturb } from "./do-not-disturb.ts";
import { earlierScore } from "./earlier-score.ts";
import { type FactReader, fromActivities, type OptionalFactKey, rowAsJson } from "./fact-reader.ts";
import { factsOfOne, MOST_TOGETHER } from "./facts-gathered.ts";
import { failedPayments } from "./failed-payments.ts";
import { firstPurchaseAt } from "./first-purchase-at.ts";
import type { GivenFacts } from "./given-facts.ts";
import { hasModel } from "./has-model.ts";
import { joinedFrom } from "./joined-from.ts";
import { lastAnswers } from "./last-answers.ts";
import { lastDeliveryAt } from "./last-delivery-at.ts";
import { lastPurchaseAt } from "./last-purchase-at.ts";
import { lastTouch } from "./last-touch.ts";
import { loyalty } from "./loyalty.ts";
import { newProducts } from "./new-products.ts";
import { openMention } from "./open-mention.ts";
import { openNudge } from "./open-nudge.ts";
import { openTicket } from "./open-ticket.ts";
import { override } from "./override.ts";
import { owner } from "./owner.ts";
import { products } from "./products.ts";
import { purchases } from "./purchases.ts";
import { revenue12Months } from "./revenue-12-months.ts";
import { score } from "./score.ts";
import { snoozedByName } from "./snoozed-by-name.ts";
import { solvedTicket } from "./solved-ticket.ts";
import { unansweredTicket } from "./unanswered-ticket.ts";
import { unhappyAnswer } from "./unhappy-answer.ts";
import { upcomingEvents } from "./upcoming-events.ts";
import { valueTier } from "./value-tier.ts";
import { weeklyScores } from "./weekly-scores.ts";
import { weeklyUsage } from "./weekly-usage.ts";

/** The reader of every fact, by key. A new fact is a file beside this one, a line here, and its type. */
const READERS: { readonly [Key in OptionalFactKey]: FactReader<Key> } = {
  birthdays,
  championLeft,
  contact,
  dataUpTo,
  doNotDisturb,
  earlierScore,
  failedPayments,
  firstPurchaseAt,
  hasModel,
  lastAnswers,
  lastDeliveryAt,
  lastPurchaseAt,
  lastTouch,
  loyalty,
  newProducts,
  openMention,
  openNudge,
  openTicket,
  override,
  owner,
  products,
  purchases,
  revenue12Months,
  score,
  joinedFrom,
  snoozedByName,
  solvedTicket,
  unhappyAnswer,
  unansweredTicket,
  upcomingEvents,
  valueTier,
  weeklyScores,
  weeklyUsage,
};

/** What holds of a customer of whom nothing but the file is known. */
export const NOTHING_KNOWN = {
  ...Object.fromEntries(Object.entries(READERS).map(([key, { otherwise }]) => [key, otherwise])),
  nextFeast: null,
} as Pick<AllFacts, OptionalFactKey | "nextFeast">;

export type FactStore = ReturnType<typeof factStore>;

/**
 * @param timeZone where the team is: whose days revenue is of
 * @param feasts what a customer's country celebrates
 */
export function factStore(
  { pool, turns }: Pick<Database, "pool" | "turns">,
  timeZone = "UTC",
  feasts: Feasts = NO_FEASTS,
) {
  const readOfMany = async <Key extends FactKey>(
    keys: readonly Key[],
    customerIds: readonly number[],
    now: Date,
  ): Promise<ReadonlyMap<number, Facts<Key>>> => {
    const all = new Map<number, Facts<Key>>();
    const complete = completing(keys, await readCommon(pool, keys, now), { now, feasts });
    for (const batch of batchesOf(customerIds, turns.customersPerQuery)) {
      for (const { asked, facts } of await readBatch(pool, keys, batch, { now, timeZone }))
        all.set(asked, complete(facts));
    }
    return all;
  };
  const readOfOne = factsOfOne<FactKey>(readOfMany);
  return {
    /**
     * The named facts of these customers as of `now`: one query for as many customers as one may take at a time,
     * whatever the number of facts. Who is no customer any more is not in the answer; of
     * one who is joined, it is what is known of whom they are joined into. Whoever asks for one customer may be told what is so a
     * moment later, together with others who ask.
     */
    async read<Key extends FactKey>(
      keys: readonly Key[],
      customerIds: readonly number[],
      now: Date,
    ): Promise<ReadonlyMap<number, Facts<Key>>> {
      const [first, ...others] = customerIds;
      if (first === undefined) return new Map();
      if (others.length > 0) return readOfMany(keys, customerIds, now);
      // What was read for these keys has them, which the compiler does not follow.
      const facts = (await readOfOne(keys, first, now)) as Facts<Key> | undefined;
      return new Map(facts && [[first, facts]]);
    },

    /**
     * The same facts of as many customers as there are, some at a time, so that no more than a few have to be held: while
     * those are worked on, the database already reads the next. A fact that few of them have is read of those few.
     * @param given what is known already is not read again
     */
    async visit<Key extends FactKey, Given extends FactKey = never>(
      keys: readonly Key[],
      customerIds: readonly number[],
      now: Date,
      visit: (customerId: number, facts: Facts<Key>) => void,
      given: GivenFacts<Given> = { keys: [], of: () => ({}) as Pick<AllFacts, Given> },
    ): Promise<void> {
      if (customerIds.length === 0) return;
      const perQuery = turns.customersPerQuery;
      const complete = completing(keys, await readCommon(pool, keys, now), { now, feasts });
      const isGiven = new Set<FactKey>(given.keys);
      const unknown = keys.filter((key) => !isGiven.has(key));
      const plan = await planReading(pool, unknown, customerIds, { now, perQuery });
      const ranges = batchesOf(customerIds, QUERIES_PER_RANGE * perQuery);
      const read = (place: number) => {
        const range = ranges[place];
        return range && readRange(pool, plan, range, { now, timeZone, perQuery });
      };
      let reading = read(0);
      for (let next = 1; reading !== undefined; next += 1) {
        const rows = await reading;
        reading = read(next);
        // Awaited in the next turn, which a visitor that throws does not let come.
        reading?.catch(() => undefined);
        // What is not among the unknown is given, which the compiler does not follow.
        for (const { asked, facts } of rows)
          visit(asked, complete(Object.assign(facts, given.of(asked)) as Facts<Key>));
      }
    },
  };
}

/** Chosen by the product: enough that what few of them have is read in few queries, and little to hold. */
const QUERIES_PER_RANGE = 8;

/** Of so many times as many the file alone is read in the time in which facts are: 1,000 take some 15 ms embedded. */
const FILES_PER_FACT = 8;

function batchesOf(customerIds: readonly number[], size: number): Array<readonly number[]> {
  const count = Math.ceil(customerIds.length / size);
  return Array.from({ length: count }, (_, place) => customerIds.slice(place * size, (place + 1) * size));
}

/** Which facts are read of everybody, and which of whom alone. */
type Reading<Key extends FactKey> = {
  readonly ofAll: readonly Key[];
  readonly ofSome: ReadonlyArray<{ readonly key: Key; readonly holders: ReadonlySet<number> }>;
};

/** Chosen by the product: of more than so many of them it takes less to read a fact together with the others. */
const FEW = 0.5;

async function planReading<Key extends FactKey>(
  db: Queryable,
  keys: readonly Key[],
  customerIds: readonly number[],
  { now, perQuery }: { readonly now: Date; readonly perQuery: number },
): Promise<Reading<Key>> {
  if (customerIds.length <= perQuery) return { ofAll: keys, ofSome: [] };
  const ofAll: Key[] = [];
  const ofSome: Array<{ key: Key; holders: ReadonlySet<number> }> = [];
  for (const key of new Set(keys)) {
    const holders = isRead(key) ? await READERS[key].holders?.(db, now) : undefined;
    if (holders === undefined || holders.size > FEW * customerIds.length) ofAll.push(key);
    else ofSome.push({ key, holders });
  }
  return { ofAll, ofSome };
}

async function readRange<Key extends FactKey>(
  pool: Queryable,
  { ofAll, ofSome }: Reading<Key>,
  range: readonly number[],
  { perQuery, ...when }: { readonly now: Date; readonly timeZone: string; readonly perQuery: number },
): Promise<Array<OfAsked<Key>>> {
  const nothing = Object.fromEntries(
    ofSome.map(({ key }) => [key, NOTHING_KNOWN[key as OptionalFactKey]]),
  ) as Partial<Facts<Key>>;
  const known = new Map<number, Facts<Key>>();
  const isFileAlone = !ofAll.some(isRead);
  for (const batch of batchesOf(range, isFileAlone ? FILES_PER_FACT * perQuery : perQuery)) {
    for (const { asked, facts } of await readBatch(pool, ofAll, batch, when))
      known.set(asked, Object.assign(facts, nothing));
  }
  for (const { key, holders } of ofSome) {
    const those = range.filter((id) => holders.has(id) && known.has(id));
    for (const batch of batchesOf(those, perQuery)) {
      for (const { asked, facts } of await readBatch(pool, [key], batch, when))
        Object.assign(known.get(asked) ?? {}, facts);
    }
  }
  return [...known].map(([asked, facts]) => ({ asked, facts }));
}

type OfAsked<Key extends FactKey> = { readonly asked: number; readonly facts: Facts<Key> };

async function readBatch<Key extends FactKey>(
  pool: Queryable,
  keys: readonly Key[],
  customerIds: readonly number[],
  when: { readonly now: Date; readonly timeZone: string },
): Promise<Array<OfAsked<Key>>> {
  const wanted = [...new Set<FactKey>(keys)].filter(isRead);
  const read = wanted.filter((key) => !(wanted.includes("purchases") && isToldByPurchases(key)));
  const rows = await rowsOf(pool, read.join(), customerIds, when);
  return rows.map((row) => {
    const found = { ...row.facts, ...row.of_activities };
    const facts: Partial<Record<FactKey, unknown>> = { customer: customerFrom(row) };
    for (const key of read) facts[key] = factFrom(key, found[key]);
    if (read.length < wanted.length) Object.assign(facts, toldByPurchases(facts.purchases));
    // Each value is its reader's for its key, which the compiler does not follow through a list.
    return { asked: row.asked, facts: facts as Facts<Key> };
  });
}

function rowsOf(
  pool: Queryable,
  keys: string,
  customerIds: readonly number[],
  when: { readonly now: Date; readonly timeZone: string },
) {
  const [first] = customerIds;
  if (first === undefined || customerIds.length > MOST_TOGETHER)
    return FACTS(keys).all(pool, { customerIds, ...when });
  if (customerIds.length === 1) return FACTS_OF_ONE(keys).all(pool, { customerId: first, ...when });
  const few = Array.from({ length: MOST_TOGETHER }, (_, place) => customerIds[place] ?? first);
  return FACTS_OF_FEW(keys).all(pool, { customerIds: few, ...when });
}

/** Facts that `purchases` tell: where those are read, nothing else is for them. */
const isToldByPurchases = (key: FactKey) => key === "firstPurchaseAt" || key === "lastPurchaseAt";

function toldByPurchases(purchases: unknown): Pick<AllFacts, "firstPurchaseAt" | "lastPurchaseAt"> {
  const { firstAt = null, lastAt = null } = (purchases as AllFacts["purchases"]) ?? {};
  return { firstPurchaseAt: firstAt, lastPurchaseAt: lastAt };
}

/** How a source stands and what a country celebrates is no row of a customer's. */
const isRead = (key: FactKey): key is OptionalFactKey =>
  key !== "customer" && key !== "nextFeast" && !isOfSource(key) && !isOfTeam(key);

/** A row of each fact that is known of one customer, by key. */
type FactRows = { readonly [Key in OptionalFactKey]?: object | null };

function factFrom(key: OptionalFactKey, row: object | null | undefined): unknown {
  return row ? READERS[key].from(row) : NOTHING_KNOWN[key];
}

const KEYS = Object.keys(READERS) as OptionalFactKey[];
const isKey = (text: string): text is OptionalFactKey => Object.hasOwn(READERS, text);

const FACTS_ROW = {
  asked: int4,
  ...CUSTOMER_ROW,
  facts: json<FactRows>(),
  of_activities: nullable(json<FactRows>()),
};

/**
 * By the keys asked for, joined by commas. Subqueries in the list of columns are planned in less time than joins, and
 * planning is most of what one customer costs. The last conditions only name the moment and the zone, which not every
 * fact does.
 */
const FACTS = statementsBy([KEYS.join()], (joined) => factsOfMany(`facts/facts: ${joined}`, joined));

/**
 * The same for ten, some of them named again where there are fewer: as many as PostgreSQL expects of a list, so that the plan that
 * serves all lists is none the dearer and is kept.
 */
const FACTS_OF_FEW = statementsBy([KEYS.join()], (joined) => ({
  ...factsOfMany(`facts/facts: of few: ${joined}`, joined),
  isKeptPlanned: true,
}));

function factsOfMany(name: string, joined: string) {
  const parameters = { customerIds: arrayOf(int4), now: timestamptz, timeZone: text };
  return { name, sql: factsSql(joined, "= ANY (:customerIds::int[])"), parameters, row: FACTS_ROW };
}

/** The same for one customer, which takes five times as long to plan as to answer. */
const FACTS_OF_ONE = statementsBy([KEYS.join()], (joined) => ({
  name: `facts/facts: of one: ${joined}`,
  sql: factsSql(joined, "= :customerId::int"),
  parameters: { customerId: int4, now: timestamptz, timeZone: text },
  row: FACTS_ROW,
  isKeptPlanned: true,
}));

function factsSql(joined: string, whose: string): string {
  const keys = joined.split(",").filter(isKey);
  return `
  SELECT asked.id AS asked, ${CUSTOMER_COLUMNS}, ${queriesSql(keys)} AS facts, ${activitiesSql(keys)} AS of_activities
  FROM customers asked JOIN customers c ON c.id = COALESCE(asked.joined_into, asked.id)
  WHERE asked.id ${whose} AND :now::timestamptz IS NOT NULL AND :timeZone::text IS NOT NULL`;
}

function queriesSql(keys: readonly OptionalFactKey[]): string {
  const rows = keys.flatMap((key) => {
    const { source } = READERS[key];
    return source.kind === "query" ? [`'${key}', ${rowAsJson(source.sql)}`] : [];
  });
  return `json_build_object(${rows.join(", ")})`;
}

/** One look through the activities for all facts that are made of them. */
function activitiesSql(keys: readonly OptionalFactKey[]): string {
  const rows: string[] = [];
  const conditions: string[] = [];
  for (const key of keys) {
    const { source } = READERS[key];
    if (source.kind !== "activities") continue;
    const only = `FILTER (WHERE ${source.where})`;
    const columns = Object.entries(source.columns).map(([name, sum]) => `'${name}', ${sum} ${only}`);
    rows.push(`'${key}', CASE WHEN count(*) ${only} > 0 THEN json_build_object(${columns.join(", ")}) END`);
    conditions.push(source.where);
  }
  if (rows.length === 0) return "NULL::json";
  return `(SELECT json_build_object(${rows.join(", ")}) ${fromActivities(conditions)})`;
}
