import { type Feasts, NO_FEASTS } from "../domain/feasts.ts";
import { PLAYBOOK_KEYS } from "../domain/outreach/playbooks/playbooks.ts";
import { answerStreamStore } from "./asking/answer-streams.ts";
import { askedBeforeStore } from "./asking/asked-before.ts";
import { queryStop } from "./asking/query-stop.ts";
import { costAllocationStore } from "./costs/cost-allocation.ts";
import { costBudgetStore } from "./costs/cost-budgets.ts";
import { costLedgerStore } from "./costs/cost-ledger.ts";
import { costTargetStore } from "./costs/cost-targets.ts";
import { currencyStore } from "./costs/currencies.ts";
import { exchangeRateStore } from "./costs/exchange-rates.ts";
import { hourlyCostStore } from "./costs/hourly-costs.ts";
import { ledgerListStore } from "./costs/ledger-list.ts";
import { recurringCostStore } from "./costs/recurring-costs.ts";
import { tracedCostStore } from "./costs/traced-costs.ts";
import { agentActionStore } from "./customers/agent-actions.ts";
import { agentTokenStore } from "./customers/agent-tokens.ts";
import { auditTrailStore } from "./customers/audit-trail.ts";
import { customerExportStore } from "./customers/customer-export.ts";
import { customerStore } from "./customers/customers.ts";
import { dataSpanStore } from "./customers/data-span.ts";
import { erasedKeyStore } from "./customers/erased-keys.ts";
import { memberRoleStore } from "./customers/member-roles.ts";
import { memberStore } from "./customers/members.ts";
import { moneyReadStore } from "./customers/money-reads.ts";
import { settlementStore } from "./customers/settlements.ts";
import { snoozeStore } from "./customers/snoozes.ts";
import { touchStore } from "./customers/touches.ts";
import { auditStore } from "./database/audit.ts";
import type { Database } from "./database/database.ts";
import { tableSizeStore } from "./database/table-sizes.ts";
import { factStore } from "./facts/facts.ts";
import { cohortStore } from "./figures/cohort.ts";
import { contractsWithoutStartStore } from "./figures/contracts-without-start.ts";
import { customerHistoriesStore } from "./figures/customer-histories.ts";
import { customerMarginStore } from "./figures/customer-margins.ts";
import { shownContractsStore } from "./figures/shown-contracts.ts";
import { tracedPaymentStore } from "./figures/traced-payments.ts";
import { uncountedCustomerStore } from "./figures/uncounted-customers.ts";
import { wonAndLostStore } from "./figures/won-and-lost.ts";
import { activityRowsStore } from "./imports/activity-rows.ts";
import { contractImportStore } from "./imports/contract-import.ts";
import { costImportStore } from "./imports/cost-import.ts";
import { customerJoinStore } from "./imports/customer-joins.ts";
import { customerPairStore } from "./imports/customer-pairs.ts";
import { customerRowsStore } from "./imports/customer-rows.ts";
import { demoRowsStore } from "./imports/demo-rows.ts";
import { hookDeliveriesStore } from "./imports/hook-deliveries.ts";
import { importsStore } from "./imports/imports.ts";
import { recordRowsStore } from "./imports/record-rows.ts";
import { sourceDeletionStore } from "./imports/source-deletions.ts";
import { sourcesStore } from "./imports/sources.ts";
import { undoStore } from "./imports/undo.ts";
import { writeBackStore } from "./imports/write-backs.ts";
import { jobRunStore } from "./jobs/job-runs.ts";
import { accountChannelStore } from "./messages/account-channels.ts";
import { channelSettingStore } from "./messages/channel-settings.ts";
import { customerErasureStore } from "./messages/customer-erasure.ts";
import { drawingStore } from "./messages/drawings.ts";
import { feedbackAnswerStore } from "./messages/feedback-answers.ts";
import { handledRequestStore } from "./messages/handled-requests.ts";
import { handoverStore } from "./messages/handovers.ts";
import { mentionAlertStore } from "./messages/mention-alerts.ts";
import { messageInputStore } from "./messages/message-inputs.ts";
import { outboxStore } from "./messages/outbox.ts";
import { overrideNoteStore } from "./messages/override-notes.ts";
import { postMortemStore } from "./messages/post-mortems.ts";
import { receiptStore } from "./messages/receipts.ts";
import { redrawStore } from "./messages/redraws.ts";
import { requestTraceStore } from "./messages/request-traces.ts";
import { sentMessageStore } from "./messages/sent-messages.ts";
import { snoozeNoteStore } from "./messages/snooze-notes.ts";
import { workspaceSetupStore } from "./messages/workspace-setup.ts";
import { atRiskStore } from "./outreach/at-risk.ts";
import { customerSampleStore } from "./outreach/customer-sample.ts";
import { doNotDisturbStore } from "./outreach/do-not-disturb.ts";
import { draftContactStore } from "./outreach/draft-contacts.ts";
import { draftTemplateStore } from "./outreach/draft-templates.ts";
import { dueFollowUpStore } from "./outreach/due-follow-ups.ts";
import { eventStore } from "./outreach/events.ts";
import { feedbackLoopStore } from "./outreach/feedback-loops.ts";
import { feedbackRequestStore } from "./outreach/feedback-requests.ts";
import { historyStore } from "./outreach/history.ts";
import { holdOutStore } from "./outreach/hold-outs.ts";
import { homeAccountStore } from "./outreach/home-accounts.ts";
import { homeVisitStore } from "./outreach/home-visits.ts";
import { memberWeekStore } from "./outreach/member-week.ts";
import { mentionStore } from "./outreach/mentions.ts";
import { nudgePreferenceStore } from "./outreach/nudge-preferences.ts";
import { openNudgeStore } from "./outreach/open-nudges.ts";
import { overrideStore } from "./outreach/overrides.ts";
import { ownerlessStore } from "./outreach/ownerless.ts";
import { playbookCaseStore } from "./outreach/playbook-cases.ts";
import { playbookEffectStore } from "./outreach/playbook-effects.ts";
import { playbookSettingStore } from "./outreach/playbook-settings.ts";
import { riskEventStore } from "./outreach/risk-events.ts";
import { riskListStore } from "./outreach/risk-list.ts";
import { suggestionStore } from "./outreach/suggestions.ts";
import { undeliveredStore } from "./outreach/undelivered.ts";
import { workflowStepStore } from "./outreach/workflow-steps.ts";
import { productPairStore } from "./products/product-pairs.ts";
import { purchaseDayStore } from "./products/purchase-days.ts";
import { attributeDecisionStore } from "./risk/attribute-decisions.ts";
import { featureStore } from "./risk/features.ts";
import { givenScoreStore } from "./risk/given-scores.ts";
import { labelStore } from "./risk/labels.ts";
import { modelVersionStore } from "./risk/model-versions.ts";
import { newDataStore } from "./risk/new-data.ts";
import { oldScoreStore } from "./risk/old-scores.ts";
import { scoreBasisStore } from "./risk/score-basis.ts";
import { scoreHistoryStore } from "./risk/score-history.ts";
import { scoreStore } from "./risk/scores.ts";
import { sourceDayStore } from "./risk/source-days.ts";
import { peopleFirst } from "./shared-work/people-first.ts";
import { sharedRunStore } from "./shared-work/shared-runs.ts";
import { sharedWork } from "./shared-work/shared-work.ts";
import { fileSegmentStore } from "./value/file-segments.ts";
import { loyaltyDueStore } from "./value/loyalty/loyalty-due.ts";
import { loyaltyLedger } from "./value/loyalty/loyalty-ledger.ts";
import { metricStore } from "./value/metrics.ts";
import { tracedServiceStore } from "./value/traced-service.ts";
import { valueStore } from "./value/value.ts";
import { valueTierStore } from "./value/value-tiers.ts";
import { worthStore } from "./value/worth.ts";

export type Store = ReturnType<typeof createStore>;

/**
 * Everything that is kept, by the name under which flows ask for it.
 * @param timeZone where the team is, for facts that are read by day
 * @param feasts what the customers' countries celebrate
 */
export function createStore(database: Database, timeZone = "UTC", feasts: Feasts = NO_FEASTS) {
  const people = peopleFirst();
  const work = sharedWork(sharedRunStore(database), people);
  return {
    activityRows: activityRowsStore(database),
    agentActions: agentActionStore(database),
    agentTokens: agentTokenStore(database),
    attributeDecisions: attributeDecisionStore(database),
    audit: auditStore(database),
    auditTrail: auditTrailStore(database),
    accountChannels: accountChannelStore(database),
    channelSettings: channelSettingStore(database),
    contractImport: contractImportStore(database),
    contractsWithoutStart: contractsWithoutStartStore(database),
    costAllocation: costAllocationStore(database, work),
    costBudgets: costBudgetStore(database),
    costImport: costImportStore(database),
    costLedger: costLedgerStore(database),
    costTargets: costTargetStore(database, PLAYBOOK_KEYS),
    ledgerList: ledgerListStore(database),
    currencies: currencyStore(database),
    customerErasure: customerErasureStore(database),
    customerExport: customerExportStore(database),
    customerHistories: customerHistoriesStore(database),
    customerJoins: customerJoinStore(database),
    customerMargins: customerMarginStore(database),
    customerPairs: customerPairStore(database),
    customerRows: customerRowsStore(database),
    customers: customerStore(database),
    customerSample: customerSampleStore(database),
    dataSpan: dataSpanStore(database),
    demoRows: demoRowsStore(database),
    drawings: drawingStore(database),
    erasedKeys: erasedKeyStore(database),
    events: eventStore(database),
    draftContacts: draftContactStore(database),
    draftTemplates: draftTemplateStore(database),
    exchangeRates: exchangeRateStore(database),
    facts: factStore(database, timeZone, feasts),
    features: featureStore(database),
    feedbackAnswers: feedbackAnswerStore(database),
    feedbackLoops: feedbackLoopStore(database),
    feedbackRequests: feedbackRequestStore(database),
    fileSegments: fileSegmentStore(database),
    givenScores: givenScoreStore(database),
    handledRequests: handledRequestStore(database),
    requestTraces: requestTraceStore(database),
    doNotDisturb: doNotDisturbStore(database),
    handovers: handoverStore(database),
    history: historyStore(database),
    answerStreams: answerStreamStore(database),
    queryStop,
    askedBefore: askedBeforeStore(database),
    atRisk: atRiskStore(database),
    hookDeliveries: hookDeliveriesStore(database),
    holdOuts: holdOutStore(database),
    dueFollowUps: dueFollowUpStore(database),
    homeAccounts: homeAccountStore(database),
    memberWeek: memberWeekStore(database),
    homeVisits: homeVisitStore(database),
    hourlyCosts: hourlyCostStore(database),
    imports: importsStore(database),
    undos: undoStore(database),
    jobRuns: jobRunStore(database),
    labels: labelStore(database),
    loyalty: loyaltyLedger(database),
    loyaltyDue: loyaltyDueStore(database),
    members: memberStore(database),
    memberRoles: memberRoleStore(database),
    mentionAlerts: mentionAlertStore(database),
    mentions: mentionStore(database),
    messageInputs: messageInputStore(database),
    moneyReads: moneyReadStore(database, timeZone),
    metrics: metricStore(database),
    modelVersions: modelVersionStore(database),
    newData: newDataStore(database),
    nudgePreferences: nudgePreferenceStore(database),
    oldScores: oldScoreStore(database),
    openNudges: openNudgeStore(database),
    outbox: outboxStore(database),
    overrideNotes: overrideNoteStore(database),
    overrides: overrideStore(database),
    ownerless: ownerlessStore(database),
    playbookCases: playbookCaseStore(database),
    postMortems: postMortemStore(database),
    playbookEffects: playbookEffectStore(database),
    playbookSettings: playbookSettingStore(database),
    productPairs: productPairStore(database),
    purchaseDays: purchaseDayStore(database),
    recordRows: recordRowsStore(database),
    recurringCosts: recurringCostStore(database),
    receipts: receiptStore(database),
    redraws: redrawStore(database),
    cohorts: cohortStore(database),
    riskEvents: riskEventStore(database),
    riskList: riskListStore(database),
    scoreBasis: scoreBasisStore(database),
    scoreHistory: scoreHistoryStore(database),
    scores: scoreStore(database),
    sentMessages: sentMessageStore(database),
    settlements: settlementStore(database),
    people,
    sharedWork: work,
    shownContracts: shownContractsStore(database),
    snoozeNotes: snoozeNoteStore(database),
    snoozes: snoozeStore(database),
    sourceDeletions: sourceDeletionStore(database),
    sourceDays: sourceDayStore(database),
    sources: sourcesStore(database),
    suggestions: suggestionStore(database),
    tableSizes: tableSizeStore(database),
    touches: touchStore(database),
    tracedCosts: tracedCostStore(database),
    tracedPayments: tracedPaymentStore(database),
    tracedService: tracedServiceStore(database),
    value: valueStore(database),
    valueTiers: valueTierStore(database),
    uncounted: uncountedCustomerStore(database, timeZone, people),
    undelivered: undeliveredStore(database),
    workflowSteps: workflowStepStore(database),
    workspaceSetup: workspaceSetupStore(database),
    wonAndLost: wonAndLostStore(database),
    worth: worthStore(database),
    writeBacks: writeBackStore(database),
  };
}
