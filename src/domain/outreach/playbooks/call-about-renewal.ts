import { addDays, daysBetween } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { RENEWAL_WITHIN_DAYS } from "../break-through.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/**
 * So many days ahead, latest first: two weeks is the last call, a month leaves time to negotiate, two months to answer a
 * doubt. Chosen by the product.
 */
const STEPS = [
  { days: RENEWAL_WITHIN_DAYS, action: "call-about-renewal.action.last" },
  { days: 30, action: "call-about-renewal.action" },
  { days: 60, action: "call-about-renewal.action.early" },
] as const;

/** A renewal is talked about in three steps; whoever was in touch since a step began has talked about it. */
export const callAboutRenewal = playbook({
  key: "call-about-renewal",
  needs: ["lastTouch"],
  priority: "due",
  saves: 0.12,
  minutes: 30,
  restsOnKnownDays: true,
  eligible({ customer: { renewsOn }, lastTouch }, now) {
    if (renewsOn === null) return null;
    const days = daysBetween(dayOf(now), renewsOn);
    const step = STEPS.find((one) => days <= one.days);
    if (days < 0 || step === undefined) return null;
    if (lastTouch !== null && dayOf(lastTouch.at) >= addDays(renewsOn, -step.days)) return null;
    return {
      action: phrase(step.action),
      reason: phrase("call-about-renewal.reason", { days }),
      occasion: `${renewsOn}:${step.days}`,
    };
  },
});
