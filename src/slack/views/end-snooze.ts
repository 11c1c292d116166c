import type { SnoozeEnded } from "../../flows/messages/end-snooze.ts";
import { sayIn } from "../../words/say.ts";
import { snoozedMeanwhile } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import type { FormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { showAnswered } from "./show-answered.ts";

/** Ends a snooze, from a button or the form, and shows the card as it is now. */
export async function endSnooze(metadata: FormMetadata, tools: PermittedTools): Promise<void> {
  const { flows, reader } = tools;
  const { customerId, openedAt } = metadata;
  const seenAt = openedAt === null ? null : new Date(openedAt);
  const ended = await flows.endSnooze({ customerId, memberId: reader.slackUserId, seenAt });
  await showAnswered(metadata, lineOf(ended, tools), tools);
}

function lineOf(ended: SnoozeEnded, { clock, reader }: PermittedTools): string {
  const reading = { now: clock(), ...asReadBy(reader) };
  if (ended.kind === "meanwhile") return snoozedMeanwhile(ended.snooze, reading);
  return sayIn(reading.locale)(CODES[ended.kind]);
}

const CODES: Readonly<Record<Exclude<SnoozeEnded["kind"], "meanwhile">, string>> = {
  ended: "snooze.ended",
  "not-snoozed": "snooze.not-snoozed",
  gone: "notice.gone",
};
