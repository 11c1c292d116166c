import type { Playbook } from "./playbook.ts";
import { ago, dayOf, wholeDays } from "./words.ts";

/** "Follow-up within 7 days of a purchase or delivery" is the sources' rule. */
const WITHIN_DAYS = 7;
/** A parcel is opened before it is asked about. Chosen by the product. */
const NOT_BEFORE_DAYS = 2;

export const followUpDelivery: Playbook = {
  name: "follow-up-delivery",
  suggest({ lastDeliveryAt, lastTouch }, now) {
    if (lastDeliveryAt === null) return null;
    const since = wholeDays(lastDeliveryAt, now);
    if (since < NOT_BEFORE_DAYS || since > WITHIN_DAYS) return null;
    if (lastTouch !== null && lastTouch.at > lastDeliveryAt) return null;
    return {
      action: "Ask whether everything arrived as expected",
      reason: `The last delivery was ${ago(since)}.`,
      occasion: dayOf(lastDeliveryAt),
    };
  },
};
