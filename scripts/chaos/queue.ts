import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../../src/domain/messages/messages.ts";
import { EVERY_MESSAGE } from "../../test/support/every-message.ts";
import { PEOPLE } from "./people.ts";
import { CHANNELS, type World } from "./world.ts";

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
const PLACES = [
  ...PEOPLE.map(({ id }) => ({ recipient: id, messages: TO_PEOPLE })),
  ...CHANNELS.map((id) => ({ recipient: id, messages: TO_CHANNELS })),
] as const;

/**
 * Keeps messages as flows do, one by one over a stretch of time, to people and channels in turn.
 * @param prefix of their keys
 */
export async function queueMessages(
  { store, sandbox, confirmed, random }: World,
  { prefix, count, withinMs }: { readonly prefix: string; readonly count: number; readonly withinMs: number },
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const key = `${prefix}:${index}`;
    const { recipient, messages } = PLACES[index % PLACES.length] ?? PLACES[0];
    const message = random.pick<readonly [Message, ...Message[]]>(messages);
    const entry = { key, createdAt: sandbox.clock(), recipient, message };
    // Where the database is away nobody was told that it is kept; it may be all the same.
    await store.outbox.enqueue(entry).then(
      () => confirmed.push(key),
      () => {},
    );
    if (withinMs > 0) await sleep(withinMs / count);
  }
}
