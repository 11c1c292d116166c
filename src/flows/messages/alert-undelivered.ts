import type { Clock } from "../../domain/clock.ts";
import type { FailedMessage, UndeliveredAlertMessage } from "../../domain/messages/messages.ts";
import type { Undelivered } from "../../domain/outreach/undelivered.ts";
import type { UndeliveredStore } from "../../store/outreach/undelivered.ts";
import { type SendAlertDeps, sendAlert } from "./send-alert.ts";

export type AlertUndeliveredDeps = SendAlertDeps & {
  readonly undelivered: Pick<UndeliveredStore, "nameOf">;
  readonly clock: Clock;
};

/** Warns the operators' channels of a message that failed, once for each cause and day. @returns messages kept */
export async function alertUndelivered(deps: AlertUndeliveredDeps, failed: FailedMessage): Promise<number> {
  const { key, kind: what, recipient, because } = failed;
  // That a warning did not arrive is no news for where it did not arrive.
  if (what === "undelivered-alert") return 0;
  const now = deps.clock();
  const recipientName = await deps.undelivered.nameOf(recipient);
  const undelivered = { what, recipient, recipientName, because, at: now.toISOString(), key };
  return warnUndelivered(deps, undelivered, now);
}

/** Once for each cause and day (UTC). @returns messages kept */
export function warnUndelivered(deps: SendAlertDeps, undelivered: Undelivered, now: Date): Promise<number> {
  const message: UndeliveredAlertMessage = { kind: "undelivered-alert", ...undelivered };
  const key = `${causeOf(undelivered)}:${now.toISOString().slice(0, 10)}`;
  return sendAlert(deps, {
    keyOf: (channelId) => `undelivered:${channelId}:${key}`,
    message,
    now,
    except: undelivered.recipient,
  });
}

/**
 * What has to be mended: one thing for a channel, and for a member; but a whole morning's direct messages that fail for
 * want of one permission are one cause, not forty.
 */
function causeOf({ recipient, because }: Undelivered): string {
  const { code, parameters } = because;
  const inner = parameters.error;
  const root = typeof inner === "object" && "code" in inner ? inner.code : code;
  return OF_THE_APP.includes(root) ? root : `${root}:${recipient}`;
}

const OF_THE_APP: readonly string[] = [
  "undelivered.slack.missing_scope",
  "undelivered.slack.invalid_blocks",
  "undelivered.slack.invalid_blocks_format",
  "undelivered.slack.msg_too_long",
  "undelivered.slack.msg_blocks_too_long",
  "undelivered.slack.restricted_action",
  "undelivered.slack-said",
  "undelivered.http",
  "undelivered.line",
  "undelivered.unrenderable",
];
