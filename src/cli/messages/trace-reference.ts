import { TRACED_FIGURES } from "../../domain/costs/trace/traced-figure.ts";
import { nearestReferences, type Reference } from "../../domain/messages/reference.ts";
import { TRACE_KEPT_DAYS, type TracedRequest } from "../../domain/messages/traced-request.ts";
import type { MessageTrace, RequestTrace } from "../../flows/messages/trace-reference.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { auditLine } from "../customers/audit.ts";
import { inEnglish } from "../in-english.ts";
import type { Output } from "../output.ts";
import { Refusal } from "../refusal.ts";
import type { CommandTools } from "../run-command.ts";
import { attemptLine, receiptLines } from "./receipt-lines.ts";

/**
 * Follows a message or a request from its arrival to its receipt, and says what it took the reference for.
 * @throws Refusal for an unknown one, with the nearest that are known
 */
export async function traceReference({ app, output }: CommandTools, text: string): Promise<object> {
  const traced = await app.flows.traceReference(text);
  const { understood } = traced;
  if (traced.kind === "unknown") throw unknown(text, understood, traced.nearest);
  output.line(say("cli.trace-reference.understood", { kind: understood.kind, text }));
  if (traced.kind === "request") {
    tellRequest(output, traced.request);
    return inEnglish({ kind: traced.kind, understood, ...traced.request });
  }
  tellMessage(output, traced.message);
  const { receipt, drawings, ...rest } = traced.message;
  const shown = drawings.map(({ body: _, ...drawing }) => drawing);
  return inEnglish({ kind: traced.kind, understood, receipt, ...rest, drawings: shown });
}

function unknown(text: string, { kind }: Reference, nearest: readonly string[]): Refusal {
  const near = nearestReferences(text, [...TRACED_FIGURES, ...nearest]);
  const figures = TRACED_FIGURES.join(", ");
  return new Refusal(
    say("cli.trace-reference.unknown", {
      ...{ text, kind, figures, days: TRACE_KEPT_DAYS },
      ...{ found: near.length, nearest: near.join(", ") },
    }),
  );
}

function tellMessage(output: Output, message: MessageTrace): void {
  const { receipt, attempts, request } = message;
  output.heading(receipt.key);
  if (request !== null) output.line(say("cli.trace-reference.asked-by", { id: request.id }));
  if (request !== null) output.line(requestLine(request));
  for (const line of receiptLines(message)) output.line(line);
  for (const { attempt, endedAt, outcome, because } of attempts)
    output.line(
      say("cli.trace-reference.attempt", {
        ...{ attempt, outcome, at: endedAt.toISOString() },
        because: because === null ? "" : commandLineText(because),
      }),
    );
}

function tellRequest(output: Output, { id, request, failures, audit, messages }: RequestTrace): void {
  output.heading(id);
  output.line(request === null ? say("cli.trace-reference.only-failure") : requestLine(request));
  for (const { reference, what, userId, at } of failures)
    output.line(
      say("cli.trace-reference.failure", {
        ...{ reference, what, by: userId ?? "", someone: userId === null ? "no" : "yes" },
        at: at.toISOString(),
      }),
    );
  output.line(say("cli.trace-reference.audit", { events: audit.length }));
  for (const event of audit) output.line(`   ${auditLine(event)}`);
  output.line(say("cli.trace-reference.messages", { messages: messages.length }));
  for (const message of messages) output.line(`   ${message.key}: ${attemptLine(message)}`);
}

function requestLine({ what, userId, userName, arrivedAt, doneAt, isUnderWay, attempts }: TracedRequest) {
  const by = userName ?? userId ?? "";
  return say("cli.trace-reference.request", {
    ...{ what: what ?? "", by, attempts },
    ...{ known: what === null ? "no" : "yes", someone: by === "" ? "no" : "yes" },
    arrived: arrivedAt.toISOString(),
    done: doneAt?.toISOString() ?? "",
    state: doneAt !== null ? "done" : isUnderWay ? "open" : "other",
  });
}
