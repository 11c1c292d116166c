import type { LookUpResult } from "../../flows/customers/look-up-customer.ts";
import type { Locale } from "../../words/locale.ts";
import { sayIn } from "../../words/say.ts";
import { showCard } from "../actions/card-buttons.ts";
import { plainLine } from "../blocks/escape.ts";
import { choiceMessage, noticeOf } from "../blocks/messages/notices.ts";
import { customerFound } from "../blocks/outreach/find-customer.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

const NAMES_LENGTH = 500;

/** Find customer: the card, or the choice between several, in the direct message; who is nobody is said at the field. */
export const findCustomerSubmission: SubmissionHandler = async ({ fields }, { flows, reader }) => {
  const locale = readerLocale(reader);
  const typed = fields.get(FIELD.findCustomer)?.trim() ?? "";
  const found = await flows.lookUpCustomer(typed);
  if (found.kind !== "found" && found.kind !== "choice")
    return { kind: "wrong", errors: { [FIELD.findCustomer]: whyNobody(found, locale) } };
  return {
    kind: "good",
    place: { channelId: null, responseUrl: null },
    shows: customerFound(locale),
    handle: (tools) => show(typed, found, tools),
  };
};

function whyNobody(found: LookUpResult, locale: Locale): string {
  const say = sayIn(locale);
  if (found.kind !== "none" || found.nearest.length === 0) return say("asking.find.nobody");
  const customers = found.nearest.map(({ name, externalId }) => `${name} (${externalId})`).join("; ");
  return say("asking.find.near", { customers: plainLine(customers, NAMES_LENGTH) });
}

async function show(
  typed: string,
  found: Extract<LookUpResult, { kind: "found" | "choice" }>,
  tools: PermittedTools,
): Promise<void> {
  const { answer, reader, clock } = tools;
  const reading = { now: clock(), locale: readerLocale(reader) };
  if (found.kind === "choice")
    return answer.privately(choiceMessage(typed, found.matches, found.more, reading));
  if (found.how === "similar") await answer.privately(noticeOf("look-up.nearest", reading.locale));
  await showCard(found, tools);
}
