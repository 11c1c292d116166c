import { phrase } from "../../phrase.ts";
import { dayOf, wholeDays } from "./days.ts";
import { playbook } from "./playbook.ts";

export const followUpDelivery = playbook({
  key: "follow-up-delivery",
  needs: ["lastDeliveryAt", "lastTouch"],
  priority: "due",
  saves: 0.04,
  minutes: 10,
  restsOnKnownDays: true,
  numbers: {
    // A parcel is opened before it is asked about. Chosen by the product.
    notBeforeDays: { default: 2, least: 0, most: 6, unit: "days" },
    // "Follow-up within 7 days of a purchase or delivery" is the sources' rule.
    withinDays: { default: 7, least: 7, most: 60, unit: "days" },
  },
  step: "follow-up-delivery",
  eligible({ lastDeliveryAt, lastTouch }, now, _kind, { notBeforeDays, withinDays }) {
    if (lastDeliveryAt === null) return null;
    const days = wholeDays(lastDeliveryAt, now);
    if (days < notBeforeDays || days > withinDays) return null;
    if (lastTouch !== null && lastTouch.at > lastDeliveryAt) return null;
    return {
      action: phrase("follow-up-delivery.action"),
      reason: phrase("follow-up-delivery.reason", { days }),
      occasion: dayOf(lastDeliveryAt),
    };
  },
});
