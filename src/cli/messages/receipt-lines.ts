import type { OutboxLine } from "../../domain/messages/receipt.ts";
import type { ReceiptRead } from "../../flows/messages/read-receipt.ts";
import { REPLAY_KEPT_DAYS } from "../../store/messages/message-inputs.ts";
import { commandLineText, say } from "../../words/command-line.ts";

/** What became of a message in a line; moments in UTC. */
export function attemptLine(line: OutboxLine): string {
  const { kind, state, attempts, recipient, recipientName, nextAttemptAt, settledAt } = line;
  return say("cli.outbox.line", {
    ...{ kind, state, attempts, to: recipientName ?? recipient },
    at: (state === "posted" || state === "failed" ? settledAt : nextAttemptAt)?.toISOString() ?? "?",
  });
}

/** The receipt of a message, a line for each thing that is known. */
export function receiptLines({ receipt, retries, drawings }: ReceiptRead): string[] {
  const { createdAt, channelId, ts, threadOf, because, revision } = receipt;
  return [
    attemptLine(receipt),
    say("cli.outbox.decided", { at: createdAt.toISOString() }),
    ...(channelId === null || ts === null ? [] : [say("cli.outbox.where", { channelId, ts })]),
    ...(threadOf === null ? [] : [say("cli.replay.thread", { key: threadOf })]),
    ...(because === null ? [] : [say("cli.outbox.because", { because: commandLineText(because) })]),
    ...retries.map(({ at, by }) => say("cli.outbox.retry", { at: at.toISOString(), by })),
    say("cli.outbox.revision", { revision }),
    ...drawingLines(drawings),
  ];
}

function drawingLines(drawings: ReceiptRead["drawings"]): string[] {
  if (drawings.length === 0) return [say("cli.replay.none-kept", { days: REPLAY_KEPT_DAYS })];
  return drawings.map(({ purpose, revision, drawnAt, arrivedAt }) =>
    say("cli.outbox.drawing", {
      ...{ purpose, revision, at: drawnAt.toISOString() },
      arrived: arrivedAt?.toISOString() ?? "never",
    }),
  );
}
