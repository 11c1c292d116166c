import { mayKeepLedger, mayRedeemPoints } from "../../../domain/access.ts";
import type { Customer, Member } from "../../../domain/customer.ts";
import { accountOf, balanceOn } from "../../../domain/value/loyalty/points-account.ts";
import { programmeOn, type StatedProgramme } from "../../../domain/value/loyalty/programme.ts";
import type { CustomerStore } from "../../../store/customers/customers.ts";
import { type LedgerOf, settlingMoment, type WhenDeps } from "./loyalty-deps.ts";

export type OpenPointsFormDeps = LedgerOf<"programmes" | "entries"> &
  WhenDeps & { readonly customers: Pick<CustomerStore, "find"> };

export type PointsForm =
  | {
      readonly kind: "open";
      readonly customer: Customer;
      readonly programme: StatedProgramme;
      /** As last settled; what is sent is looked at again. */
      readonly balance: number;
    }
  | { readonly kind: "gone" | "no-programme" | "not-yours" };

/** What a form that redeems or adjusts points starts from, and is checked by. Writes nothing. */
export async function openPointsForm(
  deps: OpenPointsFormDeps,
  { customerId, member, asked }: { customerId: number; member: Member; asked: "redeem" | "adjust" },
): Promise<PointsForm> {
  const { today } = settlingMoment(deps, member.slackUserId);
  const customer = await deps.customers.find(customerId);
  if (customer === null) return { kind: "gone" };
  if (!(asked === "adjust" ? mayKeepLedger(member) : mayRedeemPoints(member, customer)))
    return { kind: "not-yours" };
  const programme = programmeOn(await deps.loyalty.programmes(), today);
  if (programme === null) return { kind: "no-programme" };
  const balance = balanceOn(accountOf(await deps.loyalty.entries(customerId)), today);
  return { kind: "open", customer, programme, balance };
}
