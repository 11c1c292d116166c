import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

/** "Follow-up within 7 days of a purchase or delivery" is the sources' rule. */
const WITHIN_DAYS = 7;
/** A parcel is opened before it is asked about. Chosen by the product. */
const NOT_BEFORE_DAYS = 2;

export const followUpDelivery = playbook({
  key: "follow-up-delivery",
  needs: ["lastDeliveryAt", "lastTouch"],
  priority: "due",
  saves: 0.04,
  minutes: 10,
  restsOnKnownDays: true,
  step: "follow-up-delivery",
  eligible({ lastDeliveryAt, lastTouch }, now) {
    if (lastDeliveryAt === null) return null;
    const days = wholeDays(lastDeliveryAt, now);
    if (days < NOT_BEFORE_DAYS || days > WITHIN_DAYS) return null;
    if (lastTouch !== null && lastTouch.at > lastDeliveryAt) return null;
    return {
      action: phrase("follow-up-delivery.action"),
      reason: phrase("follow-up-delivery.reason", { days }),
      occasion: dayOf(lastDeliveryAt),
    };
  },
});
