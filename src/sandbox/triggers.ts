import { randomBytes } from "node:crypto";
import { SlackApiError } from "./api-error.ts";

/** From Slack's documentation. */
const TRIGGER_LIFE_MS = 3_000;

/** So long a trigger is known to have been there, for the right error. */
const REMEMBERED_MS = 600_000;

type Trigger = { readonly personId: string; readonly expiresAtMs: number; isUsed: boolean };
export type Triggers = ReturnType<typeof createTriggers>;

/** Trigger ids: each opens one view for one person, within three seconds. */
export function createTriggers(now: () => Date) {
  const triggers = new Map<string, Trigger>();
  return {
    issue(personId: string): string {
      for (const [old, { expiresAtMs }] of triggers)
        if (now().getTime() - expiresAtMs > REMEMBERED_MS) triggers.delete(old);
      const id = `${now().getTime()}.${randomBytes(4).readUInt32BE()}.${randomBytes(8).toString("hex")}`;
      triggers.set(id, { personId, expiresAtMs: now().getTime() + TRIGGER_LIFE_MS, isUsed: false });
      return id;
    },
    /**
     * @returns whose it is, without using it
     * @throws SlackApiError invalid_trigger_id, exchanged_trigger_id or expired_trigger_id
     */
    ownerOf: (id: string): string => usable(id).personId,
    /**
     * Uses it.
     * @returns whose it is
     * @throws SlackApiError as `ownerOf`
     */
    exchange(id: string): string {
      const trigger = usable(id);
      trigger.isUsed = true;
      return trigger.personId;
    },
  };

  function usable(id: string): Trigger {
    const trigger = triggers.get(id);
    if (!trigger) throw new SlackApiError("invalid_trigger_id");
    if (trigger.isUsed) throw new SlackApiError("exchanged_trigger_id");
    if (now().getTime() > trigger.expiresAtMs) throw new SlackApiError("expired_trigger_id");
    return trigger;
  }
}
