import type { CustomerCard } from "../../domain/outreach/customer-card.ts";
import type { StepOutputs } from "../../domain/outreach/workflow-step.ts";
import { phrase } from "../../domain/phrase.ts";
import { cautiousPercent } from "../../domain/risk/percent.ts";

/** What the next step of a workflow gets of a customer: nothing that not every member may see. A figure that is not known is left out. */
export function stepOutputs({ customerId, name, ownerName, renewsOn, risk }: CustomerCard): StepOutputs {
  return {
    customer_id: `#${customerId}`,
    customer_name: name,
    risk: riskPhrase(risk),
    ...(risk.kind === "scored" && { risk_percent: cautiousPercent(risk.probability) }),
    ...(ownerName !== null && { owner_name: ownerName }),
    ...(renewsOn !== null && { renews_on: renewsOn }),
  };
}

function riskPhrase(risk: CustomerCard["risk"]) {
  switch (risk.kind) {
    case "scored": {
      const percent = cautiousPercent(risk.probability);
      const day = risk.stopped?.since ?? risk.scoredAt.toISOString().slice(0, 10);
      const isOld = risk.stale || risk.stopped !== undefined;
      return phrase("step.risk", { percent, day: { day }, isOld: isOld ? "yes" : "no" });
    }
    case "no-score":
      return risk.because === null
        ? phrase("step.risk.none")
        : phrase("step.risk.none-because", { because: risk.because });
    case "ended":
      return phrase("step.risk.ended", { day: { day: risk.on } });
    default:
      return phrase("step.risk.none");
  }
}
