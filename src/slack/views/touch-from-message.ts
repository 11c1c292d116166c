import { phrase } from "../../domain/phrase.ts";
import type { LookUpResult } from "../../flows/customers/look-up-customer.ts";
import { type Say, sayIn } from "../../words/say.ts";
import { showCard } from "../actions/card-buttons.ts";
import { escapeMrkdwn, plainLine } from "../blocks/escape.ts";
import { notice } from "../blocks/messages/notices.ts";
import { decodeMessageTouch, type MessageTouchForm } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { touchIn } from "./log-touch.ts";

const NAMES_LENGTH = 500;

/** Log as touch: kept with the customer who is named, never with one who only might be meant. */
export const touchFromMessageSubmission: SubmissionHandler = async (request, { flows, reader, now }) => {
  const say = sayIn(readerLocale(reader));
  const typed = request.fields.get(FIELD.touchCustomer)?.trim() ?? "";
  const touch = touchIn(request, now, say);
  const whom = await customerOf(typed, decodeMessageTouch(request.metadata), flows);
  const wrongCustomer = "kind" in whom ? { [FIELD.touchCustomer]: whyNot(whom, say) } : {};
  if (touch.kind === "wrong" || "kind" in whom)
    return { kind: "wrong", errors: { ...("errors" in touch ? touch.errors : {}), ...wrongCustomer } };
  const { customerId } = whom;
  return {
    kind: "good",
    place: { channelId: null, responseUrl: null },
    async handle(tools) {
      const { kind } = await tools.flows.logTouch({ ...touch.touch, customerId });
      if (kind === "gone") return tools.answer.privately(notice(say("touch.not-kept")));
      const logged = phrase("asking.touch.logged", { customer: escapeMrkdwn(typed, 200) });
      await showCard({ customerId }, tools, logged);
    },
  };
};

type Flows = Parameters<SubmissionHandler>[1]["flows"];
type NotFound = Exclude<LookUpResult, { kind: "found" }> | { readonly kind: "similar" };

/** Whoever was guessed, as long as the name was left as it was; else whoever is called so. */
async function customerOf(
  typed: string,
  { guess }: MessageTouchForm,
  flows: Pick<Flows, "lookUpCustomer">,
): Promise<{ readonly customerId: number } | NotFound> {
  if (guess !== null && guess.name === typed) return { customerId: guess.customerId };
  const found = await flows.lookUpCustomer(typed);
  if (found.kind !== "found") return found;
  return found.how === "similar" ? { kind: "similar" } : { customerId: found.customerId };
}

function whyNot(found: NotFound, say: Say): string {
  if (found.kind !== "choice") return say("asking.touch.nobody");
  const customers = found.matches.map(({ name, externalId }) => `${name} (${externalId})`).join("; ");
  return say("asking.touch.several", { customers: plainLine(customers, NAMES_LENGTH) });
}
