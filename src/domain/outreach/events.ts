import { addDays, type Day, isDay } from "../calendar.ts";

/** Something the team plans and invites customers to. */
export type TeamEvent = {
  readonly id: number;
  readonly name: string;
  readonly day: Day;
  /** An address or a link; null: nobody said. */
  readonly place: string | null;
  readonly audience: EventAudience;
  /** Slack user id; null: from the command line. */
  readonly setBy: string | null;
  readonly setAt: Date;
};

/** An event with how many customers it is for. */
export type ListedEvent = TeamEvent & { readonly customers: number };

/** Whom it is for; all but `all` with which, compared without regard to case. */
export type EventAudience =
  | { readonly for: "all" }
  | { readonly for: "segment" | "country" | "category"; readonly which: string };

export const AUDIENCES = ["all", "segment", "country", "category"] as const;

/** An event for one customer. */
export type UpcomingEvent = Pick<TeamEvent, "id" | "name" | "day" | "place" | "setAt"> & {
  /** Whether somebody has reacted to the advice to invite them. */
  readonly isAnswered: boolean;
};

/** Invitations begin two weeks ahead, so that calendars are still free. */
export const NOT_BEFORE_DAYS = 14;
/** Later an invitation reads like an afterthought. Both chosen by the product. */
export const NOT_AFTER_DAYS = 3;

/** From when on whoever is in touch invites: two weeks ahead, or since it is known. */
export function invitationsBegin({ day, setAt }: Pick<TeamEvent, "day" | "setAt">): Date {
  const from = new Date(`${addDays(day, -NOT_BEFORE_DAYS)}T00:00:00Z`);
  return from > setAt ? from : setAt;
}

export const LONGEST_NAME = 120;
export const LONGEST_PLACE = 300;
export const LONGEST_WHICH = 100;

/** An event as somebody typed it. */
export type TypedEvent = {
  readonly name: string;
  readonly day: string;
  readonly place: string;
  readonly for: (typeof AUDIENCES)[number];
  readonly which: string;
};

export type NewEvent = Omit<TeamEvent, "id" | "setBy" | "setAt">;

/** What is wrong with one, by field; a code each. */
export type EventErrors = { readonly [Field in keyof TypedEvent]?: string };

/** What was typed as an event, or what is wrong with it. @param today in the team's zone */
export function readEvent(
  typed: TypedEvent,
  today: Day,
): { readonly event: NewEvent } | { readonly errors: EventErrors } {
  const event = trimmed(typed);
  const errors = errorsOf(event, today);
  if (Object.keys(errors).length > 0) return { errors };
  const { name, day, place, which } = event;
  const audience: EventAudience = typed.for === "all" ? { for: "all" } : { for: typed.for, which };
  return { event: { name, day, place: place === "" ? null : place, audience } };
}

const trimmed = (typed: TypedEvent): TypedEvent => ({
  name: typed.name.trim(),
  day: typed.day.trim(),
  place: typed.place.trim(),
  for: typed.for,
  which: typed.which.trim(),
});

function errorsOf(event: TypedEvent, today: Day): EventErrors {
  const { name, place, which, day } = event;
  const isFor = event.for !== "all";
  return {
    ...(name === "" || name.length > LONGEST_NAME ? { name: "events.bad-name" } : {}),
    ...(isDay(day) ? (day < today ? { day: "events.past-day" } : {}) : { day: "events.bad-day" }),
    ...(place.length > LONGEST_PLACE ? { place: "events.bad-place" } : {}),
    ...(isFor && which === "" ? { which: "events.no-which" } : {}),
    ...(!isFor && which !== "" ? { which: "events.needless-which" } : {}),
    ...(which.length > LONGEST_WHICH ? { which: "events.bad-which" } : {}),
  };
}
