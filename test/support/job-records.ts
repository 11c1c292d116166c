import { dueOrCaughtUp, type Timetable } from "../../src/jobs/due.ts";
import type { JobTools } from "../../src/jobs/job-tools.ts";
import type { JobRunStatus } from "../../src/store/jobs/job-runs.ts";
import type { MissedPeriods } from "../../src/store/jobs/missed-periods.ts";

/** Records of jobs that have missed nothing, and that nobody waits for. */
export const nothingMissed = {
  statusOf: async () => null,
  marks: async () => [],
  mark: async () => {},
  keepMarksIn: async () => {},
  noteMissed: async () => {},
  ran: async () => new Set<string>(),
} satisfies Partial<JobTools["jobRuns"]>;

type Row = {
  readonly job: string;
  readonly period: string;
  status: JobRunStatus;
  attempts: number;
  claimedUntil: number;
  error: string | null;
  isLast: boolean;
};

/** Records of jobs in memory, by the rules of the tables; `crash` has the run that asks next leave its claim behind. */
export function jobRecords() {
  const rows = new Map<string, Row>();
  const marks = new Map<string, { job: string; timeZone: string; accountedTo: string }>();
  const missed = new Map<string, MissedPeriods>();
  let hasCrashed = false;
  const ofClaim = ({ job, period, attempt }: { job: string; period: string; attempt: number }) => {
    const row = rows.get(`${job} ${period}`);
    return row?.attempts === attempt && row.status === "running" ? row : null;
  };
  const jobRuns: JobTools["jobRuns"] = {
    claim: async ({ job, period }, now, until, maxAttempts) => {
      const row = rows.get(`${job} ${period}`);
      const isFree =
        row === undefined ||
        (["running", "failed"].includes(row.status) && !row.isLast && row.claimedUntil <= now.getTime());
      if (!isFree || (row && row.attempts >= maxAttempts)) return null;
      const attempts = (row?.attempts ?? 0) + 1;
      const claimedUntil = until.getTime();
      const claimed: Row = {
        job,
        period,
        status: "running",
        attempts,
        claimedUntil,
        error: null,
        isLast: false,
      };
      rows.set(`${job} ${period}`, claimed);
      return { job, period, attempt: attempts };
    },
    extend: async (claim) => ofClaim(claim) !== null,
    finish: async (claim, status) => {
      const row = ofClaim(claim);
      if (hasCrashed) {
        hasCrashed = false;
        return false;
      }
      if (row) row.status = status;
      return row !== null;
    },
    fail: async (claim, { error, isLast }, _at, retryAt) => {
      const row = ofClaim(claim);
      if (row) Object.assign(row, { status: "failed", error, isLast, claimedUntil: retryAt.getTime() });
      return row !== null;
    },
    unsettled: async (now) =>
      [...rows.values()].filter(
        ({ status, isLast, claimedUntil }) =>
          ["running", "failed"].includes(status) && !isLast && claimedUntil <= now.getTime(),
      ),
    giveUp: async ({ job, period, attempts }, error) => {
      const row = rows.get(`${job} ${period}`);
      if (!row || row.isLast || row.attempts !== attempts) return false;
      Object.assign(row, { status: "failed", error, isLast: true });
      return true;
    },
    statusOf: async ({ job, period }) => rows.get(`${job} ${period}`)?.status ?? null,
    marks: async () => [...marks.values()],
    mark: async (mark) => {
      const key = `${mark.job} ${mark.timeZone}`;
      const before = marks.get(key)?.accountedTo ?? "";
      if (mark.accountedTo > before) marks.set(key, mark);
    },
    keepMarksIn: async (job, timeZones) => {
      for (const [key, mark] of marks)
        if (mark.job === job && !timeZones.includes(mark.timeZone)) marks.delete(key);
    },
    noteMissed: async (row) => {
      const key = `${row.job} ${row.timeZone} ${row.firstPeriod}`;
      if (row.periods > (missed.get(key)?.periods ?? 0)) missed.set(key, row);
    },
    ran: async (job, periods) => new Set(periods.filter((period) => rows.has(`${job} ${period}`))),
  };
  return {
    jobRuns,
    crash: () => {
      hasCrashed = true;
    },
    all: () => [...rows.values()],
    /** Those with a record of a run, without their zone. */
    periods: () => new Set([...rows.values()].map(({ period }) => period.split(" ")[0] ?? "")),
    missed: (): readonly MissedPeriods[] => [...missed.values()],
    /** What may still begin. */
    open: (timetable: Timetable, zone: string, at: number): string[] => {
      const open = dueOrCaughtUp(timetable, new Date(at), zone);
      return open === null ? [] : [open.period];
    },
  };
}
