import { addDays, firstDayOfWeek, localTime, startOfDay, type Week, weekOf } from "../../domain/calendar.ts";
import { type Clock, MS_PER_HOUR } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { ALL_CUSTOMERS } from "../../domain/customers/money-read.ts";
import { digestMessage } from "../../domain/messages/digest.ts";
import type { DigestMessage } from "../../domain/messages/messages.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type FindForDigestDeps, findForDigest } from "./digest-findings.ts";

export type ShowDigestDeps = FindForDigestDeps & NoteMoneyReadDeps & { readonly clock: Clock };

export type DigestQuestion = {
  readonly week: "last" | "this";
  readonly reader: Pick<Member, "slackUserId" | "timeZone">;
};

export type ShownDigest = {
  readonly message: DigestMessage;
  /** As of when its risks are. */
  readonly asOf: Date;
  readonly now: Date;
};

/** When the digest of a week is made, on the Monday after it: as the weekly job says. */
const DIGEST_HOUR = 9;

/**
 * A week's digest for whoever asks: last week's as it stood when channels got it, this week's so far. In the weeks of
 * the reader; nothing is sent or kept.
 */
export async function showDigest(
  deps: ShowDigestDeps,
  { week: which, reader }: DigestQuestion,
): Promise<ShownDigest> {
  const now = deps.clock();
  const { timeZone } = reader;
  await noteMoneyRead(deps, { reader, surface: "digest", customerIds: [ALL_CUSTOMERS], at: now });
  const week = weekOf(localTime(now, timeZone).day);
  const occasion = { week: which === "this" ? week : weekBefore(week), timeZone };
  const asOf = which === "this" ? now : earlier(now, madeAt(week, timeZone));
  const message = digestMessage(await findForDigest(deps, occasion, asOf));
  return { message, asOf, now };
}

const weekBefore = (week: Week): Week => weekOf(addDays(firstDayOfWeek(week), -7));
const madeAt = (weekAfter: Week, timeZone: string): Date =>
  new Date(startOfDay(firstDayOfWeek(weekAfter), timeZone).getTime() + DIGEST_HOUR * MS_PER_HOUR);
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
