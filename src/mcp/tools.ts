import type { Tool } from "./tool.ts";
import { costReport } from "./tools/cost-report.ts";
import { customerCard } from "./tools/customer-card.ts";
import { findCustomer } from "./tools/find-customer.ts";
import { logTouch } from "./tools/log-touch.ts";
import { retentionReport } from "./tools/retention-report.ts";
import { snooze } from "./tools/snooze.ts";
import { whatWouldHelp } from "./tools/what-would-help.ts";
import { whoIsAtRisk } from "./tools/who-is-at-risk.ts";
import { why } from "./tools/why.ts";

/** Everything a program can ask for on a member's behalf: one line each. */
export const TOOLS: readonly Tool[] = [
  findCustomer,
  customerCard,
  whoIsAtRisk,
  why,
  whatWouldHelp,
  retentionReport,
  costReport,
  logTouch,
  snooze,
];
