import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addDays,
  localTime,
  monthOf,
  previousMonth,
  weekdayOf,
  weekOf,
} from "../../../src/domain/calendar.ts";
import { CLAIM_MS } from "../../../src/jobs/claim-and-run.ts";
import type { Schedule, Timetable } from "../../../src/jobs/due.ts";
import type { Job } from "../../../src/jobs/job.ts";
import { runDueJobs } from "../../../src/jobs/run-due-jobs.ts";
import { jobRecords } from "../../support/job-records.ts";

const MINUTE = 60_000;
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** What happens at one tick: nothing but the jobs, a failure, or a crash in the middle of the run. */
type Fate = "fine" | "fails" | "crashes";
type World = {
  readonly timetable: Timetable;
  readonly zone: string;
  readonly start: number;
  /** Hours up and hours down, in turns. */
  readonly turns: ReadonlyArray<readonly [up: number, down: number]>;
  readonly fates: readonly Fate[];
};

const TICK = 20 * MINUTE;

/** Lets a job live through its downtimes, on two machines that ask one after the other. */
async function live({ timetable, zone, start, turns, fates }: World) {
  const records = jobRecords();
  const completed: string[] = [];
  let begun = 0;
  const job: Job = {
    ...timetable,
    name: "job",
    timeZones: async () => [zone],
    run: async ({ period }) => {
      const fate = fates[begun++ % fates.length];
      if (fate === "fails") throw new Error("the disk is full");
      if (fate === "crashes") records.crash();
      else completed.push(period);
      return { kind: "done", figures: {} };
    },
  };
  let at = start;
  const tick = () => runDueJobs({ jobs: [job], jobRuns: records.jobRuns, clock: () => new Date(at), log });
  for (const [up, down] of turns) {
    for (const end = at + up * 60 * MINUTE; at < end; at += TICK) await Promise.all([tick(), tick()]);
    at += down * 60 * MINUTE;
  }
  await tick();
  return { completed, records, end: at };
}

/** Found without the program's own arithmetic: by walking the clock in quarters of an hour. */
function periodsThatCame(schedule: Schedule, zone: string, from: number, to: number): Set<string> {
  const found = new Set<string>();
  for (let at = from; at <= to; at += 15 * MINUTE) {
    const { day, hour } = localTime(new Date(at), zone);
    const is = schedule.every;
    if (is === "hour") found.add(`${day}T${String(hour).padStart(2, "0")}`);
    else if (hour < schedule.hour) continue;
    else if (is === "day" || (is === "weekday" && weekdayOf(day) <= 5)) found.add(day);
    else if (is === "week" && weekdayOf(day) === schedule.weekday) found.add(weekOf(addDays(day, -7)));
    else if (is === "month" && Number(day.slice(8)) === schedule.dayOfMonth)
      found.add(previousMonth(monthOf(day)));
  }
  return found;
}

const zones = fc.constantFrom(
  ...["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"],
);
const hour = fc.integer({ min: 0, max: 23 });
const openHours = fc.integer({ min: 1, max: 60 });
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant({ every: "hour" } as const),
  fc.record({ every: fc.constantFrom("day" as const, "weekday" as const), hour, openHours }),
  fc.record({
    every: fc.constant("week" as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour,
    openHours,
  }),
  fc.record({
    ...{ every: fc.constant("month" as const), dayOfMonth: fc.integer({ min: 1, max: 28 }), hour, openHours },
  }),
);
const catchUps = fc.oneof(
  fc.constant({ kind: "skip" } as const),
  fc.record({ kind: fc.constant("run" as const), withinDays: fc.integer({ min: 1, max: 30 }) }),
);
const worlds: fc.Arbitrary<World> = fc.record({
  timetable: fc.record({ schedule: schedules, catchUp: catchUps }),
  zone: zones,
  // From any hour of 2026, so over the changes of the clocks as well.
  start: fc.integer({ min: 0, max: 365 * 24 }).map((hours) => Date.UTC(2026, 0, 1) + hours * 60 * MINUTE),
  turns: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 200 })), {
    minLength: 1,
    maxLength: 4,
  }),
  fates: fc.array(fc.constantFrom<Fate>("fine", "fine", "fine", "fails", "crashes"), {
    minLength: 1,
    maxLength: 7,
  }),
});

it("runs each period at most once, leaves none without a run or a note, and no run without an end", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { completed, records, end } = await live(world);
      const { timetable, zone, start } = world;
      // What had come before the bot was there is nothing it missed.
      const before =
        timetable.schedule.every === "hour" ? [] : periodsThatCame(timetable.schedule, zone, start, start);
      const came = [...periodsThatCame(timetable.schedule, zone, start, end)];
      const noted = records.missed().map(({ firstPeriod, lastPeriod, periods }) => {
        const among = came.filter((period) => period >= firstPeriod && period <= lastPeriod);
        expect(among).toHaveLength(periods);
        return among;
      });
      const missed = noted.flat();
      const run = records.periods();
      const open = new Set(records.open(timetable, zone, end));
      expect(new Set(completed).size).toBe(completed.length);
      expect(new Set(missed).size).toBe(missed.length);
      expect(missed.filter((period) => run.has(period))).toEqual([]);
      const known = new Set([...run, ...missed, ...open, ...before]);
      expect(came.filter((period) => !known.has(period))).toEqual([]);
      const stuck = records
        .all()
        .filter(
          ({ period, status, claimedUntil }) =>
            status === "running" && claimedUntil + CLAIM_MS < end && !open.has(period.split(" ")[0] ?? ""),
        );
      expect(stuck).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
