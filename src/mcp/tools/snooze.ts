import { z } from "zod";
import { localTime } from "../../domain/calendar.ts";
import { snoozeDay, snoozeDayProblem } from "../../domain/customers/snooze-time.ts";
import type { SnoozeResult } from "../../flows/messages/snooze-customer.ts";
import { snoozedNotice } from "../../slack/blocks/messages/notices.ts";
import { confirmationInput, confirmationOutput, confirmed, notEnough, toConfirm } from "../confirmation.ts";
import { customerInput, goneCustomer, isFound, namedCustomer } from "../named-customer.ts";
import { dayOf, readingOf } from "../told-risk.ts";
import { type Asked, defineTool } from "../tool.ts";
import { typedText } from "../untrusted-text.ts";

const LONGEST_TIME = 40;

/** Leaves a customer out of suggestions until a day, once the member has confirmed it. */
export const snooze = defineTool({
  name: "snooze",
  title: "Snooze a customer",
  description:
    "Stops suggestions about a customer until a day, in two steps. First with customer and until: nothing is done, you get what would be done and a confirmation_id. Show that to the member; only after they say yes call again with the confirmation_id alone.",
  surface: "snooze",
  changes: true,
  input: z.strictObject({
    customer: customerInput.optional(),
    until: typedText(LONGEST_TIME)
      .optional()
      .describe("A day such as 2027-01-15, or a time such as 3d, 2 weeks, 1 month; a year at most."),
    confirmation_id: confirmationInput,
  }),
  output: confirmationOutput,
  async run({ customer, until, confirmation_id: id }, asked) {
    if (id !== undefined)
      return confirmed({ id, kind: "snooze" }, asked, ({ customerId, action, shownAt }) =>
        snoozeNow({ customerId, ...action, seenAt: shownAt }, asked),
      );
    if (!customer || !until) return notEnough("customer, until", asked);
    const named = await namedCustomer(customer, asked);
    if (!isFound(named)) return named;
    return show(named, until, asked);
  },
});

async function show(named: { readonly id: number; readonly note: string }, typed: string, asked: Asked) {
  const { flows, now, say, reader } = asked;
  const today = localTime(now, reader.timeZone).day;
  const untilDay = snoozeDay(typed, today);
  if (untilDay === null) return wrongDay(say("mcp.snooze.unknown-time"));
  const problem = snoozeDayProblem(untilDay, today);
  if (problem !== null) return wrongDay(say(`snooze.form.${problem}`));
  const opened = await flows.openForm({ customerId: named.id, shownAt: now });
  if (opened.kind !== "open") return goneCustomer(say);
  const { snooze: running, customer } = opened;
  const would = say("mcp.snooze.would", {
    day: { day: untilDay },
    renewal:
      customer.renewsOn !== null && customer.renewsOn < untilDay && customer.renewsOn >= today
        ? "past"
        : "none",
    running: running === null ? "none" : "some",
    before: running === null ? "" : { day: dayOf(running.until, asked) },
  });
  const action = { kind: "snooze" as const, untilDay, timeZone: reader.timeZone };
  return toConfirm(customer.id, action, [named.note, would].filter(Boolean).join(" "), asked);
}

const wrongDay = (message: string) => ({
  outcome: "wrong input",
  customerId: null,
  isRefused: true as const,
  body: { message },
});

type Snooze = Parameters<Asked["flows"]["snoozeCustomer"]>[0];

async function snoozeNow({ customerId, untilDay, timeZone, seenAt }: Omit<Snooze, "memberId">, asked: Asked) {
  const memberId = asked.reader.slackUserId;
  const result = await asked.flows.snoozeCustomer({ customerId, untilDay, timeZone, seenAt, memberId });
  return { isDone: result.kind === "snoozed", told: toldOf(result, asked) };
}

/** Whoever was faster is named by the card alone: their name is no word of ours. */
function toldOf(result: SnoozeResult, asked: Asked): string {
  const { say } = asked;
  if (result.kind === "snoozed") return snoozedNotice(result, readingOf(asked));
  if (result.kind === "meanwhile")
    return say("mcp.snooze.meanwhile", { day: { day: dayOf(result.snooze.until, asked) } });
  return result.kind === "past" ? say("snooze.form.past") : say("mcp.customer.gone");
}
