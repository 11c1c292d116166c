import { phrase } from "../../phrase.ts";
import { HIGH_RISK } from "../../risk/bands.ts";
import { dayOf, lastTouchDay } from "./days.ts";
import { playbook } from "./playbook.ts";

/** At high risk a contact is worth making even where no rule of its own calls for one. Whom nudges name is worth it too. */
export const checkIn = playbook({
  key: "check-in",
  needs: ["lastTouch", "score"],
  priority: "last",
  saves: 0.05,
  minutes: 15,
  eligible(facts, now, kind) {
    if (kind === "card" && (facts.score?.probability ?? 0) < HIGH_RISK) return null;
    return {
      action: phrase("check-in.action"),
      reason: phrase("check-in.reason"),
      occasion: `${dayOf(now).slice(0, 7)}:${lastTouchDay(facts)}`,
    };
  },
});
