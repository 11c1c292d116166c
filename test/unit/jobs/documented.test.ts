import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { jobsOf } from "../../../src/bot.ts";
import type { Job } from "../../../src/jobs/job.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const hours = (count: number) =>
  (count % 24 === 0 ? `${count / 24} days` : `${count} h`).replace(/^1 days/, "1 day");

function whenOf({ schedule }: Job): string {
  if (schedule.every === "hour") return "every hour";
  const at = `${String(schedule.hour).padStart(2, "0")}:00`;
  if (schedule.every === "week") return `${WEEKDAYS[schedule.weekday - 1]} ${at}`;
  if (schedule.every === "month") return `day ${schedule.dayOfMonth}, ${at}`;
  return `${schedule.every === "day" ? "daily" : "weekdays"} ${at}`;
}

const windowOf = ({ schedule }: Job) => (schedule.every === "hour" ? "that hour" : hours(schedule.openHours));

const missedOf = ({ catchUp }: Job) =>
  catchUp.kind === "skip" ? "skipped" : `run within ${catchUp.withinDays} days`;

/** Nothing is run: what a job would run with is not there. */
const jobs = jobsOf({ flows: {}, config: { timeZone: "UTC" } } as never, {} as never);

it("stands in docs/reliability.md: when each job runs, how late it may begin, and what becomes of what it missed", () => {
  const doc = readFileSync("docs/reliability.md", "utf8");
  const rows = [...doc.matchAll(/^\| `(?<job>[a-z-]+)` \|(?<rest>.*)\|$/gm)].filter(({ groups }) =>
    jobs.some(({ name }) => name === groups?.job),
  );
  const told = rows.map(({ groups }) => [
    groups?.job,
    ...(groups?.rest ?? "").split("|").map((cell) => cell.trim()),
  ]);
  const declared = jobs.map((job) => [
    job.name,
    whenOf(job),
    windowOf(job),
    missedOf(job),
    job.needs?.job ?? "",
  ]);
  expect(told.map((row) => row.slice(0, 5))).toEqual(declared);
  // Why nothing is lost by it.
  for (const row of told) expect(row[5], row[0]).toMatch(/\w/);
});

it("waits for a job that is there and runs before", () => {
  for (const [place, { name, needs }] of jobs.entries()) {
    if (needs === undefined) continue;
    const before = jobs.slice(0, place).map((job) => job.name);
    expect(before, name).toContain(needs.job);
  }
});
