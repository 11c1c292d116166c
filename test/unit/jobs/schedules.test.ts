import { expect, it } from "vitest";
import { channelNudgesDaily } from "../../../src/jobs/channel-nudges-daily.ts";
import { costSummaryMonthly } from "../../../src/jobs/cost-summary-monthly.ts";
import { digestWeekly } from "../../../src/jobs/digest-weekly.ts";
import { due } from "../../../src/jobs/due.ts";
import { escalateNudgesHourly } from "../../../src/jobs/escalate-nudges-hourly.ts";
import { forgetDeliveriesDaily } from "../../../src/jobs/forget-deliveries-daily.ts";
import { forgetJobRunsDaily } from "../../../src/jobs/forget-job-runs-daily.ts";
import { forgetMoneyReadsDaily } from "../../../src/jobs/forget-money-reads-daily.ts";
import { forgetPlaybookCasesDaily } from "../../../src/jobs/forget-playbook-cases-daily.ts";
import { forgetReplaysDaily } from "../../../src/jobs/forget-replays-daily.ts";
import { forgetRequestsDaily } from "../../../src/jobs/forget-requests-daily.ts";
import type { Job } from "../../../src/jobs/job.ts";
import { loyaltyDaily } from "../../../src/jobs/loyalty-daily.ts";
import { membersDaily } from "../../../src/jobs/members-daily.ts";
import { namedContractsDaily } from "../../../src/jobs/named-contracts-daily.ts";
import { noteTableSizesDaily } from "../../../src/jobs/note-table-sizes-daily.ts";
import { nudgesWeekday } from "../../../src/jobs/nudges-weekday.ts";
import { pairProductsDaily } from "../../../src/jobs/pair-products-daily.ts";
import { postMortemsDaily } from "../../../src/jobs/post-mortems-daily.ts";
import { pullSourcesHourly } from "../../../src/jobs/pull-sources-hourly.ts";
import { recurringCostsDaily } from "../../../src/jobs/recurring-costs-daily.ts";
import { scoreDaily } from "../../../src/jobs/score-daily.ts";
import { scoreOverridesDaily } from "../../../src/jobs/score-overrides-daily.ts";
import { suggestDoNotDisturbDaily } from "../../../src/jobs/suggest-do-not-disturb-daily.ts";
import { thinScoresDaily } from "../../../src/jobs/thin-scores-daily.ts";
import { trainWeekly } from "../../../src/jobs/train-weekly.ts";
import { watchModelWeekly } from "../../../src/jobs/watch-model-weekly.ts";
import { weighPlaybooksDaily } from "../../../src/jobs/weigh-playbooks-daily.ts";
import { writeBackHourly } from "../../../src/jobs/write-back-hourly.ts";

/** A schedule is asked for, nothing is run: what a job would run with is not there. */
const scheduleOf = (job: (flows: never, settings: never) => Job) =>
  job({} as never, { timeZone: "UTC" } as never).schedule;

/** Every hour from Monday 30 November to Sunday 13 December 2026 in which a job is due, as "weekday hour". */
function hoursDue(schedule: Job["schedule"]): string[] {
  const hours = Array.from({ length: 14 * 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 30, hour)));
  return hours
    .filter((hour) => due(schedule, hour, "UTC") !== null)
    .map((hour) => `${hour.toISOString().slice(5, 10)} ${hour.getUTCHours()}`);
}

/** All hours of a day from one to before another. */
const from = (first: number, end: number, ...days: string[]) =>
  days.flatMap((day) => Array.from({ length: end - first }, (_, at) => `${day} ${first + at}`));

const WEEKDAYS = ["11-30", "12-01", "12-02", "12-03", "12-04", "12-07", "12-08", "12-09", "12-10", "12-11"];
const DAYS = [...WEEKDAYS, "12-05", "12-06", "12-12", "12-13"].sort();

it.each([
  ["nudges: every hour, for those whose turn it is", nudgesWeekday, from(0, 24, ...DAYS)],
  ["what channels are told: every day from nine to five", channelNudgesDaily, from(9, 17, ...DAYS)],
  ["the night's scores: every day from four on", scoreDaily, from(4, 24, ...DAYS)],
  ["products bought together: every day from four on", pairProductsDaily, from(4, 24, ...DAYS)],
  ["what playbooks save: every day from four on", weighPlaybooksDaily, from(4, 24, ...DAYS)],
  ["the list of people: all day, every day", membersDaily, from(0, 24, ...DAYS)],
  ["contracts that begin or change: all day, every day", namedContractsDaily, from(0, 24, ...DAYS)],
  ["nudges nobody answers: every hour", escalateNudgesHourly, from(0, 24, ...DAYS)],
  ["calls that are over: every day from nine on", scoreOverridesDaily, from(9, 21, ...DAYS)],
  ["whom contact harms: every day from five on", suggestDoNotDisturbDaily, from(5, 23, ...DAYS)],
  ["what other systems tell: every hour", pullSourcesHourly, from(0, 24, ...DAYS)],
  ["what other systems are told: every hour", writeBackHourly, from(0, 24, ...DAYS)],
  ["forgetting old deliveries: every day from three on", forgetDeliveriesDaily, from(3, 24, ...DAYS)],
  ["recurring costs: every day from one on", recurringCostsDaily, from(1, 24, ...DAYS)],
  ["who left while rated safe: every day from nine on", postMortemsDaily, from(9, 21, ...DAYS)],
  [
    "forgetting what old messages are rebuilt from: every day from three on",
    forgetReplaysDaily,
    from(3, 24, ...DAYS),
  ],
  ["forgetting old runs of jobs: every day from three on", forgetJobRunsDaily, from(3, 24, ...DAYS)],
  ["forgetting who saw amounts: every day from three on", forgetMoneyReadsDaily, from(3, 24, ...DAYS)],
  ["how large tables are: every day from three on", noteTableSizesDaily, from(3, 24, ...DAYS)],
  ["thinning old scores: every day from three on", thinScoresDaily, from(3, 24, ...DAYS)],
  ["points: every day from two on", loyaltyDaily, from(2, 24, ...DAYS)],
  ["forgetting old requests: every day from three on", forgetRequestsDaily, from(3, 24, ...DAYS)],
  [
    "forgetting old cases of playbooks: every day from three on",
    forgetPlaybookCasesDaily,
    from(3, 24, ...DAYS),
  ],
  [
    "the digest: Monday at nine, up to Thursday at nine",
    digestWeekly,
    [...mondayOn(9, "11-30", "12-01", "12-02", "12-03"), ...mondayOn(9, "12-07", "12-08", "12-09", "12-10")],
  ],
  [
    "the look at the model: Monday at five, up to Thursday at five",
    watchModelWeekly,
    [...mondayOn(5, "11-30", "12-01", "12-02", "12-03"), ...mondayOn(5, "12-07", "12-08", "12-09", "12-10")],
  ],
  [
    "training: Sunday at two, up to Tuesday at two",
    trainWeekly,
    [
      ...from(0, 24, "11-30"),
      ...from(0, 2, "12-01"),
      ...from(2, 24, "12-06"),
      ...from(0, 24, "12-07"),
      ...from(0, 2, "12-08"),
      ...from(2, 24, "12-13"),
    ],
  ],
  [
    "the cost summary: the third at nine, up to the thirteenth at nine",
    costSummaryMonthly,
    [
      ...from(9, 24, "12-03"),
      ...from(0, 24, ...DAYS.filter((day) => day > "12-03" && day < "12-13")),
      ...from(0, 9, "12-13"),
    ],
  ],
] as ReadonlyArray<[string, (deps: never) => Job, string[]]>)("%s", (_name, job, hours) => {
  expect(hoursDue(scheduleOf(job))).toEqual(hours);
});

/** Three days on, from an hour of the first to the same hour of the last. */
function mondayOn(hour: number, first: string, second: string, third: string, last: string): string[] {
  return [...from(hour, 24, first), ...from(0, 24, second, third), ...from(0, hour, last)];
}
