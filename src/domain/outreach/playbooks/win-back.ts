import { addDays, type Day, daysBetween } from "../../calendar.ts";
import { MS_PER_DAY } from "../../clock.ts";
import { hasContract, hasEnded } from "../../customer.ts";
import { tellsWhyEnded } from "../../customers/end-reason.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { LAPSED_AFTER_DAYS } from "../../risk/bands.ts";
import type { Facts } from "../facts.ts";
import { dayOf, lastTouchDay, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** While those who worked with them still remember: until then a loss is looked into, and only after it won back. */
export const REMEMBERED_DAYS = 30;
/** Afterwards they have long settled elsewhere. Both chosen by the product. */
export const WINNABLE_DAYS = 365;
/** Whoever was asked within a month has been asked. Chosen by the product. */
const QUIET_DAYS = 30;

/** Somebody left, or has not bought for so long that it comes to the same: the one thing to say about them. */
export const winBack = playbook({
  key: "win-back",
  needs: ["lastPurchaseAt", "lastTouch", "resting"],
  priority: "due",
  // Few come back, and the hold-out will say how few.
  saves: 0.03,
  minutes: 20,
  restsOnKnownDays: true,
  forWhoLeft: true,
  eligible(facts, now) {
    const left = ended(facts, now) ?? lapsed(facts, now);
    if (left === null) return null;
    const days = daysBetween(left.on, dayOf(now));
    if (days <= REMEMBERED_DAYS || days > WINNABLE_DAYS) return null;
    if (facts.lastTouch !== null && wholeDays(facts.lastTouch.at, now) < QUIET_DAYS) return null;
    return {
      action: phrase("ended.win-back"),
      reason: left.reason,
      occasion: `${left.on}:${lastTouchDay(facts)}`,
    };
  },
});

type Left = { readonly on: Day; readonly reason: Phrase };

/** Where they have bought since, the end itself is in doubt, which their card says. */
function ended({ customer, lastPurchaseAt }: Facts<"lastPurchaseAt">, now: Date): Left | null {
  const { endedOn, attributes } = customer;
  if (endedOn === null || !hasEnded(customer, now)) return null;
  if (lastPurchaseAt !== null && dayOf(lastPurchaseAt) > endedOn) return null;
  const days = daysBetween(endedOn, dayOf(now));
  const said = Object.entries(attributes).find(
    ([column, text]) => tellsWhyEnded(column) && text.trim() !== "",
  );
  return {
    on: endedOn,
    reason:
      said === undefined
        ? phrase("win-back.reason", { days })
        : phrase("win-back.said", { days, reason: said[1].trim() }),
  };
}

/** Where data have stopped nobody knows who is silent. */
function lapsed(facts: Facts<"lastPurchaseAt" | "resting">, now: Date): Left | null {
  const { lastPurchaseAt, resting } = facts;
  if (lastPurchaseAt === null || resting?.stopped || !hasLapsed(facts, now)) return null;
  const days = wholeDays(lastPurchaseAt, now);
  return {
    on: addDays(dayOf(lastPurchaseAt), LAPSED_AFTER_DAYS),
    reason: phrase("win-back.lapsed", { days }),
  };
}

/** Whether somebody without a contract has not bought for so long that they have left, as nudges take it. */
export function hasLapsed({ customer, lastPurchaseAt }: Facts<"lastPurchaseAt">, now: Date): boolean {
  if (lastPurchaseAt === null || hasContract(customer)) return false;
  return now.getTime() - lastPurchaseAt.getTime() > LAPSED_AFTER_DAYS * MS_PER_DAY;
}
