import { cliAudit } from "./audit.ts";
import { cliBackup } from "./backup.ts";
import { cliCosts } from "./costs.ts";
import { cliCustomers } from "./customers.ts";
import { cliDemo } from "./demo.ts";
import { cliDrafts } from "./drafts.ts";
import { cliEvaluation } from "./evaluation.ts";
import { cliEvents } from "./events.ts";
import { cliFeedback } from "./feedback.ts";
import { cliGeneral } from "./general.ts";
import { cliImports } from "./imports.ts";
import { cliJobs } from "./jobs.ts";
import { cliLoyalty } from "./loyalty.ts";
import { cliMcp } from "./mcp.ts";
import { cliMembers } from "./members.ts";
import { cliMentions } from "./mentions.ts";
import { cliOutbox } from "./outbox.ts";
import { cliPlaybooks } from "./playbooks.ts";
import { cliPrivacy } from "./privacy.ts";
import { cliProducts } from "./products.ts";
import { cliReplay } from "./replay.ts";
import { cliRisk } from "./risk.ts";
import { cliSources } from "./sources.ts";
import { cliTraceReference } from "./trace-reference.ts";
import { cliValue } from "./value.ts";

/** What the command line alone says; all of it English, since its commands and options are. */
export const cli = {
  ...cliAudit,
  ...cliBackup,
  ...cliCosts,
  ...cliCustomers,
  ...cliDemo,
  ...cliDrafts,
  ...cliEvaluation,
  ...cliEvents,
  ...cliFeedback,
  ...cliGeneral,
  ...cliImports,
  ...cliProducts,
  ...cliJobs,
  ...cliLoyalty,
  ...cliMcp,
  ...cliMembers,
  ...cliMentions,
  ...cliReplay,
  ...cliOutbox,
  ...cliPlaybooks,
  ...cliPrivacy,
  ...cliRisk,
  ...cliSources,
  ...cliTraceReference,
  ...cliValue,
} as const;
