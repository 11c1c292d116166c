import { activityRowsStore } from "./activity-rows.ts";
import { auditStore } from "./audit.ts";
import { channelSettingStore } from "./channel-settings.ts";
import { costAllocationStore } from "./cost-allocation.ts";
import { costBudgetStore } from "./cost-budgets.ts";
import { costImportStore } from "./cost-import.ts";
import { costLedgerStore } from "./cost-ledger.ts";
import { costTargetStore } from "./cost-targets.ts";
import { customerRowsStore } from "./customer-rows.ts";
import { customerStore } from "./customers.ts";
import { dataSpanStore } from "./data-span.ts";
import type { Database } from "./database.ts";
import { demoRowsStore } from "./demo-rows.ts";
import { exchangeRateStore } from "./exchange-rates.ts";
import { featureStore } from "./features.ts";
import { givenScoreStore } from "./given-scores.ts";
import { handledRequestStore } from "./handled-requests.ts";
import { hourlyCostStore } from "./hourly-costs.ts";
import { importsStore } from "./imports.ts";
import { jobRunStore } from "./job-runs.ts";
import { labelStore } from "./labels.ts";
import { memberStore } from "./members.ts";
import { metricStore } from "./metrics.ts";
import { modelVersionStore } from "./model-versions.ts";
import { newDataStore } from "./new-data.ts";
import { outboxStore } from "./outbox.ts";
import { recurringCostStore } from "./recurring-costs.ts";
import { retentionStore } from "./retention.ts";
import { riskListStore } from "./risk-list.ts";
import { scoreHistoryStore } from "./score-history.ts";
import { scoreStore } from "./scores.ts";
import { sourceDayStore } from "./source-days.ts";
import { suggestionStore } from "./suggestions.ts";
import { touchStore } from "./touches.ts";
import { valueStore } from "./value.ts";

export type Store = ReturnType<typeof createStore>;

/** Everything that is kept, by the name under which flows ask for it. */
export function createStore(database: Database) {
  return {
    activityRows: activityRowsStore(database),
    audit: auditStore(database),
    channelSettings: channelSettingStore(database),
    costAllocation: costAllocationStore(database),
    costBudgets: costBudgetStore(database),
    costImport: costImportStore(database),
    costLedger: costLedgerStore(database),
    costTargets: costTargetStore(database),
    customerRows: customerRowsStore(database),
    customers: customerStore(database),
    dataSpan: dataSpanStore(database),
    demoRows: demoRowsStore(database),
    exchangeRates: exchangeRateStore(database),
    features: featureStore(database),
    givenScores: givenScoreStore(database),
    handledRequests: handledRequestStore(database),
    hourlyCosts: hourlyCostStore(database),
    imports: importsStore(database),
    jobRuns: jobRunStore(database),
    labels: labelStore(database),
    members: memberStore(database),
    metrics: metricStore(database),
    modelVersions: modelVersionStore(database),
    newData: newDataStore(database),
    outbox: outboxStore(database),
    recurringCosts: recurringCostStore(database),
    retention: retentionStore(database),
    riskList: riskListStore(database),
    scoreHistory: scoreHistoryStore(database),
    scores: scoreStore(database),
    sourceDays: sourceDayStore(database),
    suggestions: suggestionStore(database),
    touches: touchStore(database),
    value: valueStore(database),
  };
}
