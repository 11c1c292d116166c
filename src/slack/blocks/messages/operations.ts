import type { KnownBlock } from "@slack/types";
import type { HealthCheck } from "../../../domain/health-check.ts";
import type { KeptImport } from "../../../domain/imports/imports.ts";
import { MISSED_TOLD_DAYS } from "../../../domain/job-missed.ts";
import {
  type AllOperations,
  type FailedJob,
  type JobTrouble,
  type MissedJob,
  OPERATIONS_LISTED,
  type Operations,
  type SourceStand,
} from "../../../domain/messages/operations.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import { bracketed, commaList, semicolonList } from "../../../words/joined.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { unlessUnread } from "../unread-part.ts";
import { ago, shortDate, shortDay } from "../words.ts";
import { modelBlocks } from "./operations-model.ts";

const NAME_LENGTH = 100;
const SENTENCE_LENGTH = 300;
const ERROR_LENGTH = 120;

/** How the bot is doing: a line for managers, for operations all there is; nothing for anybody else. */
export function operationsBlocks(operations: Operations | null, reading: Reading): KnownBlock[] {
  if (operations === null) return [];
  const say = sayIn(reading.locale);
  if (operations.kind === "glance")
    return unlessUnread("health", operations.checks, say, (checks) => [context(glanceText(checks, say))]);
  return [header(say("home.ops")), ...allBlocks(operations, reading, say)];
}

function allBlocks(
  { checks, sources, jobs, model, imports }: AllOperations,
  reading: Reading,
  say: Say,
): KnownBlock[] {
  const listed = (name: string, lines: string[]) => [section(titled(say(`home.ops.${name}`), lines, say))];
  return [
    ...unlessUnread("health", checks, say, (known) => [section(healthText(known, reading, say))]),
    ...unlessUnread("sources", sources, say, (all) => listed("sources", sourceLines(all, reading, say))),
    ...unlessUnread("jobs", jobs, say, (trouble) => listed("jobs", jobLines(trouble, reading, say))),
    ...unlessUnread("model", model, say, (stand) => modelBlocks(stand, reading)),
    ...unlessUnread("imports", imports, say, (all) => listed("imports", importLines(all, reading, say))),
  ];
}

const isFine = ({ status }: HealthCheck) => status === "ok";

function glanceText(checks: readonly HealthCheck[], say: Say): string {
  const troubled = checks.filter((check) => !isFine(check));
  const names = commaList(
    troubled.map(({ name }) => say("home.ops.health.name", { name })),
    say,
  );
  return say("home.ops.glance", { checks: checks.length, troubled: troubled.length, names });
}

function healthText(checks: readonly HealthCheck[], reading: Reading, say: Say): string {
  const troubled = checks.filter((check) => !isFine(check));
  const title = say("home.ops.health", { checks: checks.length, troubled: troubled.length });
  return [`*${title}*`, ...troubled.map((check) => `• ${troubleText(check, reading, say)}`)].join("\n");
}

/** What was found, and what to do about it as it is done from Slack: the advice itself names commands. */
function troubleText({ name, finding }: HealthCheck, reading: Reading, say: Say): string {
  const found = semicolonList(
    finding.map((one) => findingText(one, reading)),
    say,
  );
  return say("home.ops.trouble", {
    name: say("home.ops.health.name", { name }),
    found: escapeMrkdwn(found, SENTENCE_LENGTH),
    advice: say("home.ops.health.advice", { name }),
  });
}

function findingText({ code, parameters }: Phrase, { now, timeZone, locale }: Reading): string {
  const { oldestAt } = parameters;
  if (typeof oldestAt !== "string") return textOf({ code, parameters }, locale);
  const day = shortDate(new Date(oldestAt), timeZone, now, locale);
  return textOf({ code, parameters: { ...parameters, oldestAt: day } }, locale);
}

/** The first of a list, and how many there are besides. */
function titled(title: string, lines: readonly string[], say: Say): string {
  const more = lines.length - OPERATIONS_LISTED;
  const rest = more > 0 ? [say("home.ops.more", { more })] : [];
  const shown = lines.slice(0, OPERATIONS_LISTED).map((line) => `• ${line}`);
  return [`*${title}*`, ...shown, ...rest].join("\n");
}

function sourceLines(sources: readonly SourceStand[], reading: Reading, say: Say): string[] {
  if (sources.length === 0) return [say("home.ops.sources.none")];
  const failingFirst = [...sources].sort((a, b) => b.failures.length - a.failures.length);
  return failingFirst.map((source) => sourceLine(source, reading, say));
}

function sourceLine({ name, title, pulledAt, failures }: SourceStand, reading: Reading, say: Say): string {
  const { now, locale } = reading;
  const source = escapeMrkdwn(title === null ? name : bracketed(name, title, say), NAME_LENGTH);
  const [failure] = failures;
  const pulled =
    pulledAt === null
      ? say("home.ops.source.never")
      : say("home.ops.source.pulled", { ago: ago(pulledAt, now, locale) });
  if (failure === undefined) return say("home.ops.source", { source, pulled });
  const what = escapeMrkdwn(textOf(failure.what, locale), SENTENCE_LENGTH);
  return say("home.ops.source.failing", { source, pulled, what, since: ago(failure.since, now, locale) });
}

function jobLines({ failed, missed }: JobTrouble, reading: Reading, say: Say): string[] {
  if (failed.length + missed.length === 0) return [say("home.ops.jobs.none", { days: MISSED_TOLD_DAYS })];
  return [
    ...failed.map((job) => failedLine(job, reading, say)),
    ...missed.map((job) => missedLine(job, reading, say)),
  ];
}

function failedLine({ job, at, error, isLast }: FailedJob, { now, locale }: Reading, say: Say): string {
  return say("home.ops.job.failed", {
    ...{ job: `\`${job}\``, ago: ago(at, now, locale), again: isLast ? "no" : "yes" },
    error: escapeMrkdwn((error ?? "").replace(/\s+/g, " "), ERROR_LENGTH),
    why: error === null || error === "" ? "unknown" : "known",
  });
}

const missedLine = ({ job, periods, lastDay }: MissedJob, { now, locale }: Reading, say: Say): string =>
  say("home.ops.job.missed", { job: `\`${job}\``, periods, day: shortDay(lastDay, now, locale) });

function importLines(imports: readonly KeptImport[], { now, locale }: Reading, say: Say): string[] {
  if (imports.length === 0) return [say("home.ops.imports.none")];
  return imports.map(({ fileName, startedAt, status, accepted, rejected }) =>
    say("home.ops.import", {
      file: escapeMrkdwn(fileName, NAME_LENGTH),
      ...{ ago: ago(startedAt, now, locale), status, accepted, rejected },
    }),
  );
}
