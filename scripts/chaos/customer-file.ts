import { addDays, localTime } from "../../src/domain/calendar.ts";
import { searchKeysOf } from "../../src/domain/customers/customer-name.ts";
import type { Database } from "../../src/store/database/database.ts";

/** People ask for these. */
export const ASKED_FOR = 300;
/** These have touches logged. */
export const TOUCHED = 40;

export const askedFor = (index: number) => `Quarry ${String(index % ASKED_FOR).padStart(4, "0")}`;
export const touched = (index: number) => `Foundry ${String(index % TOUCHED).padStart(4, "0")}`;

/**
 * Fills an empty customer file: customers of the given owners, a third of whose contracts renew soon, so that the bot has somebody
 * to nudge about; and channels that want digests and alerts.
 */
export async function fillCustomerFile(
  database: Database,
  given: { readonly owners: readonly string[]; readonly channels: readonly string[]; readonly now: Date },
): Promise<void> {
  const names = [
    ...Array.from({ length: ASKED_FOR }, (_, index) => askedFor(index)),
    ...Array.from({ length: TOUCHED }, (_, index) => touched(index)),
  ];
  const today = localTime(given.now, "UTC").day;
  const rows = names.map((name, index) => ({
    ...{ source: "chaos", external_id: `c${index}`, name, currency: "EUR", monthly_revenue_minor: 50_000 },
    owner_email: given.owners[index % given.owners.length],
    started_on: addDays(today, -400),
    renews_on: addDays(today, 20 + (index % 60)),
    ...searchColumns(name, `c${index}`),
  }));
  await database.pool.query(
    `INSERT INTO customers (source, external_id, name, currency, monthly_revenue_minor, owner_email, started_on, renews_on,
       search_keys, search_text)
     SELECT source, external_id, name, currency, monthly_revenue_minor, owner_email, started_on, renews_on, search_keys, search_text
     FROM json_to_recordset($1) AS given (source text, external_id text, name text, currency text,
       monthly_revenue_minor bigint, owner_email text, started_on date, renews_on date, search_keys text[], search_text text)`,
    [JSON.stringify(rows)],
  );
  await wantDigests(database, given.channels, given.now);
}

function searchColumns(name: string, externalId: string) {
  const { keys, text } = searchKeysOf({ name, domain: null, externalId, attributes: {} });
  return { search_keys: keys, search_text: text };
}

async function wantDigests({ pool }: Database, channels: readonly string[], now: Date): Promise<void> {
  for (const channel of channels)
    await pool.query(
      `INSERT INTO channel_settings (channel_id, digest, alerts, set_by, updated_at) VALUES ($1, true, true, 'U0REP1', $2)`,
      [channel, now],
    );
}
