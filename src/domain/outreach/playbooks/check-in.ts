import { phrase } from "../../phrase.ts";
import { dayOf, lastTouchDay } from "./days.ts";
import { playbook } from "./playbook.ts";

/** At high risk a contact is worth making even where no rule of its own calls for one; nudges know who that is. */
export const checkIn = playbook({
  key: "check-in",
  needs: ["lastTouch"],
  priority: "last",
  only: "nudge",
  eligible: (facts, now) => ({
    action: phrase("check-in.action"),
    reason: phrase("check-in.reason"),
    occasion: `${dayOf(now).slice(0, 7)}:${lastTouchDay(facts)}`,
  }),
});
