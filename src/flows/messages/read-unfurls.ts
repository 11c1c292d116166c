import { type AccessRefusal, accessRefusal, type Place } from "../../domain/access.ts";
import { customerLink } from "../../domain/customers/customer-links.ts";
import type { Visitor } from "../customers/admit.ts";
import { type FindLinkedCustomerDeps, findLinkedCustomer } from "../customers/find-linked-customer.ts";
import {
  type LoadCustomerCardDeps,
  loadCustomerCard,
  type ShownCard,
} from "../outreach/load-customer-card.ts";
import { type ReadPlaceDeps, readPlace } from "./read-place.ts";

export type ReadUnfurlsDeps = FindLinkedCustomerDeps & LoadCustomerCardDeps & ReadPlaceDeps;

export type UnfurlsAsked = {
  /** Who posted the links. */
  readonly poster: Visitor;
  readonly channelId: string;
  /** Whether the bot is in the conversation. */
  readonly botIsIn: boolean;
  readonly links: readonly string[];
};

/** A customer's card as everybody in the conversation may see it. */
export type Unfurl = {
  readonly link: string;
  /** The customer's own address; null where the bot has none. */
  readonly url: string | null;
  readonly askedId: number;
  readonly shown: ShownCard;
};

export type Unfurls =
  | { readonly kind: "refused"; readonly because: AccessRefusal }
  | {
      readonly kind: "shown";
      readonly unfurls: readonly Unfurl[];
      /** How the conversation is written to: as the channel is set, else as whoever posted reads. */
      readonly reading: { readonly locale: string | null; readonly timeZone: string };
    };

/** More links in one message are a list and no preview. Chosen by the product. */
const MOST_UNFURLED = 5;

/** What the links of a message show of customers, where everybody who reads there may see it. */
export async function readUnfurls(deps: ReadUnfurlsDeps, asked: UnfurlsAsked): Promise<Unfurls> {
  const { poster, channelId } = asked;
  const place = await placeOfAll(deps, asked);
  const because = accessRefusal("unfurl", poster, place);
  if (because !== null) return { kind: "refused", because };
  const unfurls: Unfurl[] = [];
  for (const link of new Set(asked.links)) {
    if (unfurls.length === MOST_UNFURLED) break;
    const unfurl = await unfurlOf(deps, link, poster, place);
    if (unfurl !== null) unfurls.push(unfurl);
  }
  const setting = await deps.channelSettings.get(channelId);
  const locale = setting?.locale ?? poster.locale ?? null;
  return { kind: "shown", unfurls, reading: { locale, timeZone: setting?.timeZone ?? poster.timeZone } };
}

/** Who is in a direct message that the bot is not in, it cannot know: maybe somebody of another organisation. */
async function placeOfAll(deps: ReadUnfurlsDeps, { channelId, botIsIn }: UnfurlsAsked): Promise<Place> {
  const place = await readPlace(deps, { channelId, isPost: true });
  return place === "direct" && !botIsIn ? "unseen" : place;
}

async function unfurlOf(
  deps: ReadUnfurlsDeps,
  link: string,
  member: Visitor,
  place: Place,
): Promise<Unfurl | null> {
  const found = await findLinkedCustomer(deps, link);
  if (found.kind !== "found") return null;
  const { customerId, askedId } = found;
  const shown = await loadCustomerCard(deps, { customerId, member, audience: "everyone", place });
  if (shown.kind === "gone") return null;
  return { link, url: customerLink(deps.customerLinks, askedId), askedId, shown };
}
