import type { Customer } from "../../src/domain/customer.ts";
import { searchKeysOf } from "../../src/domain/customers/customer-name.ts";
import { type Phrase, phrase } from "../../src/domain/phrase.ts";
import type { ServingKind } from "../../src/domain/risk/churn-model.ts";
import type { Bounds } from "../../src/domain/risk/scores/bounds.ts";
import type { Lever } from "../../src/domain/risk/scores/levers.ts";
import type { Reason } from "../../src/domain/risk/scores/reasons.ts";
import type { Database } from "../../src/store/database/database.ts";

type NewCustomer = Partial<Omit<Customer, "id">> & { readonly name: string };

/** Puts one customer into the file. @returns its id */
const THIN = phrase("no-score.short-history", { purchases: 1, days: 3 });

export async function addCustomer({ pool }: Database, customer: NewCustomer): Promise<number> {
  const externalId = customer.externalId ?? `ext-${customer.name}`;
  const attributes = customer.attributes ?? {};
  const { keys, text } = searchKeysOf({
    name: customer.name,
    domain: customer.domain ?? null,
    externalId,
    attributes,
  });
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO customers (source, external_id, name, domain, owner_email, segment, currency, monthly_revenue_minor,
       started_on, renews_on, ended_on, attributes, search_keys, search_text, snoozed_until)
     VALUES ('test', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
    [
      externalId,
      customer.name,
      customer.domain ?? null,
      customer.ownerEmail ?? null,
      customer.segment ?? null,
      customer.currency ?? "EUR",
      customer.monthlyRevenueMinor ?? null,
      customer.startedOn ?? null,
      customer.renewsOn ?? null,
      customer.endedOn ?? null,
      JSON.stringify(attributes),
      keys,
      text,
      customer.snoozedUntil ?? null,
    ],
  );
  return rows[0]!.id;
}

let activities = 0;

export async function addOrder(
  { pool }: Database,
  customerId: number,
  at: string,
  amountMinor: number,
  { kind = "order", currency = "EUR", quantity = null as number | null } = {},
): Promise<void> {
  await pool.query(
    `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, quantity)
     VALUES ('test', $1, $2, $3, $4, $5, $6, $7)`,
    [`a${++activities}`, customerId, kind, at, amountMinor, currency, quantity],
  );
}

export async function addModel({ pool }: Database, serves: ServingKind = "network"): Promise<number> {
  const metrics = { n: 800, positives: 200, rocAuc: 0.84, prAuc: 0.6, logLoss: 0.4, brier: 0.12, ece: 0.021 };
  const measured = { ...metrics, topDecileLift: 2.9 };
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO model_versions (trained_at, serves, horizon_days, seed, settings, metrics, artifact, artifact_hash,
       duration_ms, promoted_at)
     VALUES ('2026-12-01T02:00:00Z', $1, 90, 1, '{}', $2, '\\x00', 'hash', 1000, '2026-12-01T02:00:00Z') RETURNING id`,
    [serves, JSON.stringify({ network: measured, baseline: measured })],
  );
  return rows[0]!.id;
}

export async function addScore(
  { pool }: Database,
  customerId: number,
  score: {
    readonly asOf: string;
    readonly probability?: number;
    readonly bounds?: Bounds;
    readonly levers?: readonly Lever[];
    readonly silence?: Phrase;
    readonly reasons?: readonly Reason[];
    readonly modelId?: number;
  },
): Promise<void> {
  await pool.query(
    `INSERT INTO scores (customer_id, as_of, model_version_id, probability, silence, reasons, probability_low,
       probability_high, levers)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      customerId,
      score.asOf,
      score.modelId ?? null,
      score.probability ?? null,
      score.probability === undefined ? (score.silence ?? THIN) : null,
      JSON.stringify(score.reasons ?? []),
      score.bounds?.low ?? null,
      score.bounds?.high ?? null,
      JSON.stringify(score.levers ?? []),
    ],
  );
}
