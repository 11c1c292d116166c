import { daysBetween } from "../../calendar.ts";
import type { Playbook } from "./playbook.ts";
import { dayOf, days, lastTouchDay } from "./words.ts";

/** A renewal is talked about two months ahead, so that a doubt can still be answered. Chosen by the product. */
const NOTICE_DAYS = 60;

export const callAboutRenewal: Playbook = {
  name: "call-about-renewal",
  suggest(facts, now) {
    const { renewsOn } = facts.customer;
    if (renewsOn === null) return null;
    const left = daysBetween(dayOf(now), renewsOn);
    if (left < 0 || left > NOTICE_DAYS) return null;
    return {
      action: "Call about the renewal",
      reason: left === 0 ? "The contract renews today." : `The contract renews in ${days(left)}.`,
      occasion: `${renewsOn}:${lastTouchDay(facts)}`,
    };
  },
};
