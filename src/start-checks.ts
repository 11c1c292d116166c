import { tmpdir } from "node:os";
import type { Config } from "./config.ts";
import { isTimeZone } from "./domain/calendar.ts";
import type { HealthCheck } from "./domain/health-check.ts";
import { type Phrase, phrase } from "./domain/phrase.ts";
import { checkClock } from "./slack/frame/check-clock.ts";
import { checkSlack } from "./slack/frame/check-slack.ts";
import { checkBlocks } from "./slack/frame/new-blocks.ts";
import { usesOf } from "./slack/scopes.ts";
import { whyNotWritable } from "./store/database/check-folder.ts";
import { lookAtServer, type ServerState } from "./store/database/check-server.ts";
import { whoHolds } from "./store/database/folder-lock.ts";
import { commandLineText } from "./words/command-line.ts";

/** The bot cannot start as things are; the message names everything that has to be mended. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/**
 * Looks at everything a start needs, all of it at once, so that one start tells of every problem: the database, folders, time zones,
 * Slack's tokens with their scopes, and the clock. Changes nothing.
 * @param now ms since 1970, by this machine
 */
export async function checkStart(config: Config, now: () => number = Date.now): Promise<HealthCheck[]> {
  const { slack, slackApiUrl, databaseUrl, timeZone } = config;
  const [server, ofSlack, ofClock, ofBlocks] = await Promise.all([
    databaseUrl === null ? null : lookAtServer(databaseUrl, [timeZone]),
    checkSlack(slack, slackApiUrl, usesOf(config)),
    slack === null ? [] : checkClock(slackApiUrl, now),
    checkBlocks(slack, slackApiUrl),
  ]);
  const database = server === null ? checkEmbedded(config) : checkServer(server);
  return [database, checkFolders(config), checkZones(config, server), ...ofClock, ofSlack, ...ofBlocks];
}

/** @throws StartError where anything that was looked at does not let the bot start */
export function assertCanStart(checks: readonly HealthCheck[]): void {
  const failed = checks.filter(({ status }) => status === "failed");
  if (failed.length === 0) return;
  const lines = failed.map(({ name, finding, advice }) => `  - ${name}: ${sentences(finding, advice)}`);
  throw new StartError(`${commandLineText(phrase("health.cannot-start"))}\n${lines.join("\n")}`);
}

/** What was found and what to do, as text. */
export const sentences = (finding: readonly Phrase[], advice: Phrase | null): string =>
  [...finding, ...(advice === null ? [] : [advice])].map(commandLineText).join(" ");

function checkServer(server: ServerState): HealthCheck {
  if (server.kind === "away") {
    const finding = phrase("health.database.away", { error: whyAway(server.error) });
    return failed("database", finding, phrase("health.database.away.advice"));
  }
  const { pendingMigrations: pending } = server;
  return ok(
    "database",
    pending === 0 ? phrase("health.database") : phrase("health.database.behind", { pending }),
  );
}

/** A network's error says most in its code, or in the first of several it is made of. */
function whyAway(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return whyAway(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

function checkEmbedded({ dataFolder: folder }: Config): HealthCheck {
  const holder = whoHolds(folder);
  if (holder === null) return ok("database", phrase("health.database.embedded", { folder }));
  const finding = phrase("health.database.in-use", { folder, process: String(holder) });
  return failed("database", finding, phrase("health.database.in-use.advice"));
}

/** The embedded database's folder, where it is used, and the system's own for sockets and uploads. */
function checkFolders({ databaseUrl, dataFolder }: Config): HealthCheck {
  const folders = [...(databaseUrl === null ? [dataFolder] : []), tmpdir()];
  const finding = folders.flatMap((folder) => {
    const error = whyNotWritable(folder);
    return error === null ? [] : [phrase("health.folders.not-writable", { folder, error })];
  });
  if (finding.length === 0) return ok("folders", phrase("health.folders", { folders: folders.join(", ") }));
  return { name: "folders", status: "failed", finding, advice: phrase("health.folders.advice") };
}

/** Days are told by the zone's rules, which this machine and the database each have of their own. */
function checkZones({ timeZone }: Config, server: ServerState | null): HealthCheck {
  if (!isTimeZone(timeZone))
    return failed("zones", phrase("health.zones.here", { timeZone }), phrase("health.zones.advice"));
  if (server?.kind === "there" && server.unknownZones.length > 0)
    return failed("zones", phrase("health.zones.database", { timeZone }), phrase("health.zones.advice"));
  return ok("zones", phrase("health.zones", { timeZone }));
}

const ok = (name: string, finding: Phrase): HealthCheck => ({
  ...{ name, status: "ok", finding: [finding], advice: null },
});

const failed = (name: string, finding: Phrase, advice: Phrase): HealthCheck => ({
  ...{ name, status: "failed", finding: [finding], advice },
});
