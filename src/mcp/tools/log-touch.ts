import { z } from "zod";
import { phrase } from "../../domain/phrase.ts";
import {
  LONGEST_NOTE,
  MOST_MINUTES,
  TOUCH_CHANNELS,
  TOUCH_OUTCOMES,
} from "../../slack/blocks/outreach/forms.ts";
import { confirmationInput, confirmationOutput, confirmed, notEnough, toConfirm } from "../confirmation.ts";
import { customerInput, isFound, namedCustomer } from "../named-customer.ts";
import { dayOf } from "../told-risk.ts";
import { type Asked, defineTool } from "../tool.ts";
import { typedText } from "../untrusted-text.ts";

/** A clock on someone's machine may run ahead by this much. */
const CLOCK_SLACK_MS = 5 * 60_000;

const input = z.strictObject({
  customer: customerInput.optional(),
  channel: z.enum(TOUCH_CHANNELS).optional(),
  outcome: z.enum(TOUCH_OUTCOMES).optional(),
  minutes: z
    .int()
    .min(0)
    .max(MOST_MINUTES)
    .optional()
    .describe("How long it took, in whole minutes: it goes into what the customer costs. Ask, never guess."),
  note: typedText(LONGEST_NOTE).optional(),
  at: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("When the contact was, such as 2026-11-29T14:30:00+01:00. Left out: now."),
  confirmation_id: confirmationInput,
});

/** Logs a contact that the member had, once they have confirmed it. */
export const logTouch = defineTool({
  name: "log_touch",
  title: "Log a touch",
  description:
    "Logs a contact that the member had with a customer, in two steps. First with customer, channel, outcome and minutes: nothing is done, you get what would be logged and a confirmation_id. Show that to the member; only after they say yes call again with the confirmation_id alone.",
  surface: "log-touch",
  changes: true,
  input,
  output: confirmationOutput,
  async run(given, asked) {
    const { confirmation_id: id, customer, channel, outcome, minutes } = given;
    if (id !== undefined)
      return confirmed({ id, kind: "log-touch" }, asked, (taken) => log(id, taken, asked));
    if (!customer || channel === undefined || outcome === undefined || minutes === undefined)
      return notEnough("customer, channel, outcome, minutes", asked);
    const named = await namedCustomer(customer, asked);
    if (!isFound(named)) return named;
    const at = given.at === undefined ? asked.now : new Date(given.at);
    if (at.getTime() > asked.now.getTime() + CLOCK_SLACK_MS) return inTheFuture(asked);
    const would = asked.say("mcp.touch.would", {
      channel: phrase(`touch.channel.${channel}`),
      outcome: phrase(`touch.came-of-it.${outcome}`),
      minutes,
      day: { day: dayOf(at, asked) },
      note: given.note ? "some" : "none",
    });
    const touch = { channel, outcome, minutesSpent: minutes, at: at.toISOString() };
    const action = { kind: "log-touch" as const, ...touch, note: given.note || null };
    return toConfirm(named.id, action, [named.note, would].filter(Boolean).join(" "), asked);
  },
});

const inTheFuture = ({ say }: Asked) => ({
  outcome: "wrong input",
  customerId: null,
  isRefused: true as const,
  body: { message: say("touch.form.in-the-future") },
});

type Taken = Parameters<Parameters<typeof confirmed<"log-touch">>[2]>[0];

/** The confirmation's id is the touch's own, so that one confirmation can log one touch alone. */
async function log(id: string, { customerId, action }: Taken, { flows, reader, say }: Asked) {
  const { channel, outcome, note, minutesSpent, at } = action;
  const touch = { channel, outcome, note, minutesSpent, at: new Date(at) };
  const memberId = reader.slackUserId;
  const { kind } = await flows.logTouch({ ...touch, customerId, memberId, viewId: `mcp:${id}` });
  return kind === "gone"
    ? { isDone: false, told: say("mcp.customer.gone") }
    : { isDone: true, told: say("touch.logged") };
}
