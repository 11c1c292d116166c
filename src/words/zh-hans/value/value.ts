import type { value as english } from "../../en/value/value.ts";
import type { Translation } from "../../translation.ts";
import { lists } from "../lists.ts";
import { customerCosts } from "./customer-costs.ts";
import { loyalty } from "./loyalty.ts";
import { metrics } from "./metrics.ts";
import { segmentReport } from "./segment-report.ts";
import { segments } from "./segments.ts";
import { spending } from "./spending.ts";
import { trace } from "./trace.ts";
import { valueAtRisk } from "./value-at-risk.ts";

/** What customers are worth, cost and are divided into. */
export const value: Translation<typeof english> = {
  ...lists,
  ...customerCosts,
  ...loyalty,
  ...metrics,
  ...segments,
  ...segmentReport,
  ...spending,
  ...trace,
  ...valueAtRisk,
};
