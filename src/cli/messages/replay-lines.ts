import type { MessageInputs, NudgeChoice } from "../../domain/messages/message-inputs.ts";
import type { NudgeItem } from "../../domain/messages/messages.ts";
import type { Replay } from "../../flows/messages/replay-message.ts";
import { REPLAY_KEPT_DAYS } from "../../store/messages/message-inputs.ts";
import { commandLineText, moneyOnCommandLine, say } from "../../words/command-line.ts";

type Found = Extract<Replay, { kind: "found" }>;

/** Who got a message, when, and what became of it. */
export function headLines({ sent }: Found): string[] {
  const { message, recipient, recipientName, status, decidedAt, settledAt, because, threadOf } = sent;
  const head = say("cli.replay.head", {
    kind: message.kind,
    to: recipientName === null ? recipient : `${recipientName} (${recipient})`,
    decidedAt: decidedAt.toISOString(),
    status,
    settledAt: settledAt?.toISOString() ?? "",
    channelId: sent.channelId ?? "",
    ts: sent.ts ?? "",
  });
  return [
    head,
    ...(threadOf === null ? [] : [say("cli.replay.thread", { key: threadOf })]),
    ...(because === null ? [] : [say("cli.replay.because", { because: commandLineText(because) })]),
  ];
}

/** What a message was decided from. */
export function whyLines(found: Found): string[] {
  const { sent, inputs, rebuilt } = found;
  // A message without a basis speaks of no risk.
  const version = "basis" in sent.message ? sent.modelVersionId : null;
  const model = version === null ? [] : [say("cli.replay.model", { version })];
  if (inputs === null) {
    const nudge = sent.message.kind === "nudge";
    const why = say(nudge ? "cli.replay.why.forgotten" : "cli.replay.why.itself", { days: REPLAY_KEPT_DAYS });
    return [why, ...model];
  }
  const again = say(`cli.replay.rebuilt.${rebuilt.isEqual ? "equal" : "other"}`);
  return [...choiceLines(inputs), ...itemLines(found, inputs), again];
}

function choiceLines({ choice, nudges }: MessageInputs): string[] {
  if (choice === undefined) return [];
  const { considered, nextInLine } = choice;
  return [
    say("cli.replay.considered", { considered, named: nudges.length, skipped: skippedText(choice) }),
    say("cli.replay.policy", { numbers: namedText(choice.policy) }),
    ...(nextInLine.length === 0 ? [] : [say("cli.replay.next", { ids: nextInLine.join(", ") })]),
  ];
}

const skippedText = ({ skipped }: NudgeChoice): string =>
  namedText(skipped) || say("cli.replay.considered.none");

/** By the names of the program: an auditor holds them against its sources. */
const namedText = (named: object): string =>
  Object.entries(named)
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(", ");

function itemLines({ sent }: Found, { nudges }: MessageInputs): string[] {
  if (sent.message.kind !== "nudge") return [];
  return sent.message.items.flatMap((item, index) => {
    const given = nudges.find(({ nudge }) => nudge.customerId === item.customerId);
    return given === undefined ? [] : linesOf(item, index + 1, given);
  });
}

function linesOf(
  item: NudgeItem,
  place: number,
  { nudge, facts }: MessageInputs["nudges"][number],
): string[] {
  const { name, customerId: id, probability: risk, stake, reason, action } = item;
  const version = String(facts.score?.model?.id ?? "none");
  return [
    risk === null || nudge.scoredAt === null
      ? say("cli.replay.item.no-risk", { place, name, id })
      : say("cli.replay.item", { place, name, id, risk, scoredAt: nudge.scoredAt.toISOString(), version }),
    ...(stake ? [say("cli.replay.item.stake", { stake: moneyOnCommandLine(stake) })] : []),
    say("cli.replay.item.reason", { reason: commandLineText(reason) }),
    say("cli.replay.item.action", { action: commandLineText(action) }),
  ];
}
