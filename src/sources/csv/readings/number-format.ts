import { isCurrency } from "../../../domain/money.ts";
import { plainCharacters } from "./plain-characters.ts";

/** How a column writes numbers, as an example: what stands between thousands may be there or not. */
export const NUMBER_FORMATS = ["1,234.50", "1.234,50"] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** A number as a plain decimal ("-1234.50"), so that no binary fraction comes between; and what it counts. */
export type WrittenNumber = { readonly plain: string; readonly currency: string | null };

/** Blank and apostrophe divide thousands in either format; only the point and the comma change places. */
const GROUPS = (mark: string) =>
  String.raw`[1-9]\d{0,2}(?:(?<mark>[ '’_${mark}])\d{3})(?:\k<mark>\d{3})*|[1-9]\d?(?:${mark}\d{2})+${mark}\d{3}|\d+`;
const bodyOf = (mark: string, decimal: string) =>
  new RegExp(
    String.raw`^(?:(?<whole>${GROUPS(mark)})(?:${decimal}(?<part>\d*))?|${decimal}(?<only>\d+))(?:[eE](?<exponent>[+-]?\d{1,3}))?$`,
  );
const BODIES: Readonly<Record<NumberFormat, RegExp>> = {
  "1,234.50": bodyOf(",", String.raw`\.`),
  "1.234,50": bodyOf(String.raw`\.`, ","),
};

const AROUND =
  /^(?<sign>[+-])?\s*(?<before>[^\d\s.,()+-]{1,4}\.?|%)?\s*(?<inner>[+-])?\s*(?<body>[\d.,](?:[\d.,'’_ ]*[\d.,])?(?:[eE][+-]?\d{1,3})?)\s*(?<scale>[万萬亿億]|[kK](?!\p{L}))?\s*(?<after>[^\d\s()+-]{1,4})?\s*(?<trailing>-)?$/u;

/** Written beside amounts; not codes of a currency by themselves. */
const CURRENCY_WORDS = new Set([
  ...["us$", "ca$", "au$", "a$", "c$", "nz$", "hk$", "nt$", "s$", "r$", "mx$", "kr", "kr.", "zł", "kč", "ft"],
  ...["fr.", "sfr.", "rs", "rs.", "rm", "rmb", "元", "圆", "円", "원", "lei", "лв", "руб", "руб.", "tl"],
]);
/** Beyond it a number is endless, or nothing, to a computer. */
const MOST_PLACES = 290;
const SCALES: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, K: 3 };
const UNIT_SCALES: Readonly<Record<string, number>> = { "%": -2, "‰": -3 };

/**
 * Reads a number in the given format: with thousands marks, a sign before or behind it, parentheses for below zero, a
 * currency, per cent (12 % is 0.12), 万 and 亿, in any width. null where it is none in this format.
 */
export function readNumber(text: string, format: NumberFormat): WrittenNumber | null {
  const characters = plainCharacters(text);
  if (SIMPLE.test(characters)) return { plain: characters, currency: null };
  if (format === "1,234.50" && PLAIN_DECIMAL.test(characters)) return { plain: characters, currency: null };
  const bracketed = /^\((.+)\)$/.exec(characters)?.[1];
  const parts = AROUND.exec((bracketed ?? characters).trim())?.groups;
  const body = parts && BODIES[format].exec(parts.body ?? "")?.groups;
  if (!parts || !body) return null;
  const unit = unitOf(parts.before, parts.after);
  const signs = [bracketed && "(", parts.sign, parts.inner, parts.trailing].filter(Boolean);
  if (unit === null || signs.length > 1) return null;
  const whole = (body.whole ?? "0").replace(/\D/g, "");
  const exponent = Number(body.exponent ?? 0);
  if (Math.abs(exponent) > MOST_PLACES) return null;
  const places = exponent + (SCALES[parts.scale ?? ""] ?? 0) + unit.places;
  const digits = shifted(whole, body.part ?? body.only ?? "", places);
  return { plain: signs.some((sign) => sign !== "+") ? `-${digits}` : digits, currency: unit.currency };
}

/** Most fields of most files are written plainly already; whole numbers in both formats. */
const SIMPLE = /^-?(?:0|[1-9]\d*)$/;
const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)\.\d+$/;

type Unit = { readonly places: number; readonly currency: string | null };

function unitOf(before = "", after = ""): Unit | null {
  const units = [before, after].filter((unit) => unit !== "");
  const [unit, other] = units;
  if (unit === undefined) return { places: 0, currency: null };
  if (other !== undefined) return null;
  const places = UNIT_SCALES[unit];
  if (places !== undefined) return { places, currency: null };
  const known = /^\p{Sc}$/u.test(unit) || CURRENCY_WORDS.has(unit.toLowerCase()) || isCurrency(unit);
  return known ? { places: 0, currency: unit } : null;
}

/** The decimal point moved to the right by so many places; digits are kept as they are. */
function shifted(whole: string, part: string, places: number): string {
  const all = whole + part;
  const at = whole.length + places;
  const padded = at <= 0 ? "0".repeat(1 - at) + all : all.padEnd(at, "0");
  const point = Math.max(at, 1);
  const integer = padded.slice(0, point).replace(/^0+(?=\d)/, "");
  return point < padded.length ? `${integer}.${padded.slice(point)}` : integer;
}
