import type pg from "pg";
import { type LedgerRefusal, mayState } from "../../domain/costs/closing.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import { noteIn } from "../database/audit.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { keepLedgerOpen, readClosedThrough } from "./ledger-lock.ts";

export type HourlyCostStore = ReturnType<typeof hourlyCostStore>;

export type StatedHourlyCost =
  | { readonly kind: "stated"; readonly cost: HourlyCost }
  | { readonly kind: "unchanged"; readonly cost: HourlyCost }
  | LedgerRefusal<"closed-period">;

/** What an hour of each member costs, from which day on. */
export function hourlyCostStore(database: Database) {
  return {
    /** States what an hour costs from a day on, in place of what was stated for the same day. */
    state: (
      cost: HourlyCost,
      change: { readonly by: string; readonly at: Date },
    ): Promise<StatedHourlyCost> =>
      inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const { memberId, fromDay, perHour } = cost;
        const known = (await readHourlyCosts(client)).filter((other) => other.memberId === memberId);
        const before = known.find((other) => other.fromDay === fromDay)?.perHour;
        if (before?.minor === perHour.minor && before.currency === perHour.currency) {
          return { kind: "unchanged", cost };
        }
        const inForce = known.some((other) => other.fromDay <= fromDay);
        const verdict = mayState(fromDay, inForce, await readClosedThrough(client));
        if (verdict.kind === "refused") return verdict;
        const values = [memberId, fromDay, perHour.minor, perHour.currency, change.by, change.at];
        await client.query(STATE, values);
        const details = { memberId, fromDay, ...perHour, before: before ?? null };
        const event = { at: change.at, actor: change.by, customerId: null };
        await noteIn(client, { ...event, action: "hourly-cost.stated", details });
        return { kind: "stated", cost };
      }),

    /** Every hourly cost, by member and day: what `priceTouches` takes. */
    all: (): Promise<HourlyCost[]> => readHourlyCosts(database.pool),

    /** The member with a Slack user id or an e-mail address. */
    async member(idOrEmail: string): Promise<Pick<Member, "slackUserId" | "name"> | null> {
      const { rows } = await database.pool.query<{ slackUserId: string; name: string }>(
        `SELECT slack_user_id AS "slackUserId", name FROM members
         WHERE slack_user_id = $1 OR lower(email) = lower($1)`,
        [idOrEmail],
      );
      return rows[0] ?? null;
    },
  };
}

type HourlyRow = Omit<HourlyCost, "perHour"> & { readonly minor: string; readonly currency: string };

async function readHourlyCosts(client: Pick<pg.PoolClient, "query">): Promise<HourlyCost[]> {
  const { rows } = await client.query<HourlyRow>(ALL);
  return rows.map(({ minor, currency, ...cost }) => ({
    ...cost,
    perHour: { minor: Number(minor), currency },
  }));
}

const ALL = `
  SELECT member_id AS "memberId", to_char(from_day, 'YYYY-MM-DD') AS "fromDay", amount_minor AS minor, currency
  FROM hourly_costs ORDER BY 1, from_day`;

const STATE = `
  INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (member_id, from_day) DO UPDATE SET amount_minor = excluded.amount_minor,
    currency = excluded.currency, set_by = excluded.set_by, set_at = excluded.set_at`;
