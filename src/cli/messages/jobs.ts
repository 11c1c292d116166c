import type { Command } from "commander";
import { jobsOf } from "../../bot.ts";
import { MISSED_TOLD_DAYS } from "../../domain/job-missed.ts";
import type { Schedule } from "../../jobs/due.ts";
import { type JobStand, type NextRun, standOfJobs } from "../../jobs/stand-of-jobs.ts";
import { say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";

type Options = { json?: boolean };

/** What a terminal's line holds of an error; the log and `--json` have all of it. Chosen by the product. */
const ERROR_LENGTH = 60;

/** `jobs list|retry`: when each job ran and runs next, what it missed; what failed last, once more. */
export function registerJobs(program: Command): void {
  const command = program.command("jobs").description("what the bot does by the clock");
  withJson(command.command("list"))
    .description("each job's last run, its next one, and what was missed in the last 30 days")
    .action((options: Options) => runWithApp(options, list));
  withJson(command.command("retry"))
    .description("try again what a job failed at last")
    .argument("<job>", "its name, as `jobs list` prints it")
    .action((job: string, options: Options) => runWithApp(options, (tools) => retry(tools, job)));
}

/** Listing runs no job: nobody is asked who there is. */
const NO_WORKSPACE = {
  syncMembers: () => Promise.reject(new Refusal(say("cli.jobs.lists-only"))),
  postAccountNotices: () => Promise.reject(new Refusal(say("cli.jobs.lists-only"))),
};

const jobsIn = ({ app }: CommandTools) => jobsOf(app, NO_WORKSPACE);

async function list(tools: CommandTools): Promise<object> {
  const { app, output } = tools;
  const stands = await standOfJobs(jobsIn(tools), await app.flows.readJobRecords(), app.clock());
  const columns = ["job", "when", "last", "next", "missed"];
  const header = columns.map((column) => say(`cli.jobs.${column}`, { days: MISSED_TOLD_DAYS }));
  for (const line of textTable(header, stands.map(rowOf), [0, 1, 2, 3, 4])) output.line(line);
  if (stands.some(({ last }) => last?.isLast)) output.line(say("cli.jobs.how-to-retry"));
  return { jobs: stands };
}

function rowOf({ job, schedule, timeZone, last, next, missed, lastMissedOn }: JobStand): string[] {
  return [
    job,
    whenOf(schedule, timeZone),
    last === null ? say("cli.jobs.never") : lastOf(last),
    nextOf(next),
    missed === 0 ? "" : say("cli.jobs.missed-some", { periods: missed, day: lastMissedOn ?? "" }),
  ];
}

function whenOf(schedule: Schedule, timeZone: string | null): string {
  if (schedule.every === "hour") return say("cli.jobs.every.hour");
  const weekday = schedule.every === "week" ? String(schedule.weekday) : "";
  const dayOfMonth = schedule.every === "month" ? schedule.dayOfMonth : 0;
  const at = { hour: hourText(schedule.hour), zone: timeZone ?? "", weekday, dayOfMonth };
  return say(`cli.jobs.every.${schedule.every}`, at);
}

function lastOf({ status, startedAt, finishedAt, error, isLast }: NonNullable<JobStand["last"]>): string {
  const at = momentText(finishedAt ?? startedAt);
  if (status !== "failed") return say("cli.jobs.ran", { status, at });
  const letters = Array.from((error ?? "").replace(/\s+/g, " "));
  const why =
    letters.length > ERROR_LENGTH ? `${letters.slice(0, ERROR_LENGTH).join("")}…` : letters.join("");
  return say("cli.jobs.failed", { at, error: why, again: isLast ? "no" : "yes" });
}

function nextOf(next: NextRun): string {
  if (next.kind !== "at") return say(`cli.jobs.next.${next.kind}`);
  return say("cli.jobs.next.at", { day: next.day, hour: hourText(next.hour) });
}

const hourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
const momentText = (moment: Date): string => moment.toISOString().slice(0, 16).replace("T", " ");

async function retry(tools: CommandTools, job: string): Promise<object> {
  const { app, output } = tools;
  if (!jobsIn(tools).some(({ name }) => name === job)) throw new Refusal(say("cli.jobs.unknown", { job }));
  const retried = await app.flows.retryJob(job);
  if (retried === null) throw new Refusal(say("cli.jobs.not-failed", { job }));
  output.line(say("cli.jobs.retried", retried));
  return retried;
}
