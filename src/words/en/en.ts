import { accountChannels } from "./account-channels.ts";
import { asking } from "./asking.ts";
import { atRisk } from "./at-risk.ts";
import { charts } from "./charts.ts";
import { cli } from "./cli/cli.ts";
import { costSummary } from "./cost-summary.ts";
import { costs } from "./costs.ts";
import { customerCard } from "./customer-card.ts";
import { drafts } from "./drafts.ts";
import { duplicates } from "./duplicates.ts";
import { events } from "./events.ts";
import { feedback } from "./feedback.ts";
import { figures } from "./figures.ts";
import { health } from "./health.ts";
import { history } from "./history.ts";
import { home } from "./home.ts";
import { imports } from "./imports.ts";
import { importsInSlack } from "./imports-in-slack.ts";
import { mcp } from "./mcp.ts";
import { mentions } from "./mentions.ts";
import { messages } from "./messages.ts";
import { notices } from "./notices.ts";
import { nudgeSettings } from "./nudge-settings.ts";
import { objects } from "./objects.ts";
import { outreach } from "./outreach.ts";
import { overrides } from "./overrides.ts";
import { playbookSettings } from "./playbook-settings.ts";
import { postMortems } from "./post-mortems.ts";
import { products } from "./products.ts";
import { risk } from "./risk.ts";
import { riskEvaluation } from "./risk-evaluation.ts";
import { riskFeatures } from "./risk-features.ts";
import { riskModel } from "./risk-model.ts";
import { riskReasons } from "./risk-reasons.ts";
import { riskReasonsKept } from "./risk-reasons-kept.ts";
import { riskTraining } from "./risk-training.ts";
import { setup } from "./setup.ts";
import { sources } from "./sources.ts";
import { steps } from "./steps.ts";
import { undelivered } from "./undelivered.ts";
import { uplift } from "./uplift.ts";
import { value } from "./value/value.ts";

/** Every phrase in English, as an ICU message, by its code. */
export const en = {
  ...accountChannels,
  ...asking,
  ...atRisk,
  ...charts,
  ...cli,
  ...costSummary,
  ...costs,
  ...customerCard,
  ...events,
  ...feedback,
  ...drafts,
  ...duplicates,
  ...figures,
  ...health,
  ...history,
  ...home,
  ...imports,
  ...importsInSlack,
  ...mcp,
  ...mentions,
  ...messages,
  ...notices,
  ...objects,
  ...nudgeSettings,
  ...outreach,
  ...postMortems,
  ...playbookSettings,
  ...overrides,
  ...products,
  ...risk,
  ...riskEvaluation,
  ...riskFeatures,
  ...riskModel,
  ...riskReasons,
  ...riskReasonsKept,
  ...riskTraining,
  ...setup,
  ...sources,
  ...steps,
  ...undelivered,
  ...uplift,
  ...value,
} as const;
