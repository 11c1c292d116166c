import { MS_PER_DAY } from "../../domain/clock.ts";
import {
  type Course,
  leavingChance,
  newTrouble,
  RETURN_AFTER_LEAVING,
  SILENT_LEAVE_PER_WEEK,
  strainOf,
  type Trouble,
  troubleChance,
} from "../course.ts";
import type { CustomerPlan } from "../plan.ts";
import type { RandomStream } from "../random.ts";
import { LIFE_WEEKS, type LifeStreams, type Timeline, weekStart } from "./timeline.ts";

/*
 * Chosen so that a call is worth making and no guarantee: seven of ten strained customers get over it within weeks of
 * one, the others leave less than half as often as without.
 */
const HEEDED = 0.7;
const LEAVES_THOUGH_CARED_FOR = 0.4;
/** A new customer is content for so many weeks at least, as in the seeded history. */
const CONTENT_WEEKS = 6;

export type AheadOf = {
  readonly plan: CustomerPlan;
  /** How the relationship stood when the demo was loaded; null: the customer came later. */
  readonly before: Course | null;
  /** The week in which a later customer came; 0 for all others. */
  readonly firstWeek: number;
  /** When the customer was reached. */
  readonly contactedAt: readonly Date[];
};

/**
 * How a relationship goes on, week by week. What a contact changes begins with the week after it, so that no week that
 * has been told is told otherwise.
 */
export function courseAhead(of: AheadOf, timeline: Timeline, streams: LifeStreams): Course {
  const weeks = LIFE_WEEKS - of.firstWeek;
  const course = {
    weeks,
    strain: new Array<number>(weeks).fill(0),
    untoldWeeks: LIFE_WEEKS - timeline.toldWeeks,
  };
  const stays = { ...course, leftDaysAgo: null, returnedDaysAgo: null };
  if (of.before && isGone(of.before)) return { ...stays, leftDaysAgo: weeks * 7 };
  let state: State = { trouble: of.before?.trouble ?? null, since: timeline.startedAt };
  for (let week = of.firstWeek; week < timeline.toldWeeks; week += 1) {
    const weeksAgo = LIFE_WEEKS - 1 - week;
    const fate = fateOf(streams.week(week), of.plan.attention);
    const begins = weekStart(timeline, week);
    state = nextWeek(state, { fate, begins, isNew: week - of.firstWeek < CONTENT_WEEKS && !of.before, of });
    if (state === "left") return { ...stays, ...leaving(fate, weeksAgo) };
    course.strain[weeksAgo] = state.trouble === null ? 0 : strainIn(state.trouble);
  }
  return stays;
}

/** Left, and not back. */
export function isGone({ leftDaysAgo, returnedDaysAgo }: Course): boolean {
  return leftDaysAgo !== null && returnedDaysAgo === null;
}

type Fate = {
  readonly leavesSilently: boolean;
  readonly troubleBegins: boolean;
  readonly trouble: Trouble;
  /** Uniform in [0, 1): below the chance to leave, the customer leaves. */
  readonly leaves: number;
  readonly heeds: boolean;
  readonly weekday: number;
  readonly returnsAfterDays: number | null;
};

/** All draws of a week, whether or not they come to matter: what people do changes what is made of them alone. */
function fateOf(random: RandomStream, attention: number): Fate {
  return {
    leavesSilently: random.chance(SILENT_LEAVE_PER_WEEK),
    troubleBegins: random.chance(troubleChance(attention)),
    trouble: newTrouble(random),
    leaves: random.between(0, 1),
    heeds: random.chance(HEEDED),
    weekday: random.integer(0, 6),
    returnsAfterDays: random.chance(RETURN_AFTER_LEAVING) ? random.between(110, 260) : null,
  };
}

/** `trouble.week` is the week that was told last. */
type Lived = { readonly trouble: Trouble | null; readonly since: Date };
type State = Lived | "left";
type Week = { readonly fate: Fate; readonly begins: Date; readonly isNew: boolean; readonly of: AheadOf };

function nextWeek(state: State, { fate, begins, isNew, of }: Week): State {
  if (state === "left" || isNew) return state;
  const { trouble, since } = state;
  if (trouble === null) {
    if (fate.leavesSilently) return "left";
    return fate.troubleBegins ? { trouble: { ...fate.trouble, week: 1 }, since: begins } : state;
  }
  const decision = trouble.buildUpWeeks + trouble.holdWeeks;
  const wasReached = (from: Date) => of.contactedAt.some((at) => at >= from && at < begins);
  const lastWeek = new Date(begins.getTime() - 7 * MS_PER_DAY);
  if (trouble.week <= decision && fate.heeds && wasReached(lastWeek))
    return { trouble: healing(trouble), since };
  const chance =
    leavingChance(trouble.peak, of.plan.attention) * (wasReached(since) ? LEAVES_THOUGH_CARED_FOR : 1);
  if (trouble.week === decision && fate.leaves < chance) return "left";
  if (strainOf(trouble) === "over") return { trouble: null, since };
  return { trouble: { ...trouble, week: trouble.week + 1 }, since };
}

/** From now on it gets better. */
function healing(trouble: Trouble): Trouble {
  const strain = strainOf(trouble);
  return { peak: strain === "over" ? 0 : strain, buildUpWeeks: 0, holdWeeks: 0, week: 2 };
}

/** Of the week just told: `nextWeek` has counted on. */
function strainIn(trouble: Trouble): number {
  const strain = strainOf({ ...trouble, week: trouble.week - 1 });
  return strain === "over" ? 0 : strain;
}

function leaving(fate: Fate, weeksAgo: number): Pick<Course, "leftDaysAgo" | "returnedDaysAgo"> {
  const leftDaysAgo = weeksAgo * 7 + fate.weekday;
  const returned = leftDaysAgo - (fate.returnsAfterDays ?? Number.POSITIVE_INFINITY);
  return { leftDaysAgo, returnedDaysAgo: returned > 0 ? returned : null };
}
