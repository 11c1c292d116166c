import type { AccountKind } from "../customer.ts";
import { type Phrase, phrase } from "../phrase.ts";

/** Whoever in the workspace has the owner's e-mail. */
type OwnerFound = { readonly name: string; readonly account: AccountKind };

/**
 * Why a customer needs a new owner: nobody is nudged about them. Null: they have one who is a member of the team.
 * @param ownerEmail as the customer file names it
 * @param owner null where nobody in the workspace has that e-mail
 */
export function ownerGap(ownerEmail: string | null, owner: OwnerFound | null): Phrase | null {
  if (ownerEmail === null) return phrase("owner-gap.nobody");
  if (owner === null) return phrase("owner-gap.unknown", { email: ownerEmail });
  const { name, account } = owner;
  if (account === "member") return null;
  return account === "deactivated"
    ? phrase("owner-gap.left", { name })
    : phrase("owner-gap.no-member", { name });
}
