import type { GivenUpAlertMessage } from "../../domain/messages/given-up-messages.ts";
import type {
  DuplicatesMessage,
  JobAlertMessage,
  ModelAlertMessage,
  UndeliveredAlertMessage,
} from "../../domain/messages/messages.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";

export type SendAlertDeps = {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "enqueue">;
};

/**
 * Keeps a warning for every channel of the operators that asked for them; the key lets each have it once.
 * @returns how many were kept anew
 */
export async function sendAlert(
  { channelSettings, outbox }: SendAlertDeps,
  alert: {
    readonly keyOf: (channelId: string) => string;
    readonly message:
      | ModelAlertMessage
      | JobAlertMessage
      | UndeliveredAlertMessage
      | DuplicatesMessage
      | GivenUpAlertMessage;
    /** A channel that is left out: what the warning is about. */
    readonly except?: string;
    readonly now: Date;
  },
): Promise<number> {
  const { keyOf, message, now, except } = alert;
  let kept = 0;
  for (const { channelId } of await channelSettings.optedIn("alerts")) {
    if (channelId === except) continue;
    if (await outbox.enqueue({ key: keyOf(channelId), recipient: channelId, message, createdAt: now }))
      kept += 1;
  }
  return kept;
}
