import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { addCostForm, type CostFormDeps, checkCostForm, openCostForm } from "../../flows/costs/cost-form.ts";
import { type ShowCostsDeps, showCosts } from "../../flows/costs/show-costs.ts";
import { type KnowMemberDeps, knowMember } from "../../flows/customers/know-member.ts";
import { type LogTouchDeps, logTouch, type TouchForm } from "../../flows/customers/log-touch.ts";
import { type LookUpCustomerDeps, lookUpCustomer } from "../../flows/customers/look-up-customer.ts";
import { type SnoozeCustomerDeps, snoozeCustomer } from "../../flows/customers/snooze-customer.ts";
import { type SetChannelDeps, setChannel } from "../../flows/messages/set-channel.ts";
import { type ExplainRiskDeps, explainRisk } from "../../flows/outreach/explain-risk.ts";
import { type KeepSuggestionDeps, keepSuggestion } from "../../flows/outreach/keep-suggestion.ts";
import { type LoadCustomerCardDeps, loadCustomerCard } from "../../flows/outreach/load-customer-card.ts";
import { type LoadHomeDeps, loadHome } from "../../flows/outreach/load-home.ts";
import { type OpenFormDeps, openForm } from "../../flows/outreach/open-form.ts";
import { type SettleSuggestionDeps, settleSuggestion } from "../../flows/outreach/settle-suggestion.ts";
import { type ShareCardDeps, shareCard } from "../../flows/outreach/share-card.ts";
import {
  type ExplainMovementDeps,
  explainMovement,
  movementNote,
} from "../../flows/risk/explanation/explain-movement.ts";
import { type LoadModelReportDeps, loadModelReport } from "../../flows/risk/load-model-report.ts";
import { type ShowCustomerCostsDeps, showCustomerCosts } from "../../flows/value/show-customer-costs.ts";
import { type ShowSegmentsDeps, showSegments } from "../../flows/value/show-segments.ts";

/** What the flows behind Slack need: the stores by name, the workspace and the clock. */
export type SlackFlowDeps = KnowMemberDeps &
  CostFormDeps &
  LookUpCustomerDeps &
  LoadCustomerCardDeps &
  KeepSuggestionDeps &
  OpenFormDeps &
  LogTouchDeps &
  SnoozeCustomerDeps &
  SettleSuggestionDeps &
  ExplainRiskDeps &
  ExplainMovementDeps &
  ShareCardDeps &
  LoadHomeDeps &
  LoadModelReportDeps &
  SetChannelDeps &
  ShowCostsDeps &
  ShowCustomerCostsDeps &
  ShowSegmentsDeps & { readonly clock: Clock };

export type SlackFlows = ReturnType<typeof slackFlows>;
type Request<Flow extends (deps: never, request: never) => unknown> = Parameters<Flow>[1];

/** The flows as handlers call them. */
export function slackFlows(deps: SlackFlowDeps) {
  return {
    knowMember: (slackUserId: string) => knowMember(deps, slackUserId),
    lookUpCustomer: (typed: string) => lookUpCustomer(deps, typed),
    loadCustomerCard: (request: Request<typeof loadCustomerCard>) => loadCustomerCard(deps, request),
    openCostForm: (member: Member) => openCostForm(deps, member),
    checkCostForm: (request: Request<typeof checkCostForm>) => checkCostForm(deps, request),
    addCostForm: (request: Request<typeof addCostForm>) => addCostForm(deps, request),
    keepSuggestion: (shown: Request<typeof keepSuggestion>) => keepSuggestion(deps, shown),
    openForm: (request: Request<typeof openForm>) => openForm(deps, request),
    logTouch: (form: TouchForm) => logTouch(deps, form),
    snoozeCustomer: (request: Request<typeof snoozeCustomer>) => snoozeCustomer(deps, request),
    settleSuggestion: (request: Request<typeof settleSuggestion>) => settleSuggestion(deps, request),
    explainRisk: (request: Request<typeof explainRisk>) => explainRisk(deps, request),
    /** Why the score moved since the one a card compares it with; null where there is nothing to compare. */
    explainMovement: async (customerId: number) =>
      movementNote(await explainMovement(deps, { customerId, now: deps.clock() })),
    shareCard: (request: Request<typeof shareCard>) => shareCard(deps, request),
    loadHome: (member: Member) => loadHome(deps, member),
    loadModelReport: () => loadModelReport(deps),
    showCosts: (request: Request<typeof showCosts>) => showCosts(deps, request),
    showCustomerCosts: (request: Request<typeof showCustomerCosts>) => showCustomerCosts(deps, request),
    showSegments: (request: Request<typeof showSegments>) => showSegments(deps, request),
    setChannel: (request: Request<typeof setChannel>) => setChannel(deps, request),
  };
}
