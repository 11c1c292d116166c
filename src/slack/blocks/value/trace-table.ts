import type { Trace, TraceRow, TraceShape } from "../../../domain/figures/trace/trace.ts";
import { currencyExponent, type Money } from "../../../domain/money.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import type { Cell } from "../data-table.ts";
import { fileHead, fileLine, tableFile } from "../table-file.ts";

export type TraceTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** How a reader is told something. */
type Tell = (phrase: Phrase) => string;

type Column = {
  readonly name: string;
  readonly cell: (row: TraceRow, shape: TraceShape, tell: Tell) => Cell;
};

const NONE: Cell = { text: "" };
/** Of a file's name, before its days: file systems take some 250 bytes. */
const NAME_LENGTH = 60;
const told = (tell: Tell, code: string, parameters: Phrase["parameters"]): Cell => ({
  text: tell(phrase(code, parameters)),
});

const WHAT: Column = { name: "what", cell: ({ what }, _, tell) => ({ text: tell(what) }) };
const ID: Column = { name: "id", cell: ({ id }) => ({ text: id ?? "" }) };
const CUSTOMER: Column = { name: "customer", cell: ({ customer }) => ({ text: customer?.name ?? "" }) };
const SHARE: Column = {
  name: "share",
  cell: ({ share }, _, tell) => ({ text: share === null ? "" : tell(share) }),
};
const AMOUNT: Column = { name: "amount", cell: (row, trace, tell) => counted(row.amount, trace, tell) };
const OVER: Column = { name: "over", cell: ({ over }, trace, tell) => dividing(over, trace, tell) };

const SHOWN: readonly Column[] = [
  WHAT,
  ID,
  CUSTOMER,
  {
    name: "days",
    cell: ({ fromDay, toDay }, _, tell) =>
      fromDay === null || toDay === null
        ? NONE
        : told(tell, fromDay === toDay ? "trace.day" : "trace.days", {
            from: { day: fromDay },
            to: { day: toDay },
          }),
  },
  {
    name: "original",
    cell: ({ original }, _, tell) =>
      original === null ? NONE : told(tell, "trace.money", { money: original }),
  },
  {
    name: "rate",
    cell: ({ rate }, _, tell) =>
      rate === null
        ? NONE
        : told(tell, "trace.rate", {
            ...{ from: rate.fromCurrency, to: rate.toCurrency, rate: rate.rate, day: { day: rate.day } },
          }),
  },
  SHARE,
  AMOUNT,
  OVER,
];

/** A spreadsheet reckons with days, amounts and rates, so each has a column of its own. */
const IN_FILE: readonly Column[] = [
  WHAT,
  ID,
  CUSTOMER,
  { name: "customer-number", cell: ({ customer }) => ({ text: customer?.externalId ?? "" }) },
  { name: "from", cell: ({ fromDay }) => ({ text: fromDay ?? "" }) },
  { name: "to", cell: ({ toDay }) => ({ text: toDay ?? "" }) },
  {
    name: "original",
    cell: ({ original }) => (original === null ? NONE : { text: "", value: major(original) }),
  },
  { name: "currency", cell: ({ original }) => ({ text: original?.currency ?? "" }) },
  {
    name: "rate",
    cell: ({ rate }, _, tell) =>
      rate === null
        ? NONE
        : told(tell, "trace.rate.stated", { from: rate.fromCurrency, to: rate.toCurrency, rate: rate.rate }),
  },
  { name: "rate-day", cell: ({ rate }) => ({ text: rate?.day ?? "" }) },
  SHARE,
  AMOUNT,
  OVER,
];

/** The rows as they are shown: columns in which nothing stands are left out. */
export const traceTable = (trace: Trace, tell: Tell): TraceTable => table(SHOWN, trace, tell);

/** The rows for a spreadsheet, with what they come to, and what the file is called. */
export function traceFile(trace: Trace, locale: Locale): { name: string; content: string } {
  const { fromDay, toDay, currency, part } = trace;
  const named = part === null ? trace.figure : `${trace.figure} ${part}`;
  const figure = named.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, NAME_LENGTH);
  const { head, rows } = table(IN_FILE, trace, (phrase) => textOf(phrase, locale));
  return { name: `${figure}-${fromDay}-${toDay}-${currency}.csv`, content: tableFile({ head, rows }) };
}

/** The same for as many rows as there are, told one at a time: every column stands in it, whatever comes. */
export function traceLines(shape: TraceShape, locale: Locale) {
  const tell = (given: Phrase) => textOf(given, locale);
  const numeric = IN_FILE.map(({ name }) => NUMERIC.has(name));
  return {
    head: fileHead(IN_FILE.map((column) => headingOf(column, shape, tell))),
    line: (row: TraceRow): string =>
      fileLine(
        IN_FILE.map(({ cell }) => cell(row, shape, tell)),
        numeric,
      ),
  };
}

const NUMERIC: ReadonlySet<string> = new Set(["original", "amount", "over"]);

function table(columns: readonly Column[], trace: Trace, tell: Tell): TraceTable {
  const rows = trace.rows.map((row) => columns.map(({ cell }) => cell(row, trace, tell)));
  const used = columns.map(
    (_, place) =>
      place === 0 || rows.some((row) => row[place]?.text !== "" || row[place]?.value !== undefined),
  );
  const kept = <Item>(items: readonly Item[]) => items.filter((_, place) => used[place]);
  return { head: kept(columns).map((column) => headingOf(column, trace, tell)), rows: rows.map(kept) };
}

const headingOf = ({ name }: Column, { currency, unit }: TraceShape, tell: Tell) =>
  tell(phrase(`trace.column.${name === "amount" ? `amount.${unit}` : name}`, { currency }));

function counted(amount: number | null, { unit, currency }: TraceShape, tell: Tell): Cell {
  if (amount === null) return NONE;
  if (unit === "minor") return moneyCell({ minor: amount, currency }, tell);
  return { ...told(tell, "trace.number", { number: amount }), value: amount };
}

function dividing(over: number | null, { overUnit, currency }: TraceShape, tell: Tell): Cell {
  if (over === null) return NONE;
  if (overUnit === "minor") return moneyCell({ minor: over, currency }, tell);
  return { ...told(tell, "trace.number", { number: over }), value: over };
}

const moneyCell = (money: Money, tell: Tell): Cell => ({
  ...told(tell, "trace.money", { money }),
  value: major(money),
});

const major = ({ minor, currency }: Money) => minor / 10 ** currencyExponent(currency);
