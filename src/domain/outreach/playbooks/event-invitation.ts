import { daysBetween } from "../../calendar.ts";
import { phrase } from "../../phrase.ts";
import { invitationsBegin, NOT_AFTER_DAYS, NOT_BEFORE_DAYS } from "../events.ts";
import { dayOf } from "./days.ts";
import { playbook } from "./playbook.ts";

/** The team plans something, and this customer has not been asked to come. */
export const eventInvitation = playbook({
  key: "event-invitation",
  needs: ["lastTouch", "upcomingEvents"],
  priority: "due",
  saves: 0.03,
  minutes: 5,
  restsOnKnownDays: true,
  eligible({ upcomingEvents, lastTouch }, now) {
    const next = upcomingEvents.find((one) => {
      const days = daysBetween(dayOf(now), one.day);
      if (days > NOT_BEFORE_DAYS || days < NOT_AFTER_DAYS || one.isAnswered) return false;
      return lastTouch === null || lastTouch.at < invitationsBegin(one);
    });
    if (next === undefined) return null;
    const { id, name: event, day, place } = next;
    const days = daysBetween(dayOf(now), day);
    return {
      action: phrase("event-invitation.action", { event }),
      reason:
        place === null
          ? phrase("event-invitation.reason", { event, days })
          : phrase("event-invitation.reason.at", { event, days, place }),
      occasion: `event:${id}`,
    };
  },
});
