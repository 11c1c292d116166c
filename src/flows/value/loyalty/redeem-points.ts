import { mayKeepLedger, mayRedeemPoints } from "../../../domain/access.ts";
import type { Customer, Member } from "../../../domain/customer.ts";
import type { Money } from "../../../domain/money.ts";
import { programmeOn, worthOf } from "../../../domain/value/loyalty/programme.ts";
import type { CustomerStore } from "../../../store/customers/customers.ts";
import type { ByHandResult, PointsByHand } from "../../../store/value/loyalty/loyalty-ledger.ts";
import { type LedgerOf, settlingMoment, type WhenDeps } from "./loyalty-deps.ts";

export type RedeemPointsDeps = LedgerOf<"programmes" | "redeem" | "adjust"> &
  WhenDeps & { readonly customers: Pick<CustomerStore, "find"> };

/** @param reference what makes the same request one: the modal it came from */
export type RedeemPoints = PointsByHand & {
  readonly kind: "redeem" | "adjust";
  /** Null: whoever sits at the command line. */
  readonly member: Member | null;
};

export type RedeemedPoints =
  | (Exclude<ByHandResult, { kind: "no-programme" }> & { readonly worth: Money })
  | { readonly kind: "no-programme" | "gone" | "not-yours" };

/** Uses or changes a customer's points by hand, where whoever asks may. */
export async function redeemPoints(
  deps: RedeemPointsDeps,
  { kind, member, ...given }: RedeemPoints,
): Promise<RedeemedPoints> {
  const customer = await deps.customers.find(given.customerId);
  if (customer === null) return { kind: "gone" };
  if (member !== null && !may(kind, member, customer)) return { kind: "not-yours" };
  const moment = settlingMoment(deps, member?.slackUserId ?? "command line");
  const result = await deps.loyalty[kind](given, moment);
  const programme = programmeOn(await deps.loyalty.programmes(), moment.today);
  if (result.kind === "no-programme" || programme === null) return { kind: "no-programme" };
  return { ...result, worth: worthOf(given.points, programme) };
}

const may = (kind: RedeemPoints["kind"], member: Member, customer: Customer): boolean =>
  kind === "adjust" ? mayKeepLedger(member) : mayRedeemPoints(member, customer);
