import type { Rating, SinceSnooze } from "../../domain/outreach/break-through.ts";

/** More answers in one snooze than anybody gives. */
const MOST_RATINGS = 20;

/** What happened since a customer `c` was snoozed, of those who are: nobody else's is looked up. */
export const sinceSnoozeSql = `CASE WHEN c.snoozed_until > :now THEN json_build_object(
      'snoozedAt', c.snoozed_at, 'renewsOn', c.renews_on,
      'probabilityThen', (SELECT probability FROM scores
        WHERE customer_id = c.id AND as_of <= c.snoozed_at ORDER BY as_of DESC LIMIT 1),
      'ticket', (SELECT json_build_object('subject', subject, 'at', opened_at) FROM tickets
        WHERE customer_id = c.id AND opened_at > c.snoozed_at AND opened_at <= :now
          AND (solved_at IS NULL OR solved_at > :now) ORDER BY opened_at DESC LIMIT 1),
      'ratings', (SELECT json_agg(r) FROM (
        SELECT kind, score, scale_max AS "scaleMax", at FROM feedback
        WHERE customer_id = c.id AND at > c.snoozed_at AND at <= :now ORDER BY at DESC LIMIT ${MOST_RATINGS}) r)
    ) END`;

/** As JSON gives it: an instant is text. */
export type SinceSnoozeJson = {
  readonly snoozedAt: string | null;
  readonly renewsOn: string | null;
  readonly probabilityThen: number | null;
  readonly ticket: { readonly subject: string; readonly at: string } | null;
  readonly ratings: ReadonlyArray<Omit<Rating, "at"> & { readonly at: string }> | null;
};

export function sinceSnoozeFrom({ snoozedAt, ticket, ratings, ...since }: SinceSnoozeJson): SinceSnooze {
  return {
    ...since,
    snoozedAt: snoozedAt === null ? null : new Date(snoozedAt),
    ticket: ticket && { ...ticket, at: new Date(ticket.at) },
    ratings: (ratings ?? []).map((rating) => ({ ...rating, at: new Date(rating.at) })),
  };
}
