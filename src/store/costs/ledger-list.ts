import type { Day } from "../../domain/calendar.ts";
import { type CostTarget, printAppliesTo } from "../../domain/costs/applies-to.ts";
import type { CostCategory, LedgerEntry } from "../../domain/costs/cost-entry.ts";
import {
  arrayOf,
  date,
  int4,
  int8,
  nullable,
  text,
  textOf,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { LEDGER_FIELDS, LEDGER_ROW } from "./cost-rows.ts";

export type LedgerListStore = ReturnType<typeof ledgerListStore>;

/** Which entries to list: those for which all of it holds; null: any. */
export type LedgerFilter = {
  /** Covering any of these days, both included. */
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  /** For this customer by name, or for one of their tickets or touches; not what is shared out over all of them. */
  readonly customerId: number | null;
  readonly segment: string | null;
  readonly category: CostCategory | null;
  /** Somewhere in the note, in capitals or not. */
  readonly note: string | null;
};

/** `total` counts those beyond the limit, too. */
export type ListedEntries = { readonly entries: readonly LedgerEntry[]; readonly total: number };

/** The ledger's entries to look through. */
export function ledgerListStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The newest entries first, with corrections among them. */
    async list({ limit, ...filter }: LedgerFilter & { readonly limit: number }): Promise<ListedEntries> {
      const { customerId, segment, ...rest } = filter;
      const naming = {
        customerTargets: customerId === null ? null : await targetsOf(pool, customerId),
        segmentTarget: segment === null ? null : printAppliesTo([{ kind: "segment", name: segment }]),
      };
      const [entries, { total }] = await Promise.all([
        LIST.all(pool, { ...rest, ...naming, limit }),
        COUNT.one(pool, { ...rest, ...naming }),
      ]);
      return { entries, total };
    },
  };
}

/** What a cost for one customer can be for, as entries write it. */
async function targetsOf(pool: Queryable, customerId: number): Promise<string[]> {
  const targets = await TARGETS.all(pool, { customerId });
  return targets.map((target) => printAppliesTo([targetFrom(target)]));
}

function targetFrom({ kind, name }: ValuesOf<typeof TARGETS.row>): CostTarget {
  return kind === "ticket" ? { kind, reference: name } : { kind, externalId: name };
}

const TARGETS = statement({
  name: "costs/ledger-list: what one customer's costs are for",
  sql: `
  SELECT 'customer' AS kind, external_id AS name FROM customers WHERE id = :customerId
  UNION SELECT 'ticket', external_id FROM tickets WHERE customer_id = :customerId
  UNION SELECT 'touch', external_id FROM touches WHERE customer_id = :customerId`,
  parameters: { customerId: int4 },
  row: { kind: textOf<"customer" | "ticket" | "touch">(), name: text },
});

/** What names one customer, ticket or touch is found by its hash, the rest by the index of what is shared. */
const NAMES_CUSTOMER = `(e.applies_to = ANY (:customerTargets::text[])
    OR NOT e.applies_to ~ '^(customer|ticket|touch):[^|]*$'
      AND string_to_array(e.applies_to, '|') && :customerTargets::text[])`;
const FITS = `
  (:fromDay::date IS NULL OR e.to_day >= :fromDay::date) AND (:toDay::date IS NULL OR e.from_day <= :toDay::date)
  AND (:customerTargets::text[] IS NULL OR ${NAMES_CUSTOMER})
  AND (:segmentTarget::text IS NULL OR :segmentTarget::text = ANY (string_to_array(e.applies_to, '|')))
  AND (:category::text IS NULL OR e.category = :category::text)
  AND (:note::text IS NULL OR position(lower(:note::text) IN lower(e.note)) > 0)`;
const FILTER = {
  fromDay: nullable(date),
  toDay: nullable(date),
  customerTargets: nullable(arrayOf(text)),
  segmentTarget: nullable(text),
  category: nullable(text),
  note: nullable(text),
};

const LIST = statement({
  name: "costs/ledger-list: list",
  sql: `SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE ${FITS} ORDER BY e.id DESC LIMIT :limit`,
  parameters: { ...FILTER, limit: int8 },
  row: LEDGER_ROW,
});

const COUNT = statement({
  name: "costs/ledger-list: count",
  sql: `SELECT count(*)::int AS total FROM cost_entries e WHERE ${FITS}`,
  parameters: FILTER,
  row: { total: int4 },
});
