import type { Day } from "../../domain/calendar.ts";
import {
  type CountedContract,
  countedAsTold,
  type NamedContract,
} from "../../domain/figures/named-contracts.ts";
import {
  type ContractLine,
  type KeptContract,
  type ToldAnew,
  tellAnew,
} from "../../domain/imports/contract-lines.ts";
import type { Money } from "../../domain/money.ts";
import { keepLedgerOpen, readClosedThrough } from "../costs/ledger-lock.ts";
import { gatherContracts, partContracts } from "../customers/joined-contracts.ts";
import { arrayOf, int4, int8, json, nullable, text } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { contractsFrom, type PackedContract } from "../figures/customer-histories.ts";
import { showContractsOf } from "../figures/shown-contracts.ts";
import { type CustomerTold, type WritingContext, writeTold } from "./contract-rows.ts";
import { type ImportedBatch, SETTLE_PARAMETERS, settleSql, settleValues } from "./imports.ts";

export type ContractImportStore = ReturnType<typeof contractImportStore>;

export type ToldCounts = { readonly added: number; readonly changed: number; readonly same: number };

/** An owned line: of a customer by the customer's id in the store. */
export type OwnedContractLine = { readonly customerId: number; readonly told: ContractLine };

/** Writing of contracts that a file names. */
export function contractImportStore(database: Database) {
  const { pool } = database;
  return {
    /** Id and name of the customers that are known, by their external ids. */
    async customers(source: string, externalIds: readonly string[]) {
      const rows = await CUSTOMERS.all(pool, { source, externalIds });
      return new Map(rows.map(({ externalId, ...customer }) => [externalId, customer]));
    },

    /** The contracts of a source that are kept, by their ids. */
    async kept(source: string, contracts: readonly string[]): Promise<Map<string, KeptContract>> {
      const rows = await KEPT.all(pool, { source, contracts });
      return new Map(rows.map(({ contract, ...kept }) => [contract, kept]));
    },

    /** The newest price of each contract of some customers, by customer and by the contract's id. */
    async newestPrices(source: string, externalIds: readonly string[]) {
      const prices = new Map<string, Map<string, { fromDay: Day; monthly: Money }>>();
      for (const { customer, contract, fromDay, minor, currency } of await NEWEST.all(pool, {
        source,
        externalIds,
      })) {
        const own = prices.get(customer) ?? new Map();
        prices.set(customer, own.set(contract, { fromDay, monthly: { minor, currency } }));
      }
      return prices;
    },

    /** Keeps the lines of a file that cannot be taken over, and lets go of those that now can. */
    async settle(batch: ImportedBatch): Promise<void> {
      await SETTLE.run(pool, settleValues(batch));
    },

    /**
     * Takes over what a file says of some customers' contracts, with an audit event for each that was told otherwise
     * before, all or nothing. What it changes on closed days becomes adjustments.
     * @param lines all of a file's about each of these customers, none that is rejected
     */
    tell: (context: WritingContext, lines: readonly OwnedContractLine[]): Promise<ToldCounts> =>
      inTransaction(database, (client) => tell(client, context, lines)),

    /** Fresh statistics after many rows. */
    async tidy(): Promise<void> {
      await TIDY.run(pool);
    },
  };
}

async function tell(
  client: Queryable,
  context: WritingContext,
  lines: readonly OwnedContractLine[],
): Promise<ToldCounts> {
  const byCustomer = new Map<number, ContractLine[]>();
  for (const { customerId, told } of lines) {
    const own = byCustomer.get(customerId);
    if (own === undefined) byCustomer.set(customerId, [told]);
    else own.push(told);
  }
  const customerIds = [...byCustomer.keys()];
  await keepLedgerOpen(client);
  // A statement of its own: what is read next must see what another import has written while this one waited.
  await LOCK.run(client, { customerIds });
  await partContracts(client, customerIds);
  const closedThrough = await readClosedThrough(client);
  const counts = { added: 0, changed: 0, same: 0 };
  const changed: CustomerTold[] = [];
  for (const present of await PRESENT.all(client, { customerIds })) {
    const told = tellAnew(present.named ?? [], byCustomer.get(present.customerId) ?? []);
    counts.added += told.added;
    counts.changed += told.changed;
    counts.same += told.same;
    if (told.touched.length > 0) changed.push(customerTold(present, told, closedThrough));
  }
  if (changed.length > 0) await writeTold(client, { ...context, closedThrough }, changed, counts.added);
  await showContractsOf(
    client,
    changed.map(({ customerId }) => customerId),
    context.today,
  );
  await gatherContracts(client, customerIds);
  return counts;
}

type Present = {
  readonly customerId: number;
  readonly named: NamedContract[] | null;
  readonly counted: [string | null, PackedContract][] | null;
  readonly booked: Money[] | null;
};

function customerTold(present: Present, told: ToldAnew, closedThrough: Day | null): CustomerTold {
  const packed = present.counted ?? [];
  const contracts = contractsFrom(packed.map(([, contract]) => contract));
  const counted: CountedContract[] = contracts.map((contract, place) => ({
    ...contract,
    externalId: packed[place]?.[0] ?? null,
  }));
  const { customerId, booked } = present;
  const telling = { told: told.contracts, before: present.named, counted, booked: booked ?? [] };
  return {
    customerId,
    told,
    isNew: present.named === null,
    counts: countedAsTold({ ...telling, closedThrough }),
  };
}

const CUSTOMERS = statement({
  name: "imports/contract-import: customers",
  sql: `SELECT id, external_id AS "externalId", name FROM customers
    WHERE source = :source AND external_id = ANY (:externalIds::text[])`,
  parameters: { source: text, externalIds: arrayOf(text) },
  row: { id: int4, externalId: text, name: text },
});

const KEPT = statement({
  name: "imports/contract-import: kept",
  sql: `
  SELECT k.external_id AS contract, c.external_id AS customer, c.name AS "customerName",
    (SELECT min(p.from_day) FROM named_contract_prices p WHERE p.named_contract_id = k.id)::text AS "firstPriceFrom"
  FROM named_contracts k JOIN customers c ON c.id = k.customer_id
  WHERE k.external_id = ANY (:contracts::text[]) AND c.source = :source`,
  parameters: { source: text, contracts: arrayOf(text) },
  row: { contract: text, customer: text, customerName: text, firstPriceFrom: text },
});

const SETTLE = statement({
  name: "imports/contract-import: settle",
  sql: `WITH ${settleSql("0")} SELECT count(*)::int AS kept FROM kept`,
  parameters: SETTLE_PARAMETERS,
  row: { kept: int4 },
});

/** In one order, so that two imports never wait for each other. */
const LOCK = statement({
  name: "imports/contract-import: lock",
  sql: "SELECT id FROM customers WHERE id = ANY (:customerIds::int[]) ORDER BY id FOR NO KEY UPDATE",
  parameters: { customerIds: arrayOf(int4) },
  row: { id: int4 },
});

const PRICES = (table: string, contract: string) =>
  `(SELECT json_agg(json_build_array(p.from_day, p.monthly_minor, p.currency) ORDER BY p.from_day)
    FROM ${table} p WHERE p.${contract} = k.id)`;

const PRESENT = statement({
  name: "imports/contract-import: present",
  sql: `
  SELECT c.id AS "customerId",
    (SELECT json_agg(json_build_object('externalId', k.external_id, 'startedOn', k.started_on, 'endedOn', k.ended_on,
      'prices', (SELECT json_agg(json_build_object('fromDay', p.from_day,
        'monthly', json_build_object('minor', p.monthly_minor, 'currency', p.currency)) ORDER BY p.from_day)
        FROM named_contract_prices p WHERE p.named_contract_id = k.id)) ORDER BY k.started_on, k.external_id)
      FROM named_contracts k WHERE k.customer_id = c.id) AS named,
    (SELECT json_agg(json_build_array(k.external_id, json_build_array(k.started_on, k.ended_on, k.continues,
      ${PRICES("contract_prices", "contract_id")})) ORDER BY k.started_on, k.id)
      FROM contracts k WHERE k.customer_id = c.id) AS counted,
    (SELECT json_agg(json_build_object('currency', a.currency, 'minor', a.minor)) FROM (
      SELECT currency, sum(amount_minor) AS minor FROM revenue_adjustments WHERE customer_id = c.id GROUP BY 1) a) AS booked
  FROM customers c WHERE c.id = ANY (:customerIds::int[]) ORDER BY c.id`,
  parameters: { customerIds: arrayOf(int4) },
  row: {
    customerId: int4,
    named: nullable(json<NamedContract[]>()),
    counted: nullable(json<[string | null, PackedContract][]>()),
    booked: nullable(json<Money[]>()),
  },
});

const NEWEST = statement({
  name: "imports/contract-import: newest prices",
  sql: `
  SELECT c.external_id AS customer, n.external_id AS contract, p.from_day::text AS "fromDay", p.monthly_minor AS minor,
    p.currency
  FROM customers c JOIN named_contracts n ON n.customer_id = c.id
  CROSS JOIN LATERAL (SELECT from_day, monthly_minor, currency FROM named_contract_prices
    WHERE named_contract_id = n.id ORDER BY from_day DESC LIMIT 1) p
  WHERE c.source = :source AND c.external_id = ANY (:externalIds::text[])`,
  parameters: { source: text, externalIds: arrayOf(text) },
  row: { customer: text, contract: text, fromDay: text, minor: int8, currency: text },
});

const TIDY = statement({
  name: "imports/contract-import: tidy",
  sql: "ANALYZE customers, contracts, contract_prices, named_contracts, named_contract_prices",
});
