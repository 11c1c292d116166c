import { InvalidArgumentError } from "commander";
import { type Day, isDay, type Month } from "../domain/calendar.ts";
import { MS_PER_DAY } from "../domain/clock.ts";
import { say } from "../words/command-line.ts";

/**
 * A day (`2010-12-10`, its midnight in UTC) or an instant (`2010-12-10T08:00:00Z`).
 * @throws InvalidArgumentError
 */
export function parseInstant(text: string): Date {
  const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instant = new Date(looksLikeDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(instant.getTime()) || (looksLikeDay && !isDay(text))) {
    throw new InvalidArgumentError(say("cli.argument.instant"));
  }
  return instant;
}

/**
 * The last millisecond of a day (UTC), so that what happened on it counts, or an instant as it is.
 * @throws InvalidArgumentError
 */
export function parseSince(text: string): Date {
  const instant = parseInstant(text);
  return text.includes("T") ? instant : new Date(instant.getTime() + MS_PER_DAY - 1);
}

/** @throws InvalidArgumentError */
export function parseWholeNumber(text: string): number {
  if (!/^-?\d{1,9}$/.test(text)) throw new InvalidArgumentError(say("cli.argument.whole-number"));
  return Number(text);
}

/** How many to show. @throws InvalidArgumentError */
export function parseLimit(text: string): number {
  const limit = parseWholeNumber(text);
  if (limit < 1) throw new InvalidArgumentError(say("cli.argument.at-least-one"));
  return limit;
}

/** The number of a row of the database. @throws InvalidArgumentError */
export function parseRowId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(say("cli.argument.at-least-one"));
  return Number(text);
}

/**
 * Whole numbers, comma-separated, each once.
 * @throws InvalidArgumentError
 */
export function parseSeeds(text: string): number[] {
  const seeds = text.split(",").map((part) => parseWholeNumber(part.trim()));
  if (new Set(seeds).size < seeds.length) throw new InvalidArgumentError(say("cli.argument.seeds"));
  return seeds;
}

/** Days or instants, comma-separated. @throws InvalidArgumentError */
export const parseInstants = (text: string): Date[] =>
  text.split(",").map((part) => parseInstant(part.trim()));

/** Numbers of days, comma-separated. @throws InvalidArgumentError */
export const parseDaysList = (text: string): number[] =>
  text.split(",").map((part) => parseDays(part.trim()));

/** @returns a day in it. @throws InvalidArgumentError */
export function parseQuarter(text: string): Day {
  const [, year = "", quarter = ""] = /^(\d{4})-?q([1-4])$/i.exec(text.trim()) ?? [];
  const day = `${year}-${String(3 * Number(quarter) - 1).padStart(2, "0")}-01`;
  if (!isDay(day)) throw new InvalidArgumentError(say("cli.argument.quarter"));
  return day;
}

/** @throws InvalidArgumentError */
export function parseMonth(text: string): Month {
  const month = text.trim();
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new InvalidArgumentError(say("cli.argument.month"));
  return month;
}

/** @throws InvalidArgumentError unless it lies between 0 and 1 */
export function parseShare(text: string): number {
  const share = /^0?[.][0-9]+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(share > 0 && share < 1)) throw new InvalidArgumentError(say("cli.argument.share"));
  return share;
}

/** Ten years, with their leap days; chosen: nobody looks further ahead. */
const MOST_DAYS = 3660;

/** @throws InvalidArgumentError */
export function parseDays(text: string): number {
  const days = parseWholeNumber(text);
  if (days < 1 || days > MOST_DAYS)
    throw new InvalidArgumentError(say("cli.argument.days", { least: 1, most: MOST_DAYS }));
  return days;
}
