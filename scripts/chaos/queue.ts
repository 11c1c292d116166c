import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../../src/domain/messages/messages.ts";
import { EVERY_MESSAGE } from "../../test/support/every-message.ts";
import { PEOPLE } from "./people.ts";
import { CHANNELS, reachDatabase, type World } from "./world.ts";

/** Such as need no row beside them. */
const TO_PEOPLE = [
  EVERY_MESSAGE["snooze-note"],
  EVERY_MESSAGE["handover-note"],
  EVERY_MESSAGE["override-note"],
] as const;
const TO_CHANNELS = [
  EVERY_MESSAGE["job-alert"],
  EVERY_MESSAGE.digest,
  EVERY_MESSAGE["cost-summary"],
  EVERY_MESSAGE["model-alert"],
] as const;
type Place = { readonly recipient: string; readonly messages: readonly [Message, ...Message[]] };
const FIRST: Place = { recipient: CHANNELS[0], messages: TO_CHANNELS };
const PLACES: readonly Place[] = [
  ...PEOPLE.map(({ id }) => ({ recipient: id, messages: TO_PEOPLE })),
  ...CHANNELS.map((id) => ({ recipient: id, messages: TO_CHANNELS })),
];

/**
 * Keeps messages as flows do, one by one over a stretch of time, to people and channels in turn.
 * @param prefix of their keys
 */
export async function queueMessages(
  world: World,
  { prefix, count, withinMs }: { readonly prefix: string; readonly count: number; readonly withinMs: number },
): Promise<void> {
  const { sandbox, confirmed, random } = world;
  for (let index = 0; index < count; index += 1) {
    const key = `${prefix}:${index}`;
    const { recipient, messages } = PLACES[index % PLACES.length] ?? FIRST;
    const entry = { key, createdAt: sandbox.clock(), recipient, message: random.pick(messages) };
    // Where the database is away nobody was told that it is kept; it may be all the same.
    await reachDatabase(world)
      .then(() => world.store.outbox.enqueue(entry))
      .then(
        () => confirmed.push(key),
        () => {},
      );
    if (withinMs > 0) await sleep(withinMs / count);
  }
}
