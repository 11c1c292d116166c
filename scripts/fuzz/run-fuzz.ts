import fc from "fast-check";
import type { Database } from "../../src/store/database/database.ts";
import { problemsAtSlack } from "../../test/support/block-kit.ts";
import { commandText } from "./command-texts.ts";
import { type FuzzBot, type Logged, NOW, openFuzzDatabase, startFuzzBot } from "./fuzz-bot.ts";
import { findingsIn } from "./hostile.ts";
import { anyForm, anyPayload, commandFields, type Payload } from "./payloads.ts";
import type { Received } from "./slack-stand-in.ts";

export type FuzzAsked = {
  /** Empty, with the newest schema; left out: an embedded one in memory. */
  readonly database?: Database;
  readonly commands: number;
  readonly payloads: number;
  readonly forms: number;
  readonly seed: number;
  /** Asked again and again; once it says yes, nothing more is sent. */
  readonly isOver?: () => boolean;
  readonly onProgress?: (what: string, done: number) => void;
};

export type FuzzReport = {
  readonly seed: number;
  readonly commands: number;
  readonly payloads: number;
  readonly forms: number;
  /** Handlers that failed in another way than by refusing what nobody can read. */
  readonly crashes: number;
  /** The database refused a statement. */
  readonly sqlErrors: number;
  /** Texts of others whose markup was alive, or that turned the reading order. */
  readonly unescaped: number;
  /** Messages and views that Slack would have refused. */
  readonly refusedBySlack: number;
  /** Commands of a person that got no answer. */
  readonly unanswered: number;
  /** Answered with an error of the server, or cut off. */
  readonly broken: number;
  /** Acknowledged after more than three seconds. */
  readonly late: number;
  readonly slowestMs: number;
  /**
   * Told that they were not taken, since the database took more than two seconds, and calls that were given up for time: what the
   * machine was too slow for.
   */
  readonly notTaken: number;
  /** Requests nobody can read, which were refused. */
  readonly unreadable: number;
  /** Messages and views that went to Slack. */
  readonly sent: number;
  readonly messagesDelivered: number;
  /** The first of each kind that went wrong, with what was sent. */
  readonly examples: ReadonlyArray<Readonly<Record<string, string>>>;
};

/** Slack waits three seconds. */
const SLACK_WAITS_MS = 3_000;
/** Sent side by side. Chosen: as many as a busy workspace has under way at once. */
const AT_ONCE = 8;
const MOST_EXAMPLES = 20;

/**
 * Sends the bot what nobody would, by its own door: commands, signed payloads and forms, all made from a seed. Then everything
 * it decided meanwhile is posted.
 */
export async function runFuzz({ seed, ...asked }: FuzzAsked): Promise<FuzzReport> {
  const watch = watcher();
  const database = asked.database ?? (await openFuzzDatabase());
  const bot = await startFuzzBot(database, watch.received, watch.failed);
  const known = { customerIds: bot.customerIds, now: NOW };
  // The first request of a process loads what the others find.
  await bot.send({
    kind: "form",
    fields: commandFields("", { id: "first", responseUrl: bot.responseUrl("first") }, "U0ANA", "C0SALES"),
  });
  await bot.idle();
  const drive = driver(bot, watch, asked);
  try {
    const people = fc.constantFrom("U0ANA", "U0MIA");
    const places = fc.constantFrom("C0SALES", "D0FUZZ", "C0PARTNERS");
    const command = fc.tuple(commandText, people, places).map(
      ([text, userId, channelId]): Make =>
        (fresh) => ({ kind: "form", fields: commandFields(text, fresh, userId, channelId) }),
    );
    const payloads = await drive(
      "payload",
      fc.sample(anyPayload(known), { numRuns: asked.payloads, seed: seed + 1 }),
      false,
    );
    const forms = await drive(
      "form",
      fc.sample(anyForm(known), { numRuns: asked.forms, seed: seed + 2 }),
      false,
    );
    const commands = await drive("command", fc.sample(command, { numRuns: asked.commands, seed }), true);
    const before = watch.counts.sent;
    await bot.deliver();
    return {
      ...{ seed, commands, payloads, forms },
      ...watch.counts,
      messagesDelivered: watch.counts.sent - before,
      examples: watch.examples,
    };
  } finally {
    await bot.close();
    if (!asked.database) await database.close();
  }
}

type Fresh = { readonly id: string; readonly responseUrl: string };
type Make = (fresh: Fresh) => Payload;

function driver(
  bot: FuzzBot,
  watch: Watch,
  { isOver, onProgress }: Pick<FuzzAsked, "isOver" | "onProgress">,
) {
  let serial = 0;
  const one = async (make: Make) => {
    serial += 1;
    const id = String(serial);
    const payload = make({ id, responseUrl: bot.responseUrl(id) });
    return { id, payload, answered: await bot.send(payload) };
  };
  return async (what: string, all: readonly Make[], isAnswered: boolean): Promise<number> => {
    for (let from = 0; from < all.length; from += AT_ONCE) {
      if (isOver?.()) return from;
      const batch = all.slice(from, from + AT_ONCE);
      watch.during(`${what} ${from} to ${from + batch.length - 1}`);
      const sent = await Promise.all(batch.map(one));
      if (!(await bot.idle())) watch.found("broken", "not done within a minute", sent.map(shown).join("\n"));
      for (const request of sent) watch.answered(request.answered, shown(request));
      if (isAnswered) watch.expectAnswers(sent.map((request) => ({ id: request.id, sent: shown(request) })));
      watch.forgetAnswers();
      onProgress?.(what, from + batch.length);
    }
    return all.length;
  };
}

const shown = ({ payload }: { readonly payload: Payload }): string =>
  payload.kind === "form"
    ? JSON.stringify(payload.fields.text ?? payload.fields)
    : JSON.stringify(payload.body);

type Watch = ReturnType<typeof watcher>;
type Counts = Omit<FuzzReport, "seed" | "commands" | "payloads" | "forms" | "messagesDelivered" | "examples">;

/** Counts what went wrong, and keeps the first examples. */
function watcher() {
  const counts: { -readonly [Key in keyof Counts]: number } = {
    ...{ crashes: 0, sqlErrors: 0, unescaped: 0, refusedBySlack: 0, unanswered: 0, broken: 0, late: 0 },
    ...{ slowestMs: 0, notTaken: 0, unreadable: 0, sent: 0 },
  };
  const examples: Array<Record<string, string>> = [];
  const seen = new Set<string>();
  let answeredIds = new Set<string>();
  let now = "";
  const found = (what: keyof Counts, finding: string, sent = now) => {
    counts[what] += 1;
    // The same mistake shows in thousands of requests: one of each is enough.
    const kind = `${what} ${finding.replace(/\d+/g, "0").slice(0, 120)}`;
    if (seen.has(kind) || examples.length >= MOST_EXAMPLES) return;
    seen.add(kind);
    examples.push({ what, finding: finding.slice(0, 1_500), sent: sent.slice(0, 1_500), during: now });
  };
  return {
    counts,
    examples,
    found,
    during: (what: string) => {
      now = what;
    },
    received({ method, path, body }: Received) {
      counts.sent += 1;
      answeredIds.add(path.replace("/response/", ""));
      const view = body.view as Record<string, unknown> | undefined;
      if (typeof body.trigger_id === "string") answeredIds.add(body.trigger_id);
      for (const { what, text } of findingsIn(view ?? body))
        found("unescaped", `${what} in ${method}: ${text}`);
      for (const problem of problemsOf(view, body)) found("refusedBySlack", `${method}: ${problem}`);
    },
    failed(logged: Logged) {
      const kind = isForTime(logged) ? "notTaken" : kindOf(logged.fields.err);
      if (kind === "unreadable" || kind === "notTaken") counts[kind] += 1;
      else found(kind, `${logged.message}: ${String(logged.fields.what)} ${reasonOf(logged)}`);
    },
    answered({ status, ms }: { readonly status: number; readonly ms: number }, sent: string) {
      counts.slowestMs = Math.max(counts.slowestMs, Math.round(ms));
      if (ms > SLACK_WAITS_MS) found("late", "acknowledged after three seconds", sent);
      if (status === 0 || status >= 500) found("broken", `status ${status}`, sent);
    },
    expectAnswers(requests: ReadonlyArray<{ readonly id: string; readonly sent: string }>) {
      for (const { id, sent } of requests) if (!answeredIds.has(id)) found("unanswered", "no answer", sent);
    },
    forgetAnswers: () => {
      answeredIds = new Set();
    },
  };
}

function problemsOf(view: Record<string, unknown> | undefined, body: Received["body"]): string[] {
  if (view !== undefined) return problemsAtSlack(view as Parameters<typeof problemsAtSlack>[0]);
  const { blocks = [], text = "" } = body as { blocks?: unknown[]; text?: string };
  return problemsAtSlack({ blocks, text });
}

/** What Bolt says when Slack's time was over, what the inbox says, and what was given up for time. */
function isForTime({ message, fields: { err } }: Logged): boolean {
  if (
    /took too long|not acknowledged within 3 seconds|`ack` function was called multiple times/.test(message)
  )
    return true;
  return err instanceof Error && err.name === "WebAPIRequestError";
}

/** What nobody can read is refused by zod or by the parser of JSON, whatever it was about. */
function kindOf(error: unknown): "crashes" | "sqlErrors" | "unreadable" {
  if (!(error instanceof Error)) return "crashes";
  if (["ZodError", "SyntaxError", "UnreadableRequest"].includes(error.name)) return "unreadable";
  if (/^Prisma/.test(error.name) || ("code" in error && /^[0-9A-Z]{5}$/.test(String(error.code))))
    return "sqlErrors";
  return error.cause instanceof Error ? kindOf(error.cause) : "crashes";
}

const reasonOf = ({ fields }: Logged): string => {
  const { err } = fields;
  return err instanceof Error ? `${err.message}\n${err.stack ?? ""}` : JSON.stringify(fields);
};
