import { setTimeout as sleep } from "node:timers/promises";
import type { RandomStream } from "../../src/demo/random.ts";
import type { Message } from "../../src/sandbox/page-protocol.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { SeedPerson } from "../../src/sandbox/seed.ts";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { askedFor, touched } from "./customer-file.ts";
import type { Input } from "./tally.ts";

export const CHANNEL = "C0SALES";
/** Each types and clicks after so long. */
const PAUSE_MS = [50, 250] as const;
/** Nobody waits longer for a card or a form; they go on with something else. */
const PATIENCE_MS = 4_000;

export const PEOPLE: readonly SeedPerson[] = Array.from({ length: 8 }, (_, index) => ({
  id: `U0REP${index + 1}`,
  name: `rep${index + 1}`,
  realName: `Rep ${index + 1}`,
  email: `rep${index + 1}@example.com`,
  roleLabel: "Sales rep",
  timeZone: "UTC",
  isAdmin: index === 0,
}));

/** What was done, for the count at the end. */
export type Deeds = {
  readonly inputs: Input[];
  /** Messages to the bot, taken or not. */
  readonly written: Input[];
  /** Whatever was sent, acknowledged or not. */
  sent: number;
  /** What the person saw was not taken, at once. */
  notTaken: number;
  /** Serial number of the customer asked for next; an answer is then told from the one before. */
  nextAsked: number;
  nextTouched: number;
};

export const noDeeds = (): Deeds => ({
  inputs: [],
  written: [],
  sent: 0,
  notTaken: 0,
  nextAsked: 0,
  nextTouched: 0,
});

type Hand = {
  readonly sandbox: Sandbox;
  readonly deeds: Deeds;
  readonly random: RandomStream;
  readonly person: string;
};

/**
 * Everybody types, clicks and writes until they are told to stop. @returns when the last has stopped
 */
export async function workInSlack(
  sandbox: Sandbox,
  deeds: Deeds,
  {
    random,
    isOver,
    pause = () => random.between(...PAUSE_MS),
  }: {
    readonly random: RandomStream;
    readonly isOver: () => boolean;
    /** Milliseconds until a person does the next thing. */
    readonly pause?: () => number;
  },
): Promise<void> {
  await Promise.all(
    PEOPLE.map(async ({ id: person }) => {
      while (!isOver()) {
        await act({ sandbox, deeds, random, person }).catch(() => {});
        await sleep(pause());
      }
    }),
  );
}

/** The stand-in refuses what is not there any more, such as a form closed meanwhile; nothing was sent then. */
function act(hand: Hand): Promise<void> {
  const roll = hand.random.between(0, 1);
  if (roll < 0.4) return logTouch(hand);
  if (roll < 0.7) return command(hand);
  if (roll < 0.8) return write(hand);
  if (roll < 0.9) return answerNudge(hand);
  return openHome(hand);
}

async function command({ sandbox, deeds, person }: Hand): Promise<void> {
  const mark = askedFor(deeds.nextAsked++);
  const outcome = await sandbox.command({ user: person, channel: CHANNEL, command: "/customer", text: mark });
  note(deeds, outcome, { person, kind: "asked", mark });
}

type Outcome = Awaited<ReturnType<Sandbox["command"]>>;

/** What is answered in words at once was not taken. */
function note(deeds: Deeds, outcome: Outcome, input: Input | null): void {
  deeds.sent += 1;
  if (outcome?.kind !== "acknowledged" || outcome.payload !== null) deeds.notTaken += 1;
  else if (input !== null) deeds.inputs.push(input);
}

/** In the direct message with the bot, which answers there. Whether it was taken is known to whoever delivers it. */
async function write({ sandbox, deeds, person }: Hand): Promise<void> {
  const channel = sandbox.directMessages(person)[0]?.conversationId;
  if (channel === undefined) return;
  const mark = askedFor(deeds.nextAsked++);
  sandbox.post({ user: person, channel, text: mark });
  deeds.sent += 1;
  deeds.written.push({ person, kind: "asked", mark });
}

/** An event is delivered for five minutes; nobody waits for that. */
async function openHome({ sandbox, deeds, person }: Hand): Promise<void> {
  sandbox.openHome(person).then(
    (outcome) => note(deeds, outcome ?? null, null),
    () => {},
  );
}

/** Opens the form from a card, and sends it. */
async function logTouch(hand: Hand): Promise<void> {
  const { sandbox, deeds, person } = hand;
  if (sandbox.modalOf(person) !== null) sandbox.closeView({ user: person, all: true });
  const card = await cardFor(hand);
  if (card === null) return;
  const opened = patiently(
    sandbox.waitForModal(person, ({ callbackId }) => callbackId === CALLBACK.logTouch),
  );
  note(deeds, await sandbox.click({ user: person, on: card, actionId: ACTION.logTouch }), null);
  const form = await opened;
  if (form === null) return;
  const values = { [FIELD.minutes]: "5", [FIELD.note]: `Called, form ${form.id}` };
  const outcome = await sandbox.submitView({ user: person, values });
  note(deeds, outcome, { person, kind: "touch", mark: form.id });
}

async function cardFor({ sandbox, deeds, person }: Hand): Promise<Message | null> {
  const name = touched(deeds.nextTouched++);
  const isCard = (message: Message) =>
    message.ephemeralFor === person &&
    message.text.includes(name) &&
    JSON.stringify(message.blocks).includes(`"${ACTION.logTouch}"`);
  const there = sandbox.messagesIn(CHANNEL, { as: person }).findLast(isCard);
  if (there !== undefined) return there;
  const shown = patiently(sandbox.waitForMessage(isCard));
  note(
    deeds,
    await sandbox.command({ user: person, channel: CHANNEL, command: "/customer", text: name }),
    null,
  );
  return shown;
}

async function answerNudge({ sandbox, deeds, person }: Hand): Promise<void> {
  const nudge = sandbox
    .directMessages(person)
    .findLast(({ blocks }) => JSON.stringify(blocks).includes(`"${ACTION.nudgeReachedOut}"`));
  if (nudge === undefined) return;
  note(deeds, await sandbox.click({ user: person, on: nudge, actionId: ACTION.nudgeReachedOut }), null);
}

/** Null where it takes too long. */
function patiently<T>(wait: Promise<T>): Promise<T | null> {
  return Promise.race([wait.catch(() => null), sleep(PATIENCE_MS, null, { ref: false })]);
}
