import type { Day } from "../../domain/calendar.ts";
import { arrayOf, date, int4, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** A job's clock in a time zone. */
export type JobClock = { readonly job: string; readonly timeZone: string };
/** Up to where all of its periods are run or noted as missed: the first day or hour of which that is not known. */
export type JobMark = JobClock & { readonly accountedTo: string };

/** Periods in a row that nothing ran for while they were due, with the days on which they came due there. */
export type MissedPeriods = JobClock & {
  readonly firstPeriod: string;
  readonly lastPeriod: string;
  readonly periods: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly notedAt: Date;
};

/** What jobs missed, and up to where that is known. */
export function missedPeriodStore({ pool }: Pick<Database, "pool">) {
  return {
    marks: (): Promise<JobMark[]> => MARKS.all(pool),

    /** Sets a mark; one that is further on stays. */
    async mark(mark: JobMark): Promise<void> {
      await MARK.run(pool, mark);
    },

    /** Forgets the marks of a job's other clocks: whoever comes back to one of them has missed nothing meanwhile. */
    async keepMarksIn(job: string, timeZones: readonly string[]): Promise<void> {
      await FORGET_MARKS.run(pool, { job, timeZones });
    },

    /** Notes what was missed; noted again, a row can only grow. */
    async noteMissed(missed: MissedPeriods): Promise<void> {
      await NOTE.run(pool, missed);
    },

    /** Which of these periods of a job have a record of a run. */
    async ran(job: string, periods: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = periods.length === 0 ? [] : await RAN.all(pool, { job, periods });
      return new Set(rows.map(({ period }) => period));
    },

    /** @returns how many rows */
    forgetMissed: (before: Date): Promise<number> => FORGET_MISSED.run(pool, { before }),

    /** What was noted of all jobs since a moment, newest first. */
    missedSince: (since: Date): Promise<MissedPeriods[]> => SINCE.all(pool, { since }),

    /** What a job missed on days from one to another, both included, oldest first. */
    missedOn: (job: string, fromDay: Day, toDay: Day): Promise<MissedPeriods[]> =>
      ON_DAYS.all(pool, { job, fromDay, toDay }),
  };
}

const MARKS = statement({
  name: "jobs/missed-periods: marks",
  sql: `SELECT job, time_zone AS "timeZone", accounted_to AS "accountedTo" FROM job_marks`,
  row: { job: text, timeZone: text, accountedTo: text },
});

const MARK = statement({
  name: "jobs/missed-periods: mark",
  sql: `
  INSERT INTO job_marks (job, time_zone, accounted_to) VALUES (:job, :timeZone, :accountedTo)
  ON CONFLICT (job, time_zone) DO UPDATE SET accounted_to = greatest(job_marks.accounted_to COLLATE "C", excluded.accounted_to)`,
  parameters: { job: text, timeZone: text, accountedTo: text },
});

const FORGET_MARKS = statement({
  name: "jobs/missed-periods: forget marks",
  sql: "DELETE FROM job_marks WHERE job = :job AND time_zone <> ALL (:timeZones)",
  parameters: { job: text, timeZones: arrayOf(text) },
});

const NOTE = statement({
  name: "jobs/missed-periods: note",
  sql: `
  INSERT INTO missed_periods (job, time_zone, first_period, last_period, periods, first_day, last_day, noted_at)
  VALUES (:job, :timeZone, :firstPeriod, :lastPeriod, :periods, :firstDay, :lastDay, :notedAt)
  ON CONFLICT (job, time_zone, first_period) DO UPDATE SET last_period = excluded.last_period,
    periods = excluded.periods, last_day = excluded.last_day, noted_at = excluded.noted_at
    WHERE excluded.periods > missed_periods.periods`,
  parameters: {
    job: text,
    timeZone: text,
    firstPeriod: text,
    lastPeriod: text,
    periods: int4,
    firstDay: date,
    lastDay: date,
    notedAt: timestamptz,
  },
});

const FORGET_MISSED = statement({
  name: "jobs/missed-periods: forget",
  sql: "DELETE FROM missed_periods WHERE noted_at < :before",
  parameters: { before: timestamptz },
});

const RAN = statement({
  name: "jobs/missed-periods: ran",
  sql: "SELECT period FROM job_runs WHERE job = :job AND period = ANY (:periods)",
  parameters: { job: text, periods: arrayOf(text) },
  row: { period: text },
});

const MISSED = `SELECT job, time_zone AS "timeZone", first_period AS "firstPeriod", last_period AS "lastPeriod", periods,
    to_char(first_day, 'YYYY-MM-DD') AS "firstDay", to_char(last_day, 'YYYY-MM-DD') AS "lastDay", noted_at AS "notedAt"
  FROM missed_periods`;
const MISSED_ROW = {
  job: text,
  timeZone: text,
  firstPeriod: text,
  lastPeriod: text,
  periods: int4,
  firstDay: text,
  lastDay: text,
  notedAt: timestamptz,
};

const SINCE = statement({
  name: "jobs/missed-periods: since",
  sql: `${MISSED} WHERE noted_at >= :since ORDER BY noted_at DESC, job, time_zone, first_period DESC`,
  parameters: { since: timestamptz },
  row: MISSED_ROW,
});

const ON_DAYS = statement({
  name: "jobs/missed-periods: on days",
  sql: `${MISSED} WHERE job = :job AND first_day <= :toDay AND last_day >= :fromDay ORDER BY first_day, time_zone`,
  parameters: { job: text, fromDay: date, toDay: date },
  row: MISSED_ROW,
});
