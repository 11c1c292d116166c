import { daysAfter } from "../../src/domain/clock.ts";
import { DEFAULT_NUDGE_POLICY } from "../../src/domain/outreach/nudges.ts";
import type { Message } from "../../src/sandbox/page-protocol.ts";
import { accessRefused } from "../../src/slack/blocks/messages/access-refused.ts";
import { noticeOf } from "../../src/slack/blocks/messages/notices.ts";
import { readerLocale } from "../../src/slack/frame/reader-locale.ts";
import { PEOPLE } from "./people.ts";
import type { Input, KeptMessage, Seen } from "./tally.ts";
import { CHANNELS, type World } from "./world.ts";

/** Reads workspace and database, when nothing is due any more. */
export async function whatIsSeen(world: World): Promise<Seen> {
  const { database, sandbox, line, deeds, confirmed } = world;
  const read = async <Row extends object>(sql: string) => (await database.pool.query<Row>(sql)).rows;
  const touches = await read<{ id: string }>("SELECT external_id AS id FROM touches");
  const jobs = await read<{ job: string }>(
    "SELECT concat_ws(' ', job, period, attempts) AS job FROM job_runs WHERE status = 'running'",
  );
  const outbox = await read<KeptMessage & Place>(
    'SELECT key, status, kind, recipient, last_error::text AS because, channel_id AS "channelId", ts FROM outbox',
  );
  const shown = new Map(PEOPLE.map(({ id }) => [id, shownTo(world, id)]));
  return {
    confirmed,
    outbox,
    posted: timesByKey(
      [
        ...CHANNELS.flatMap((id) => sandbox.messagesIn(id)),
        ...PEOPLE.flatMap(({ id }) => sandbox.directMessages(id)),
      ],
      outbox,
    ),
    hitsOf: line.hitsOf,
    inputs: [...deeds.inputs, ...takenMessages(world)],
    answers: answersIn(shown),
    touches: new Set(touches.map(({ id }) => id)),
    apologies: new Map([...shown].map(([id, messages]) => [id, messages.filter(isApology).length])),
    requestsDone: await requestsDone(world),
    givenUp: (await read<{ body: string }>(GIVEN_UP)).map(({ body }) => body),
    openJobs: jobs.map(({ job }) => job),
    requestsNaming: (mark) => world.front?.idsNaming(mark) ?? [],
  };
}

const GIVEN_UP = "SELECT coalesce(body::text, id) AS body FROM handled_requests WHERE gave_up_at IS NOT NULL";

/** What a person sees in channels, with what is shown to them alone, and in the direct message with the bot. */
const shownTo = ({ sandbox }: World, person: string): readonly Message[] => [
  ...CHANNELS.flatMap((id) => sandbox.messagesIn(id, { as: person })),
  ...sandbox.directMessages(person),
];

type Place = { readonly channelId: string | null; readonly ts: string | null };

/** Every message of the outbox carries its key, until an answer to one of its buttons stands in its place. */
function timesByKey(
  messages: readonly Message[],
  outbox: ReadonlyArray<KeptMessage & Place>,
): Map<string, number> {
  const keyAt = new Map(outbox.map(({ channelId, ts, key }) => [`${channelId} ${ts}`, key]));
  const times = new Map<string, number>();
  for (const { metadata, conversationId, ts } of messages) {
    const key = keyIn(metadata?.event_payload) ?? keyAt.get(`${conversationId} ${ts}`);
    if (key !== undefined) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}

const keyIn = (payload: unknown): string | undefined =>
  typeof payload === "object" && payload !== null && "key" in payload ? String(payload.key) : undefined;

/** Answers of the bot itself, that name what was asked in their text. */
function answersIn(shown: ReadonlyMap<string, readonly Message[]>): (input: Input) => number {
  const texts = new Map(
    [...shown].map(([person, messages]) => [
      person,
      messages.filter(isAnswer(person)).map(({ text, blocks }) => `${text} ${JSON.stringify(blocks)}`),
    ]),
  );
  return ({ person, mark }) => texts.get(person)?.filter((text) => text.includes(mark)).length ?? 0;
}

const isAnswer = (person: string) => (message: Message) =>
  message.authorId !== person && message.metadata === null;

const SOME = "REFERENCE";
/** That it failed, and that Slack did not say who asked: both say what to do next. */
const APOLOGIES = [
  noticeOf("notice.failed", readerLocale(null), { reference: SOME }).text.split(SOME)[0] ?? "",
  accessRefused("card", "unknown", null, readerLocale(null)).text,
];
const isApology = ({ text }: Message): boolean => APOLOGIES.some((apology) => text.startsWith(apology));

/** Messages to the bot whose event was acknowledged. */
function takenMessages({ front, deeds }: World): Input[] {
  const taken = (front?.events() ?? []).filter(({ id }) => id.startsWith("message:"));
  return deeds.written.filter(({ mark, person }) =>
    taken.some(({ raw }) => raw.text.includes(mark) && raw.text.includes(`"user":"${person}"`)),
  );
}

/** The bot forgets requests after eight days; an older one cannot be followed any more. */
const KNOWN_DAYS = 7;

/** By the table of requests; one that was acknowledged and is not in it is not done either. */
async function requestsDone({ database, front, sandbox }: World): Promise<Map<string, boolean>> {
  const { rows } = await database.pool.query<{ id: string; done: boolean }>(
    "SELECT id, body IS NULL OR gave_up_at IS NOT NULL AS done FROM handled_requests",
  );
  const stillKnown = daysAfter(sandbox.clock(), -KNOWN_DAYS);
  const done = new Map(rows.map((row) => [row.id, row.done]));
  const undone = rows.filter((row) => !row.done).map(({ id }) => id);
  const acknowledged =
    front === null ? rows.map(({ id }) => id) : [...front.acknowledgedSince(stillKnown), ...undone];
  return new Map(acknowledged.map((id) => [id, done.get(id) ?? false]));
}

export type Budgets = { readonly exceeded: number; readonly nudged: number };

/** How many people were nudged about more customers in a day than they are to be, by what arrived. */
export async function budgets({ database }: World): Promise<Budgets> {
  const { rows } = await database.pool.query<{ customers: number }>(
    `SELECT sum(json_array_length(message::json -> 'items'))::int AS customers FROM outbox
     WHERE kind = 'nudge' GROUP BY recipient, message ->> 'day'`,
  );
  const exceeded = rows.filter(({ customers }) => customers > DEFAULT_NUDGE_POLICY.dailyBudget).length;
  return { exceeded, nudged: rows.length };
}

/** Channels for which the first week's digest was not made. */
export async function missingDigests({ database }: World): Promise<number> {
  const { rows } = await database.pool.query<{ made: number }>(
    "SELECT count(*)::int AS made FROM outbox WHERE key LIKE 'digest:%:2026-W48'",
  );
  return Math.max(0, CHANNELS.length - 1 - (rows[0]?.made ?? 0));
}
