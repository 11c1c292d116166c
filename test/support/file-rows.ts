import { phrase } from "../../src/domain/phrase.ts";
import type { ServingKind } from "../../src/domain/risk/churn-model.ts";
import type { Database } from "../../src/store/database/database.ts";

/** Rows of the customer file, put there directly; what is not given is null or the table's default. */
export function fileRows(database: Database) {
  const insert = async <T>(table: string, row: Readonly<Record<string, unknown>>, returning = "*") => {
    const columns = Object.keys(row);
    const { rows } = await database.pool.query(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(", ")})
       RETURNING ${returning}`,
      Object.values(row),
    );
    return rows[0] as T;
  };
  let serial = 0;
  const unique = () => ({ source: "test", external_id: String(++serial) });
  return {
    member: (slackUserId: string, email: string, timeZone = "UTC") =>
      insert("members", { slack_user_id: slackUserId, name: slackUserId, email, time_zone: timeZone }),

    async customer(name: string, row: Readonly<Record<string, unknown>> = {}): Promise<number> {
      return (await insert<{ id: number }>("customers", { ...unique(), name, ...row }, "id")).id;
    },

    order: (customerId: number, at: string | Date, amountMinor = 10_000, currency = "EUR") =>
      insert("activities", {
        ...unique(),
        customer_id: customerId,
        kind: "order",
        at,
        amount_minor: amountMinor,
        currency,
      }),

    refund: (customerId: number, at: string | Date, amountMinor: number, currency = "EUR") =>
      insert("activities", {
        ...unique(),
        customer_id: customerId,
        kind: "refund",
        at,
        amount_minor: amountMinor,
        currency,
      }),

    touch: (customerId: number, at: string | Date) =>
      insert("touches", { ...unique(), customer_id: customerId, channel: "phone", outcome: "reached", at }),

    async model(serves: ServingKind = "network"): Promise<number> {
      const row = {
        trained_at: new Date("2026-11-01T00:00:00Z"),
        serves,
        horizon_days: 90,
        seed: 1,
        settings: {},
        metrics: {},
        artifact: Buffer.alloc(0),
        artifact_hash: "",
        duration_ms: 1,
        promoted_at: new Date("2026-11-01T00:00:00Z"),
      };
      return (await insert<{ id: number }>("model_versions", row, "id")).id;
    },

    score: (
      customerId: number,
      asOf: string | Date,
      probability: number | null,
      modelVersionId: number | null = null,
      reasons: readonly unknown[] = [],
    ) =>
      insert("scores", {
        customer_id: customerId,
        as_of: asOf,
        probability,
        silence:
          probability === null
            ? JSON.stringify(phrase("no-score.short-history", { purchases: 1, days: 3 }))
            : null,
        model_version_id: modelVersionId,
        reasons: JSON.stringify(reasons),
      }),
  };
}
