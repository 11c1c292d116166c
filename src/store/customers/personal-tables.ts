/** How rows of a table are found that are a customer's or name them. */
export type PersonalTable = {
  readonly table: string;
  /** The condition on `t`; `family` holds the ids of the customer and of those joined into them. */
  readonly where: string;
  /** What of a row is handed out; left out: all of it. */
  readonly row?: string;
};

/** Why a table holds nothing that is handed out with a customer; each has words. */
export type NotHandedOut = "nobodys" | "team" | "settings" | "sources" | "files" | "raw" | "of-several";

/** Part of a WITH: a customer, those joined into them, and whom they are joined into. Takes `:customerId`. */
export const FAMILY_SQL = `family AS (
    SELECT c.id FROM customers asked JOIN customers c
      ON c.id = COALESCE(asked.joined_into, asked.id) OR c.joined_into = COALESCE(asked.joined_into, asked.id)
    WHERE asked.id = :customerId
  )`;

const FAMILY = "(SELECT id FROM family)";
const theirs = (table: string): PersonalTable => ({ table, where: `t.customer_id IN ${FAMILY}` });

const TOLD = `jsonb_build_object('ids', (SELECT jsonb_agg(id) FROM family))`;
/** As in `sent-messages.ts`: kinds of messages name a customer by `customerId`, or as `customer`. */
const NAMES_THEM = "$.** ? (@.customerId == $ids[*] || @.customer.id == $ids[*])";
/** The keys of messages that name them. */
export const THEIR_MESSAGE = `SELECT o.key FROM outbox o WHERE jsonb_path_exists(o.message, '${NAMES_THEM}', ${TOLD})`;

/** Costs name whom they apply to by keys, several joined by bars. */
const APPLIES_TO_THEM = `string_to_array(t.applies_to, '|') && ARRAY(
  SELECT 'customer:' || external_id FROM customers WHERE id IN ${FAMILY}
  UNION ALL SELECT 'ticket:' || external_id FROM tickets WHERE customer_id IN ${FAMILY}
  UNION ALL SELECT 'touch:' || external_id FROM touches WHERE customer_id IN ${FAMILY})`;

/** Every table that names a customer, in the order in which they are handed out. A test finds one that is missing. */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  { table: "customers", where: `t.id IN ${FAMILY}` },
  { table: "customer_joins", where: `t.customer_id IN ${FAMILY} OR t.into_id IN ${FAMILY}` },
  { table: "customer_pairs", where: `t.first_id IN ${FAMILY} OR t.second_id IN ${FAMILY}` },
  theirs("known_attributes"),
  theirs("contacts"),
  theirs("contracts"),
  {
    table: "contract_prices",
    where: `t.contract_id IN (SELECT id FROM contracts WHERE customer_id IN ${FAMILY})`,
  },
  theirs("named_contracts"),
  {
    table: "named_contract_prices",
    where: `t.named_contract_id IN (SELECT id FROM named_contracts WHERE customer_id IN ${FAMILY})`,
  },
  theirs("relationship_ends"),
  theirs("revenue_adjustments"),
  theirs("closed_customer_facts"),
  theirs("activities"),
  theirs("tickets"),
  {
    table: "closed_ticket_facts",
    where: `t.ticket_id IN (SELECT id FROM tickets WHERE customer_id IN ${FAMILY})`,
  },
  theirs("feedback"),
  // A link's token opens the page by which a customer answers.
  { ...theirs("feedback_requests"), row: "to_jsonb(t) - 'token_hash'" },
  theirs("touches"),
  theirs("mentions"),
  theirs("loyalty_entries"),
  theirs("loyalty_due"),
  { table: "cost_entries", where: APPLIES_TO_THEM },
  { table: "recurring_costs", where: APPLIES_TO_THEM },
  theirs("scores"),
  theirs("value_tiers"),
  theirs("uncounted_customers"),
  theirs("suggestions"),
  theirs("playbook_cases"),
  theirs("overrides"),
  theirs("do_not_disturb"),
  theirs("account_channels"),
  theirs("post_mortems"),
  theirs("post_mortem_notes"),
  theirs("write_backs"),
  {
    table: "hook_versions",
    where: `(t.source, t.external_id) IN (SELECT source, external_id FROM customers WHERE id IN ${FAMILY})`,
  },
  {
    // A message can name many customers: only what it says of this one is theirs.
    table: "outbox",
    where: `jsonb_path_exists(t.message, '${NAMES_THEM}', ${TOLD})`,
    row: `to_jsonb(t) - 'message' || jsonb_build_object('saysOfThem',
      jsonb_path_query_array(t.message, 'strict ${NAMES_THEM}', ${TOLD}))`,
  },
  {
    table: "message_drawings",
    where: `t.message_key IN (${THEIR_MESSAGE})`,
    row: "to_jsonb(t) - '{body,answers}'::text[]",
  },
  // An id would let its caller do what was shown.
  { ...theirs("agent_actions"), row: "to_jsonb(t) - 'id'" },
  theirs("audit_events"),
  theirs("asked_before"),
  theirs("workflow_steps"),
  theirs("money_reads"),
  theirs("erased_keys"),
];

/** Every other table, and why nothing of it is handed out. */
export const NOT_HANDED_OUT: Readonly<Record<string, NotHandedOut>> = {
  members: "team",
  agent_tokens: "team",
  hourly_costs: "team",
  nudge_preferences: "team",
  nudge_turns: "team",
  attribute_decisions: "settings",
  workspace_setup: "settings",
  answer_streams: "team",
  draft_templates: "settings",
  cost_budgets: "settings",
  exchange_rates: "settings",
  hold_outs: "settings",
  playbook_settings: "settings",
  channel_settings: "settings",
  loyalty_programmes: "settings",
  write_back_settings: "settings",
  sources: "sources",
  source_cursors: "sources",
  source_days: "sources",
  hook_refusals: "sources",
  imports: "files",
  rejected_rows: "files",
  hook_deliveries: "raw",
  handled_requests: "raw",
  request_failures: "team",
  message_inputs: "of-several",
  products: "nobodys",
  product_pairs: "nobodys",
  product_pairing: "nobodys",
  events: "nobodys",
  figure_writes: "nobodys",
  cost_closings: "nobodys",
  model_versions: "nobodys",
  score_thinning: "nobodys",
  table_sizes: "nobodys",
  shared_runs: "nobodys",
  shared_ranges: "nobodys",
  playbook_effects: "nobodys",
  job_runs: "nobodys",
  job_marks: "nobodys",
  missed_periods: "nobodys",
  delivery_attempts: "nobodys",
  restores: "nobodys",
  loyalty_progress: "nobodys",
};
