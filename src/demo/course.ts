import type { RandomStream } from "./random.ts";

/**
 * How a relationship really went, before any record of it is written. The records show it only through noise:
 * that is what a model can learn from them, and why it cannot learn everything.
 */
export type Course = {
  /** Weeks since the relationship, or the demo's history of it, began. */
  readonly weeks: number;
  /** 0 (all well) to 1 per week, at index "weeks ago". */
  readonly strain: readonly number[];
  /** When the customer left; null: still there. */
  readonly leftDaysAgo: number | null;
  /** When a customer who had left bought again. */
  readonly returnedDaysAgo: number | null;
  /** Of a customer who is still there: the trouble at the end of the course; null while all is well. */
  readonly trouble?: Trouble | null;
  /** Weeks at the end of the course that are not told yet, for records of them follow later; 0 unless given. */
  readonly untoldWeeks?: number;
};

/** A strained time in the life of a relationship: it builds up, stays, and ends by leaving or by getting over it. */
export type Trouble = {
  /** Weeks since it began, in the week that is meant; at the end of a course in the week that comes next. */
  readonly week: number;
  readonly buildUpWeeks: number;
  readonly holdWeeks: number;
  /** The strain at its worst, 0 to 1. */
  readonly peak: number;
};

/*
 * Chosen so that 15–35 % of a snapshot's customers are gone 90 days later, and so that records before the date tell
 * most leavers from most others, not all: some leave without a sign, and about half of the strained ones stay.
 */
const TROUBLE_PER_WEEK = 0.024;
export const SILENT_LEAVE_PER_WEEK = 0.0008;
const LEAVE_AT_FULL_STRAIN = 1;
export const RETURN_AFTER_LEAVING = 0.3;
const RECOVERY_WEEKS = 5;

/**
 * Lives through `weeks` weeks up to now.
 * @param attention how much the team looks after the customer: 1 is usual, 0.3 is neglect; those well looked after
 *   run into trouble less often, and get over it more often
 */
export function simulateCourse(random: RandomStream, weeks: number, attention: number): Course {
  let trouble: Trouble | null = null;
  const strain: number[] = new Array(weeks).fill(0);
  let week = weeks - 1 - random.integer(3, 12);
  while (week >= 0) {
    if (random.chance(SILENT_LEAVE_PER_WEEK)) return gone(random, weeks, strain, week);
    if (!random.chance(troubleChance(attention))) {
      week -= 1;
      continue;
    }
    const began = newTrouble(random);
    const { peak, buildUpWeeks, holdWeeks } = began;
    const from = week;
    week = holdOn(strain, buildUp(strain, week, buildUpWeeks, peak), holdWeeks, peak);
    trouble = { ...began, week: from + 1 };
    if (week < 0) break;
    if (random.chance(leavingChance(peak, attention))) return gone(random, weeks, strain, week);
    week = recover(strain, week, peak);
    if (week >= 0) trouble = null;
  }
  return { weeks, strain, leftDaysAgo: null, returnedDaysAgo: null, trouble };
}

/** A trouble in its first week. */
export function newTrouble(random: RandomStream): Trouble {
  const peak = random.between(0.35, 1);
  return { week: 0, peak, buildUpWeeks: random.integer(6, 14), holdWeeks: random.integer(0, 6) };
}

/** How likely trouble begins in a week of a customer who is looked after so much. */
export const troubleChance = (attention: number) => TROUBLE_PER_WEEK * exposureOf(attention);
/** How likely a customer leaves when the worst has lasted. */
export const leavingChance = (peak: number, attention: number) =>
  peak * LEAVE_AT_FULL_STRAIN * exposureOf(attention);
const exposureOf = (attention: number) => 1.5 - 0.5 * attention;

/** How far it has come in one of its weeks, 0 the first: strain 0 to 1, or when it is over. */
export function strainOf({ week, buildUpWeeks, holdWeeks, peak }: Trouble): number | "over" {
  if (week < buildUpWeeks) return (peak * (week + 1)) / buildUpWeeks;
  const recovering = week - buildUpWeeks - holdWeeks;
  if (recovering < 0) return peak;
  return recovering < RECOVERY_WEEKS ? peak * (1 - (recovering + 1) / (RECOVERY_WEEKS + 1)) : "over";
}

/** A relationship without trouble, apart from what is given in `strain` (index: weeks ago). */
export function calmCourse(weeks: number, strain: readonly number[] = []): Course {
  return { weeks, strain, leftDaysAgo: null, returnedDaysAgo: null };
}

export function strainAt(course: Course, daysAgo: number): number {
  return course.strain[Math.floor(daysAgo / 7)] ?? 0;
}

/** Whether the customer was there at that time: began, and not gone or back again. */
export function isPresent(course: Course, daysAgo: number): boolean {
  if (daysAgo > course.weeks * 7) return false;
  if (course.leftDaysAgo === null || daysAgo > course.leftDaysAgo) return true;
  return course.returnedDaysAgo !== null && daysAgo <= course.returnedDaysAgo;
}

/** One moment ("days ago") in each week of the course in which the customer was there, oldest first. */
export function* presentWeeks(random: RandomStream, course: Course): Generator<number> {
  for (let week = course.weeks - 1; week >= untold(course); week -= 1) {
    const daysAgo = week * 7 + random.between(0, 7);
    if (isPresent(course, daysAgo)) yield daysAgo;
  }
}

/** Weeks at the end that are not told. */
export const untold = ({ untoldWeeks = 0 }: Course) => untoldWeeks;

function buildUp(strain: number[], from: number, length: number, peak: number): number {
  for (let step = 0; step < length && from - step >= 0; step += 1) {
    strain[from - step] = (peak * (step + 1)) / length;
  }
  return from - length;
}

function holdOn(strain: number[], from: number, length: number, peak: number): number {
  for (let step = 0; step < length && from - step >= 0; step += 1) strain[from - step] = peak;
  return from - length;
}

function recover(strain: number[], from: number, peak: number): number {
  for (let step = 0; step < RECOVERY_WEEKS && from - step >= 0; step += 1) {
    strain[from - step] = peak * (1 - (step + 1) / (RECOVERY_WEEKS + 1));
  }
  return from - RECOVERY_WEEKS;
}

function gone(random: RandomStream, weeks: number, strain: number[], week: number): Course {
  const leftDaysAgo = week * 7 + random.integer(0, 6);
  const returned = leftDaysAgo - random.between(110, 260);
  const returns = random.chance(RETURN_AFTER_LEAVING) && returned > 0;
  return { weeks, strain, leftDaysAgo, returnedDaysAgo: returns ? returned : null };
}
