import { daysBetween } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { dayOf, lastTouchDay } from "./days.ts";
import { playbook } from "./playbook.ts";

export const callAboutRenewal = playbook({
  key: "call-about-renewal",
  needs: ["lastTouch"],
  priority: "due",
  saves: 0.12,
  minutes: 30,
  restsOnKnownDays: true,
  // A renewal is talked about two months ahead, so that a doubt can still be answered. Chosen by the product.
  numbers: { noticeDays: { default: 60, least: 7, most: 365, unit: "days" } },
  eligible(facts, now, _kind, { noticeDays }) {
    const { renewsOn } = facts.customer;
    if (renewsOn === null) return null;
    const days = daysBetween(dayOf(now), renewsOn);
    if (days < 0 || days > noticeDays) return null;
    return {
      action: phrase("call-about-renewal.action"),
      reason: phrase("call-about-renewal.reason", { days }),
      occasion: `${renewsOn}:${lastTouchDay(facts)}`,
    };
  },
});
