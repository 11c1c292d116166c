import type { Place } from "../../domain/access.ts";
import type { Member } from "../../domain/customer.ts";
import { customerLink } from "../../domain/customers/customer-links.ts";
import { type FindLinkedCustomerDeps, findLinkedCustomer } from "../customers/find-linked-customer.ts";
import { type LoadCustomerCardDeps, loadCustomerCard, type ShownCard } from "./load-customer-card.ts";

export type ReadPaneDeps = FindLinkedCustomerDeps & LoadCustomerCardDeps;

export type ReadPane =
  | {
      readonly kind: "card";
      readonly shown: ShownCard;
      /** Whom the link names; another one than the card's where that was joined into it since. */
      readonly askedId: number;
      /** The customer's own address; null where the bot has none. */
      readonly url: string | null;
    }
  /** The customer was deleted. */
  | { readonly kind: "gone" }
  /** It is a link to no customer, or to one of several. */
  | { readonly kind: "unknown" };

/**
 * The card behind a link, for the member who opened its pane.
 * @param request `askedId`: whom we said before that the link names; null: it is found by the link
 */
export async function readPane(
  deps: ReadPaneDeps,
  request: {
    readonly member: Member;
    readonly place: Place;
    readonly link: string;
    readonly askedId: number | null;
  },
): Promise<ReadPane> {
  const { member, place, link } = request;
  const found =
    request.askedId === null ? await findLinkedCustomer(deps, link) : await known(deps, request.askedId);
  if (found.kind === "gone") return { kind: "gone" };
  if (found.kind !== "found") return { kind: "unknown" };
  const shown = await loadCustomerCard(deps, { customerId: found.customerId, member, place });
  if (shown.kind === "gone") return { kind: "gone" };
  const { askedId } = found;
  return { kind: "card", shown, askedId, url: customerLink(deps.customerLinks, askedId) };
}

async function known({ customers }: ReadPaneDeps, askedId: number) {
  const customer = await customers.find(askedId);
  if (customer === null) return { kind: "gone" } as const;
  return { kind: "found", customerId: customer.id, askedId } as const;
}
