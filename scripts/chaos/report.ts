import { FAULTS, type Fault } from "./plan.ts";
import type { Tally } from "./tally.ts";

export type ChaosReport = Omit<Tally, "details"> & {
  readonly rounds: number;
  /** Of them; they found what they could not go on with. */
  readonly roundsBroken: number;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  readonly budgetsExceeded: number;
  readonly unhandled: number;
  readonly starts: number;
  readonly kills: number;
  readonly sent: number;
  readonly notTaken: number;
  readonly seed: number;
};

export const noTally: Omit<Tally, "details"> = {
  ...{ messages: 0, lost: 0, doubled: 0, doubledByLateStore: 0 },
  ...{ inputs: 0, inputsLost: 0, givenUp: 0, answeredTwice: 0, stuck: 0 },
};

/** Whether anything is lost, stuck or uncaught, a budget exceeded, or doubled where it can be avoided. */
export const isBad = (report: ChaosReport): boolean =>
  report.lost +
    report.inputsLost +
    report.stuck +
    report.unhandled +
    report.budgetsExceeded +
    report.roundsBroken >
    0 || report.doubled > report.doubledByLateStore;

/** A table for docs/reliability.md. */
export function markdownOf(report: ChaosReport, day: string): string {
  const counts: ReadonlyArray<readonly [string, number]> = [
    ["processes started", report.starts],
    ["of them ended by SIGKILL", report.kills],
    ["messages", report.messages],
    ["**messages lost**", report.lost],
    ["**messages doubled**", report.doubled],
    ["of them stored by Slack only after the bot had looked for them", report.doubledByLateStore],
    ["requests of people and events", report.sent],
    ["not taken, and said so", report.notTaken],
    ["acknowledged and followed to their end", report.inputs],
    ["**acknowledged and lost**", report.inputsLost],
    ["given up after three processes were ended at work on them, and told", report.givenUp],
    ["answered a second time after a crash", report.answeredTwice],
    ["**budgets of nudges exceeded**", report.budgetsExceeded],
    ["**stuck**", report.stuck],
    ["**errors that nobody caught**", report.unhandled],
  ];
  const happened = FAULTS.filter((fault) => report.faults[fault] !== undefined);
  return [
    `${day}, seed ${report.seed}, ${report.rounds} rounds:`,
    "",
    "| | |",
    "|---|---:|",
    ...counts.map(([what, count]) => `| ${what} | ${count.toLocaleString("en")} |`),
    "",
    "| what was done | times |",
    "|---|---:|",
    ...happened.map((fault) => `| ${fault} | ${(report.faults[fault] ?? 0).toLocaleString("en")} |`),
  ].join("\n");
}
