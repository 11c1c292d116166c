import type { Clock } from "../../domain/clock.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { MemberStore } from "../../store/customers/members.ts";
import type { SuggestionStore } from "../../store/outreach/suggestions.ts";
import { isOver, type SettleResult } from "./settle-suggestion.ts";

export type TakeNudgeDeps = {
  readonly suggestions: Pick<SuggestionStore, "take" | "find">;
  readonly customers: Pick<CustomerStore, "find">;
  readonly members: Pick<MemberStore, "find">;
  readonly clock: Clock;
};

export type TakenNudge =
  | {
      readonly kind: "taken";
      readonly suggestionKey: string;
      readonly customerId: number;
      readonly customerName: string;
    }
  /** By whom: somebody was faster, maybe the same person. */
  | { readonly kind: "taken-before"; readonly by: string; readonly byName: string | null }
  /** It was answered, or is too old to be. */
  | { readonly kind: "settled"; readonly result: Exclude<SettleResult, { kind: "settled" }> };

/** Makes a member the one who sees to a nudge that a channel was told; the first one has it. The customer's file stays as it is. */
export async function takeNudge(
  { suggestions, customers, members, clock }: TakeNudgeDeps,
  { key, memberId }: { readonly key: string; readonly memberId: string },
): Promise<TakenNudge> {
  const at = clock();
  const madeAfter = nudgesOverSince(at);
  const isFirst = await suggestions.take({ key, by: memberId, at, madeAfter });
  const suggestion = await suggestions.find(key);
  const customer = suggestion && (await customers.find(suggestion.customerId));
  if (suggestion === null || customer === null) return { kind: "settled", result: { kind: "unknown" } };
  const { customerId } = suggestion;
  if (isFirst) return { kind: "taken", suggestionKey: key, customerId, customerName: customer.name };
  const by = suggestion.memberId;
  const isOpen = suggestion.status === "open" && suggestion.createdAt > madeAfter;
  if (isOpen && by !== null)
    return { kind: "taken-before", by, byName: (await members.find(by))?.name ?? null };
  return { kind: "settled", result: { kind: isOver(suggestion) ? "too-old" : "settled-before", suggestion } };
}
