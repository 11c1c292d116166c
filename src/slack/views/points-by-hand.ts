import { MOST_POINTS, parsePoints } from "../../domain/value/loyalty/standing.ts";
import type { RedeemedPoints } from "../../flows/value/loyalty/redeem-points.ts";
import { type Say, sayIn } from "../../words/say.ts";
import { noPointsForm } from "../actions/points-buttons.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { notice } from "../blocks/messages/notices.ts";
import { LONGEST_REASON } from "../blocks/value/points-form.ts";
import { pointsAnswer } from "../commands/value/points.ts";
import { decodePoints } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Redeem: the points are used, and the customer's points shown as they are now. */
export const redeemPointsSubmission = submission("redeem");

/** Adjust: points are given or taken, with the reason on record. */
export const adjustPointsSubmission = submission("adjust");

function submission(kind: "redeem" | "adjust"): SubmissionHandler {
  return async (request, { flows, reader }) => {
    const place = decodePoints(request.metadata);
    const { customerId } = place;
    const locale = readerLocale(reader);
    const say = sayIn(locale);
    const { points, reason } = typedIn(request, kind);
    const opened = await flows.openPointsForm({ customerId, member: reader, asked: kind });
    if (opened.kind !== "open")
      return {
        kind: "good",
        place,
        handle: ({ answer }) => answer.privately(noPointsForm(opened.kind, locale)),
      };
    const errors = errorsIn({ points, reason, kind, balance: opened.balance }, say);
    if (points === null || Object.keys(errors).length > 0) return { kind: "wrong", errors };
    return {
      kind: "good",
      place,
      async handle(tools) {
        const { viewId: reference } = request;
        const result = await tools.flows.redeemPoints({
          kind,
          customerId,
          points,
          reason,
          reference,
          member: reader,
        });
        if (!("balance" in result)) return tools.answer.privately(noPointsForm(result.kind, locale));
        const line = lineOf(result, { kind, points, reason }, say);
        if (result.kind === "not-enough") return tools.answer.privately(notice(line));
        await tools.answer.replacing(await pointsAnswer(customerId, tools, line));
      },
    };
  };
}

type Typed = { readonly points: number | null; readonly reason: string };

function typedIn({ fields }: SubmissionRequest, kind: "redeem" | "adjust"): Typed {
  const text = (fields.get(FIELD.points) ?? "").normalize("NFKC").trim();
  const reason = (fields.get(FIELD.pointsReason) ?? "").trim().slice(0, LONGEST_REASON);
  if (kind === "redeem") return { points: parsePoints(text), reason };
  const size = parsePoints(text.replace(/^[+\-−]/, ""));
  return { points: size !== null && /^[-−]/.test(text) ? -size : size, reason };
}

/** By input block. The balance is looked at again when it is written. */
function errorsIn(
  { points, reason, kind, balance }: Typed & { kind: "redeem" | "adjust"; balance: number },
  say: Say,
): Record<string, string> {
  const taken = points === null ? null : kind === "redeem" ? points : -points;
  const wrong =
    taken === null || Math.abs(taken) > MOST_POINTS
      ? say(kind === "redeem" ? "loyalty.form.bad-points" : "loyalty.form.bad-change")
      : taken > 0 && taken > balance
        ? say("loyalty.not-enough", { points: Math.max(0, balance) })
        : null;
  return {
    ...(wrong === null ? {} : { [FIELD.points]: wrong }),
    ...(reason === "" ? { [FIELD.pointsReason]: say("loyalty.form.no-reason") } : {}),
  };
}

function lineOf(
  { kind, balance, worth }: Extract<RedeemedPoints, { balance: number }>,
  asked: { readonly kind: "redeem" | "adjust"; readonly points: number; readonly reason: string },
  say: Say,
): string {
  if (kind === "not-enough") return say("loyalty.not-enough", { points: Math.max(0, balance) });
  if (kind === "repeated") return say("loyalty.repeated", { balance });
  const { points } = asked;
  const reason = escapeMrkdwn(asked.reason, 2 * LONGEST_REASON);
  return say(asked.kind === "redeem" ? "loyalty.redeemed" : "loyalty.adjusted", {
    points,
    worth,
    reason,
    balance,
  });
}
