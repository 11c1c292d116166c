import { readingOf } from "../csv/column-readings.ts";
import { namedColumns } from "../csv/columns.ts";
import { PRESET_OF_ROWS } from "../kinds.ts";
import { type ColumnSample, decideFormats, type OpenFormat, unusedColumns } from "./decide-formats.ts";
import { columnsOf, type FactSource, type KindMapping, type Mapping } from "./mapping.ts";
import { proposeMapping } from "./propose-mapping.ts";
import { readyMappingFor } from "./ready-mappings.ts";

/** How a file would be imported, and what somebody should look at before. */
export type MappingPlan = {
  /** What the file was recognised as; null: proposed by its columns, or given. */
  readonly recognisedAs: string | null;
  readonly mapping: Mapping;
  readonly open: readonly OpenFormat[];
  /** Columns of the file that are not taken. */
  readonly unused: readonly string[];
  /** Amounts without a currency: nobody says which one they are in. */
  readonly lacksCurrency: boolean;
};

export type MappingWishes = {
  /** A mapping somebody wrote or edited. */
  readonly given?: Mapping | undefined;
  /** The system that the rows belong to, where none is recognised. */
  readonly source?: string | undefined;
  /** ISO 4217, for amounts of files that name none. */
  readonly currency: string | null;
};

/** Null where nothing in the file is recognised. */
export function planMapping(columns: readonly ColumnSample[], wishes: MappingWishes): MappingPlan | null {
  const names = columns.map(({ name }) => name);
  const ready = wishes.given === undefined ? readyMappingFor(names) : null;
  const found = wishes.given ?? ready?.mapping ?? proposeMapping(columns, PRESET_OF_ROWS, "files");
  if (found === null) return null;
  const { mapping, open } = decideFormats(found, columns);
  const kinds = mapping.kinds.map((kind) => withCurrency(kind, columns, wishes.currency));
  const source = wishes.source ?? mapping.source;
  return {
    recognisedAs: ready?.name ?? null,
    mapping: { ...mapping, source, kinds },
    open,
    unused: unusedColumns({ ...mapping, kinds }, names),
    lacksCurrency: kinds.some((kind) => lacksCurrency(kind, names)),
  };
}

/** The fact that an amount needs beside it. */
const CURRENCY = "currency";

/** Fills in the currency that was asked for, or the only one written beside the amounts. */
function withCurrency(
  kind: KindMapping,
  columns: readonly ColumnSample[],
  wished: string | null,
): KindMapping {
  const amounts = amountsOf(kind);
  if (amounts.length === 0) return kind;
  const currency = wished ?? currencyBeside(amounts, columns);
  const stated = kind.facts[CURRENCY];
  if (currency === null || stated?.if_empty !== undefined || stated?.value !== undefined) return kind;
  const fact = stated === undefined ? { value: currency } : { ...stated, if_empty: currency };
  return { ...kind, facts: { ...kind.facts, [CURRENCY]: fact } };
}

function amountsOf({ rows, facts }: KindMapping): FactSource[] {
  const preset = PRESET_OF_ROWS[rows];
  const takesCurrency = namedColumns(preset?.columns ?? {}).some(([, { name }]) => name === CURRENCY);
  if (!takesCurrency) return [];
  return AMOUNTS.flatMap((fact) => facts[fact] ?? []);
}

const AMOUNTS = ["amount", "monthly_revenue", "acquisition_cost", "price"];

function currencyBeside(amounts: readonly FactSource[], columns: readonly ColumnSample[]): string | null {
  const names = new Set(amounts.flatMap(columnsOf));
  const values = columns.flatMap(({ name, values }) => (names.has(name) ? values : []));
  const { currencies } = readingOf(values, { as: "number" });
  // A sign that may stand for several currencies is another one for all we know.
  const [only, ...others] = new Set(currencies.map((sign) => CODE_OF_SIGN[sign] ?? null));
  return only === undefined || others.length > 0 ? null : only;
}

/** Signs that stand for one currency alone; "$" and "¥" do not. */
const CODE_OF_SIGN: Readonly<Record<string, string>> = {
  ...{ EUR: "EUR", USD: "USD", GBP: "GBP", CNY: "CNY", JPY: "JPY", CHF: "CHF", INR: "INR" },
  ...{ "€": "EUR", "£": "GBP", US$: "USD", us$: "USD", "₹": "INR", 元: "CNY", RMB: "CNY", rmb: "CNY" },
  ...{ 円: "JPY", "₩": "KRW", 원: "KRW", zł: "PLN", NT$: "TWD", nt$: "TWD", HK$: "HKD", hk$: "HKD" },
};

function lacksCurrency(kind: KindMapping, names: readonly string[]): boolean {
  if (amountsOf(kind).length === 0) return false;
  const stated = kind.facts[CURRENCY];
  if (stated === undefined) return true;
  const isKnown = stated.value !== undefined || stated.if_empty !== undefined;
  return !isKnown && !columnsOf(stated).some((column) => names.includes(column));
}
