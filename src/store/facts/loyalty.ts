import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import { accountOf, balanceOn, nextExpiry } from "../../domain/value/loyalty/points-account.ts";
import type { PointsEntry } from "../../domain/value/loyalty/points-entry.ts";
import type { LoyaltyProgramme } from "../../domain/value/loyalty/programme.ts";
import { json, nullable, text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** As JSON gives it; what an entry was made of by whom matters to no card. */
type PackedEntry = Pick<PointsEntry, "key" | "kind" | "points" | "day" | "lot" | "expiresOn"> & {
  readonly source: string | null;
  readonly document: string | null;
};

/** Points as last settled, less what is over by today. No row where no programme is in force, or nothing was ever booked. */
export const loyalty = factReader({
  key: "loyalty",
  sql: `
    SELECT to_char(d.today, 'YYYY-MM-DD') AS today, p.rules, own.entries, (
      SELECT json_agg(json_build_object('fromCurrency', r.from_currency, 'toCurrency', r.to_currency, 'day', r.day,
        'rate', trim_scale(r.rate)::text))
      FROM exchange_rates r
      WHERE p.rules #>> '{tiers,currency}' IN (r.from_currency, r.to_currency) AND r.day <= d.today
    ) AS rates
    FROM (SELECT (:now::timestamptz AT TIME ZONE :timeZone::text)::date AS today) d, LATERAL (
      SELECT rules FROM loyalty_programmes WHERE valid_from <= d.today ORDER BY valid_from DESC, id DESC LIMIT 1
    ) p, LATERAL (
      SELECT json_agg(json_build_object('key', e.key, 'kind', e.kind, 'points', e.points, 'day', e.day, 'lot', e.lot,
        'expiresOn', e.expires_on, 'source', e.source, 'document', e.document) ORDER BY e.id) AS entries
      FROM loyalty_entries e WHERE e.customer_id = c.id HAVING count(*) > 0
    ) own`,
  row: {
    today: text,
    rules: json<LoyaltyProgramme>(),
    entries: json<PackedEntry[]>(),
    rates: nullable(json<ExchangeRate[]>()),
  },
  otherwise: null,
  from: ({ today, rules, entries, rates }) => {
    const account = accountOf(entries.map(entryFrom));
    const standing = { balance: balanceOn(account, today), expiresNext: nextExpiry(account, today) };
    return { ...standing, tiers: rules.tiers, today, rates: rates ?? [] };
  },
});

/** Only source and document of a cause say whose points an entry takes back. */
function entryFrom({ source, document, ...entry }: PackedEntry): PointsEntry {
  const cause =
    source === null ? null : { source, document, externalId: "", happenedAt: new Date(0), programmeId: 0 };
  return { ...entry, cause, reason: null };
}
