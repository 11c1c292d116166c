import { type ColumnReading, readingOf } from "../csv/column-readings.ts";
import { namedColumns } from "../csv/columns.ts";
import type { Preset } from "../preset.ts";
import { COLUMN_NAMES, sameName } from "./column-names.ts";
import type { ColumnSample } from "./decide-formats.ts";
import { AUTO, type FactSource, type KindMapping, type Mapping } from "./mapping.ts";

/** A fact needs values that can be read as this; null: any text will do. */
const WANTED: Readonly<Record<string, "number" | "date">> = {
  ...{ amount: "number", quantity: "number", monthly_revenue: "number", margin_percent: "number" },
  ...{ acquisition_cost: "number", score: "number", minutes: "number", price: "number", reach: "number" },
  ...{ from: "date", to: "date", price_from: "date" },
  ...{ at: "date", started_on: "date", renews_on: "date", ended_on: "date", birthday: "date" },
  ...{ left_on: "date" },
  ...{ opened_at: "date", first_reply_at: "date", solved_at: "date", answered_at: "date" },
};

/** What tells kinds of rows apart, looked for in this order: a file of tickets has names and dates, too. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  contracts: ["contract", "customer", "started_on", "monthly_revenue"],
  costs: ["external_id", "category", "applies_to", "amount"],
  mentions: ["external_id", "network", "text", "at"],
  touches: ["external_id", "channel", "outcome", "at"],
  products: ["external_id", "name", "price", "active"],
  tickets: ["external_id", "subject", "opened_at"],
  feedback: ["score", "at"],
  activities: ["customer", "at", "amount"],
  contacts: ["name", "customer", "email"],
  customers: ["name"],
};

/**
 * What a file holds and which column tells what, by the names of its columns and what stands in them; formats are left
 * open. Null where no kind of rows can be made out.
 * @param presets by kind of rows
 */
export function proposeMapping(
  columns: readonly ColumnSample[],
  presets: Readonly<Record<string, Preset>>,
  source: string,
): Mapping | null {
  const known = columns.map((column) => ({ ...column, reading: readingOf(column.values) }));
  for (const [rows, told] of Object.entries(TOLD_BY)) {
    const preset = presets[rows];
    if (preset === undefined) continue;
    const facts = factsIn(known, preset, rows);
    if (!told.every((fact) => fact in facts)) continue;
    return { source, kinds: kindsOf(rows, facts, known, presets) };
  }
  return null;
}

type KnownColumn = ColumnSample & { readonly reading: ColumnReading };
type Facts = Record<string, FactSource>;

/** Each fact takes the likeliest column that no earlier fact took. */
function factsIn(columns: readonly KnownColumn[], { columns: stated }: Preset, rows: string): Facts {
  const facts: Facts = {};
  const taken = new Set<string>();
  for (const [, { name: fact }] of namedColumns(stated)) {
    const column = columnFor(fact, rows, columns, taken);
    if (column === undefined) continue;
    taken.add(column.name);
    facts[fact] = sourceOf(column, fact);
  }
  return facts;
}

function columnFor(
  fact: string,
  rows: string,
  columns: readonly KnownColumn[],
  taken: ReadonlySet<string>,
): KnownColumn | undefined {
  const names = [fact, ...(COLUMN_NAMES[rows]?.[fact] ?? [])].map(sameName);
  const rank = ({ name }: ColumnSample) => names.indexOf(sameName(name));
  return columns
    .filter((column) => !taken.has(column.name) && rank(column) >= 0 && isReadable(column, fact))
    .sort((a, b) => rank(a) - rank(b))[0];
}

function isReadable({ reading, values }: KnownColumn, fact: string): boolean {
  const wanted = WANTED[fact];
  if (wanted === undefined || values.every((value) => value.trim() === "")) return true;
  return wanted === "number"
    ? reading.kind === "number"
    : reading.kind === "day" || reading.kind === "moment";
}

function sourceOf({ name }: ColumnSample, fact: string): FactSource {
  const wanted = WANTED[fact];
  return wanted === undefined ? { column: name } : { column: name, [wanted]: AUTO };
}

/** One kind of rows; of orders that name their customers, the customers as well. */
function kindsOf(
  rows: string,
  facts: Facts,
  columns: readonly KnownColumn[],
  presets: Readonly<Record<string, Preset>>,
): KindMapping[] {
  if (rows === "customers") return [customersOf(facts, columns)];
  if (rows !== "activities") return [{ rows, facts: completed(rows, facts) }];
  const people = presets.customers === undefined ? {} : factsIn(columns, presets.customers, "customers");
  const own = { rows, facts: completed(rows, facts) };
  const { customer } = facts;
  if (people.name === undefined || customer === undefined) return [own];
  const about = Object.fromEntries(Object.entries(people).filter(([fact]) => ABOUT_BUYERS.has(fact)));
  return [{ rows: "customers", once_per: "external_id", facts: { ...about, external_id: customer } }, own];
}

/** What a file of orders tells of a buyer: its dates and amounts are the order's. */
const ABOUT_BUYERS: ReadonlySet<string> = new Set([
  "name",
  "country",
  "language",
  "currency",
  "segment",
  "owner_email",
]);

/** What no column tells, as it is with most files. */
function completed(rows: string, facts: Facts): Facts {
  const { customer, at, amount } = facts;
  if (rows !== "activities" || customer === undefined || at === undefined || amount === undefined)
    return facts;
  const told = [customer, at, amount].flatMap(({ column }) => column ?? []);
  return { kind: { value: "order" }, external_id: { join: told }, ...facts };
}

function customersOf(facts: Facts, columns: readonly KnownColumn[]): KindMapping {
  const { name } = facts;
  const whole = name === undefined ? facts : { external_id: name, ...facts };
  const used = new Set(Object.values(whole).map(({ column }) => column));
  const attributes = columns
    .map((column) => column.name)
    .filter((column) => column !== "" && !used.has(column));
  return { rows: "customers", facts: whole, ...(attributes.length === 0 ? {} : { attributes }) };
}
