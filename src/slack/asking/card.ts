import { sayIn } from "../../words/say.ts";
import { notice } from "../blocks/messages/notices.ts";
import { type CardView, worth } from "../blocks/outreach/card-facts.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

/** The card as everyone may see it, as if it had been shared; the amounts to whoever asked, where they are for them. */
export const cardForAll: BuildForAll<number> = async (customerId, tools, place) => {
  const { flows, reader } = tools;
  const about = { customerId, member: reader, place };
  const shown = await flows.loadCustomerCard({ ...about, audience: "everyone" });
  if (shown.kind === "gone") return null;
  const view = { ...shown, ...asReadBy(reader), sharedBy: reader.slackUserId };
  await flows.keepSuggestion(shown);
  const message = customerCardMessage(view);
  if (shown.card.value.kind === "shown") return nothingMore(message);
  return { message, forOneself: (own) => sayWorth(customerId, own) };
};

async function sayWorth(customerId: number, { flows, reader, place, answer }: PermittedTools): Promise<void> {
  const shown = await flows.loadCustomerCard({ customerId, member: reader, place });
  if (shown.kind === "gone" || shown.card.value.kind === "hidden") return;
  const view: CardView = { ...shown, ...asReadBy(reader) };
  const say = sayIn(view.locale);
  await answer.privately(notice(say("asking.private.card", { worth: worth(view, say) })));
}
