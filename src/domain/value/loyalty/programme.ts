import { addDays, type Day, firstDayOfMonth, lastDayOfMonth, monthOf } from "../../calendar.ts";
import { currencyExponent, type Money } from "../../money.ts";

/** How customers earn points and what points are for. */
export type LoyaltyProgramme = {
  /** Which activities earn; refunds take back. */
  readonly earnsOn: "order" | "payment";
  /** Points for one unit of money, by currency: a plain decimal above zero ("0.03"), at most six digits behind the point. */
  readonly pointsPerUnit: Readonly<Record<string, string>>;
  /** How long after they were earned points can be used; null: for ever. */
  readonly expiresAfter: { readonly count: number; readonly unit: "days" | "months" } | null;
  /** What so many points stand for. */
  readonly worth: { readonly points: number; readonly money: Money };
  /** How many of a hundred outstanding points the team expects to be redeemed. */
  readonly redeemedPercent: number;
  readonly tiers: LoyaltyTiers | null;
};

/** By net revenue of the last 12 months. */
export type LoyaltyTiers = {
  readonly currency: string;
  /** Lowest first. */
  readonly levels: ReadonlyArray<{ readonly name: string; readonly fromMinor: number }>;
};

/** From its day on, until the next one. */
export type StatedProgramme = LoyaltyProgramme & { readonly id: number; readonly validFrom: Day };

/** The programme of a day, of several from the same day the one stated last; null: there was none yet. */
export function programmeOn(programmes: readonly StatedProgramme[], day: Day): StatedProgramme | null {
  let inForce: StatedProgramme | null = null;
  for (const stated of programmes) {
    if (stated.validFrom > day) continue;
    const isNewer =
      inForce === null ||
      stated.validFrom > inForce.validFrom ||
      (stated.validFrom === inForce.validFrom && stated.id > inForce.id);
    if (isNewer) inForce = stated;
  }
  return inForce;
}

/** Digits behind the point of points for a unit of money; chosen: a won or a rupiah may earn a ten-thousandth. */
const RATE_DECIMALS = 6;
const RATE = /^(\d{1,6})(?:\.(\d{0,6}))?$/;

/** @returns the decimal as it is kept; null for what is none above zero, or too fine */
export function parsePointsPerUnit(text: string): string | null {
  const match = RATE.exec(text.trim());
  if (match === null || scaled(text.trim()) === 0n) return null;
  return text.trim();
}

const scaledRates = new Map<string, bigint>();

function scaled(rate: string): bigint {
  const known = scaledRates.get(rate);
  if (known !== undefined) return known;
  const [, whole = "0", fraction = ""] = RATE.exec(rate) ?? [];
  const made = BigInt(whole + fraction.padEnd(RATE_DECIMALS, "0"));
  scaledRates.set(rate, made);
  return made;
}

/**
 * Whole points for an amount, rounded down: never more than the rule says, and the parts of a refund never take more than
 * the order gave. Null: the programme has no points for the currency.
 */
export function pointsFor({ minor, currency }: Money, programme: LoyaltyProgramme): number | null {
  const rate = Object.hasOwn(programme.pointsPerUnit, currency)
    ? programme.pointsPerUnit[currency]
    : undefined;
  if (rate === undefined) return null;
  const unit = 10n ** BigInt(currencyExponent(currency) + RATE_DECIMALS);
  return Number((BigInt(minor) * scaled(rate)) / unit);
}

/** The last day on which points earned on a day can be used; null: they never expire. */
export function lastDayOfPoints(earnedOn: Day, { expiresAfter }: LoyaltyProgramme): Day | null {
  if (expiresAfter === null) return null;
  const { count, unit } = expiresAfter;
  return unit === "days" ? addDays(earnedOn, count) : monthsAfter(earnedOn, count);
}

/** The same day so many months later; where that month is shorter, its last day. */
function monthsAfter(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const month = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
  const last = lastDayOfMonth(month);
  const same = addDays(firstDayOfMonth(month), Number(day.slice(8)) - 1);
  return monthOf(same) === month ? same : last;
}

/** What points are worth by the programme, rounded to the smallest unit, halves away from zero. */
export function worthOf(points: number, { worth }: Pick<LoyaltyProgramme, "worth">): Money {
  return { minor: shareOf(points, worth.money.minor, worth.points), currency: worth.money.currency };
}

/** What the team expects to give for points that are outstanding: points × worth × share, rounded once. */
export function liabilityOf(points: number, { worth, redeemedPercent }: LoyaltyProgramme): Money {
  // Shares are stated to a hundredth of a percent.
  const share = Math.round(redeemedPercent * 100);
  const minor = shareOf(points, worth.money.minor * share, worth.points * 10_000);
  return { minor, currency: worth.money.currency };
}

/** points × numerator ÷ denominator, exact until the one rounding at the end. */
function shareOf(points: number, numerator: number, denominator: number): number {
  const size = BigInt(Math.abs(points)) * BigInt(numerator);
  const rounded = Number((2n * size + BigInt(denominator)) / (2n * BigInt(denominator)));
  return points < 0 && rounded !== 0 ? -rounded : rounded;
}
