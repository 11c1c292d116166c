/** What an erasure does with what stands in a table's columns of text, JSON and bytes. */
export type ColumnTreatment = {
  /** Codes, numbers of documents and what is about the team: they name nobody. Where a name stands in one all the same, it is said. */
  readonly kept?: readonly string[];
  /** In the rows that are theirs: by the SQL of what stands there from then on. */
  readonly cleared?: Readonly<Record<string, string>>;
  /** As `cleared`, and a hash is kept by which an import knows it again. */
  readonly hashed?: Readonly<Record<string, string>>;
  /** Names, e-mails and phones are replaced in whatever row they stand. */
  readonly searched?: readonly string[];
  /** Rewritten by a rule of its own; see `erasure.ts`. */
  readonly rewritten?: readonly string[];
  /** The rows that are theirs go. */
  readonly removed?: readonly string[];
};

const ERASED = "'(erased)'";
const NUMBERS_ALONE = `(SELECT COALESCE(jsonb_object_agg(key, value), '{}') FROM jsonb_each(t.details)
    WHERE jsonb_typeof(value) IN ('number', 'boolean'))`;

/** Of each table, every column of text, JSON or bytes. A test finds one that is missing. */
export const PERSONAL_COLUMNS: Readonly<Record<string, ColumnTreatment>> = {
  members: {
    kept: ["slack_user_id", "name", "email", "role", "role_group", "time_zone", "locale", "account"],
  },
  customers: {
    hashed: { external_id: "'erased-' || t.id" },
    cleared: {
      name: "'Erased customer ' || t.id",
      domain: "NULL",
      attributes: "'{}'",
      search_keys: "'{}'",
      search_text: "''",
    },
    kept: ["source", "owner_email", "segment", "currency", "country", "language", "filled", "snoozed_by"],
  },
  customer_joins: { kept: ["joined_by"], rewritten: ["why"] },
  customer_pairs: { removed: ["status", "why", "decided_by"] },
  known_attributes: { removed: ["attributes"] },
  attribute_decisions: { kept: ["name", "decision", "decided_by"] },
  contacts: {
    hashed: { external_id: "", email: "" },
    removed: ["source", "name", "role", "phone", "preferred_channel", "language"],
  },
  activities: {
    cleared: { note: "NULL" },
    kept: ["source", "external_id", "kind", "currency", "category", "document"],
  },
  source_days: { kept: ["source"] },
  tickets: {
    cleared: { subject: ERASED },
    searched: ["subject"],
    kept: ["source", "external_id", "severity"],
  },
  feedback: { cleared: { comment: "NULL" }, searched: ["comment"], kept: ["source", "external_id", "kind"] },
  feedback_requests: {
    cleared: { token_hash: "'erased-' || t.id" },
    kept: ["kind", "language", "asked_by"],
  },
  draft_templates: { searched: ["subject", "body", "chat"], kept: ["playbook", "language", "set_by"] },
  touches: {
    cleared: { note: "NULL" },
    searched: ["note"],
    kept: ["source", "external_id", "member_id", "channel", "outcome"],
  },
  mentions: {
    cleared: { author: "NULL", text: ERASED, url: "NULL" },
    searched: ["author", "text", "url"],
    kept: ["source", "external_id", "network", "sentiment_label", "sentiment_by", "settled_by"],
  },
  products: { kept: ["source", "external_id", "name", "category", "currency"] },
  events: { searched: ["name", "place"], kept: ["audience", "audience_of", "set_by"] },
  product_pairs: { kept: ["product", "other"] },
  cost_entries: {
    cleared: { note: "NULL" },
    searched: ["note"],
    rewritten: ["applies_to"],
    kept: ["source", "external_id", "category", "subcategory", "kind", "currency", "driver", "created_by"],
  },
  recurring_costs: {
    cleared: { note: "NULL" },
    searched: ["note"],
    rewritten: ["applies_to"],
    kept: ["every", "category", "subcategory", "kind", "currency", "driver", "created_by"],
  },
  cost_closings: { kept: ["closed_by"] },
  hourly_costs: { kept: ["member_id", "currency", "set_by"] },
  exchange_rates: { kept: ["from_currency", "to_currency", "set_by"] },
  contracts: { kept: ["external_id"] },
  named_contracts: { kept: ["external_id"] },
  named_contract_prices: { kept: ["currency"] },
  contract_prices: { kept: ["currency"] },
  revenue_adjustments: { kept: ["currency", "why"] },
  closed_customer_facts: { kept: ["segment", "owner_email", "country", "currency"] },
  cost_budgets: { kept: ["scope", "currency", "set_by"] },
  scores: { rewritten: ["silence", "levers", "reasons"] },
  value_tiers: { kept: ["tier"] },
  uncounted_customers: { kept: ["because"] },
  model_versions: {
    kept: [
      "serves",
      "settings",
      "metrics",
      "artifact",
      "artifact_hash",
      "decision",
      "reliability",
      "input_bins",
    ],
  },
  suggestions: {
    cleared: { why_not_note: "NULL" },
    searched: ["why_not_note"],
    rewritten: ["action", "reason", "more_pressing"],
    kept: [
      ...["key", "kind", "member_id", "playbook", "status", "settled_by", "message_key", "why_not"],
      ...["closed_because", "handed_to"],
    ],
  },
  playbook_cases: { kept: ["playbook", "occasion", "kind", "passed_over", "suggestion_key"] },
  playbook_effects: { kept: ["playbook", "origin"] },
  hold_outs: { kept: ["quarter", "salt"] },
  playbook_settings: { kept: ["playbook", "mode", "numbers", "gift_currency", "set_by"] },
  account_channels: { kept: ["channel_id", "linked_by", "stopped_because"] },
  channel_settings: { kept: ["channel_id", "time_zone", "locale", "set_by"] },
  overrides: {
    cleared: { because: ERASED },
    searched: ["because"],
    kept: ["says", "made_by", "ended_because", "outcome"],
  },
  do_not_disturb: {
    cleared: { because: "NULL" },
    searched: ["because"],
    kept: ["segment", "playbook", "status", "evidence", "quarter", "set_by", "decided_by"],
  },
  nudge_preferences: { kept: ["member_id", "frequency", "country"] },
  nudge_turns: { kept: ["member_id"] },
  outbox: {
    rewritten: ["message"],
    searched: ["message", "last_error"],
    kept: ["key", "kind", "recipient", "status", "channel_id", "ts", "thread_of", "request_id"],
  },
  message_inputs: { removed: ["message_key", "inputs"] },
  message_drawings: {
    cleared: { body: "NULL", answers: "'[]'" },
    kept: ["message_key", "purpose", "locale", "template_version", "digest"],
  },
  post_mortems: { kept: ["message_keys"] },
  post_mortem_notes: { cleared: { note: ERASED }, searched: ["note"], kept: ["external_id", "member_id"] },
  table_sizes: { kept: ["name"] },
  job_runs: { searched: ["outcome"], kept: ["job", "period", "status"] },
  job_marks: { kept: ["job", "time_zone", "accounted_to"] },
  missed_periods: { kept: ["job", "time_zone", "first_period", "last_period"] },
  imports: {
    searched: ["file_name", "header"],
    kept: ["preset", "source", "sha256", "status", "delimiter"],
  },
  rejected_rows: { rewritten: ["raw", "problems"], searched: ["problems"], kept: ["reason"] },
  sources: { kept: ["name", "kind", "settings"] },
  source_cursors: { searched: ["failure"], kept: ["source", "stream", "cursor"] },
  loyalty_programmes: { kept: ["rules", "set_by"] },
  loyalty_entries: {
    cleared: { reason: "NULL" },
    searched: ["reason"],
    kept: ["key", "kind", "lot", "source", "external_id", "document", "by"],
  },
  hook_deliveries: {
    rewritten: ["body"],
    searched: ["last_error"],
    kept: ["source", "delivery_id", "headers", "state"],
  },
  hook_versions: { removed: ["source", "stream", "external_id"] },
  hook_refusals: { kept: ["source", "because"] },
  write_back_settings: { kept: ["source", "fields"] },
  write_backs: { removed: ["source", "band", "state"] },
  delivery_attempts: { searched: ["error"], kept: ["message_key", "outcome"] },
  handled_requests: { rewritten: ["body"], searched: ["what"], kept: ["id", "user_id"] },
  request_failures: { searched: ["what"], kept: ["reference", "request_id", "user_id"] },
  agent_actions: { removed: ["id", "caller", "action"] },
  agent_tokens: { kept: ["token_hash", "member_id", "name"] },
  audit_events: { cleared: { details: NUMBERS_ALONE }, searched: ["details"], kept: ["actor", "action"] },
  asked_before: { removed: ["conversation", "member_id", "intent"] },
  workflow_steps: {
    cleared: { outcome: "NULL" },
    searched: ["outcome"],
    kept: ["execution_id", "step", "member_id"],
  },
  shared_runs: { kept: ["kind", "settings", "topic", "leader"] },
  shared_ranges: { kept: ["result"] },
  answer_streams: { kept: ["request_id", "channel_id", "ts"] },
  workspace_setup: { kept: ["offered_to", "declined_by", "posting_set_by"] },
  money_reads: { kept: ["member_id", "surface"] },
  erased_keys: { kept: ["hash", "kind"] },
};

/** Columns that hold JSON. */
export const JSON_COLUMNS: ReadonlySet<string> = new Set([
  ...["outbox.message", "outbox.last_error", "job_runs.outcome", "rejected_rows.problems"],
  ...["source_cursors.failure", "hook_deliveries.last_error", "audit_events.details"],
  ...["delivery_attempts.error", "workflow_steps.outcome"],
]);
