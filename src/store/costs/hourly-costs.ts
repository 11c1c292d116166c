import { type LedgerRefusal, mayStateHourlyCost } from "../../domain/costs/closing.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import { noteIn } from "../database/audit.ts";
import { date, int8, text, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
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
        const verdict = mayStateHourlyCost(fromDay, await readClosedThrough(client));
        if (verdict.kind === "refused") return verdict;
        await STATE.run(client, { memberId, fromDay, ...perHour, ...change });
        const details = { memberId, fromDay, ...perHour, before: before ?? null };
        const event = { at: change.at, actor: change.by, customerId: null };
        await noteIn(client, { ...event, action: "hourly-cost.stated", details });
        return { kind: "stated", cost };
      }),

    /** Every hourly cost, by member and day: what `priceTouches` takes. */
    all: (): Promise<HourlyCost[]> => readHourlyCosts(database.pool),

    /** The member with a Slack user id or an e-mail address. */
    async member(idOrEmail: string): Promise<Pick<Member, "slackUserId" | "name"> | null> {
      return MEMBER.first(database.pool, { idOrEmail });
    },
  };
}

async function readHourlyCosts(client: Queryable): Promise<HourlyCost[]> {
  const rows = await ALL.all(client);
  return rows.map(({ minor, currency, ...cost }) => ({ ...cost, perHour: { minor, currency } }));
}

const MEMBER = statement({
  name: "costs/hourly-costs: member",
  sql: `
  SELECT slack_user_id AS "slackUserId", name FROM members
  WHERE slack_user_id = :idOrEmail OR lower(email) = lower(:idOrEmail)`,
  parameters: { idOrEmail: text },
  row: { slackUserId: text, name: text },
});

const ALL = statement({
  name: "costs/hourly-costs: all",
  sql: `
  SELECT member_id AS "memberId", to_char(from_day, 'YYYY-MM-DD') AS "fromDay", amount_minor AS minor, currency
  FROM hourly_costs ORDER BY 1, from_day`,
  row: { memberId: text, fromDay: text, minor: int8, currency: text },
});

const STATE = statement({
  name: "costs/hourly-costs: state",
  sql: `
  INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at)
  VALUES (:memberId, :fromDay, :minor, :currency, :by, :at)
  ON CONFLICT (member_id, from_day) DO UPDATE SET amount_minor = excluded.amount_minor,
    currency = excluded.currency, set_by = excluded.set_by, set_at = excluded.set_at`,
  parameters: { memberId: text, fromDay: date, minor: int8, currency: text, by: text, at: timestamptz },
});
