import type { Day } from "../../domain/calendar.ts";
import type { CountedAsTold } from "../../domain/figures/named-contracts.ts";
import type { ToldAnew } from "../../domain/imports/contract-lines.ts";
import {
  arrayOf,
  bool,
  date,
  int4,
  int8,
  jsonText,
  nullable,
  text,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** What is written of one customer whose contracts are told anew. */
export type CustomerTold = {
  readonly customerId: number;
  readonly told: ToldAnew;
  /** None of the customer's contracts was told by name before. */
  readonly isNew: boolean;
  readonly counts: CountedAsTold;
};

export type WritingContext = {
  readonly importId: number;
  readonly at: Date;
  readonly today: Day;
  /** The import counts customers, not lines of contracts. */
  readonly isOfCustomerFile?: boolean;
};

/** Writes what is told and what counts of it, on one connection with a transaction open. @param added lines that are new */
export async function writeTold(
  client: Queryable,
  context: WritingContext & { readonly closedThrough: Day | null },
  customers: readonly CustomerTold[],
  added: number,
): Promise<void> {
  await writeNamed(client, customers);
  await leaveFile(client, context, customers);
  await writeCounted(client, customers);
  await writeAdjustments(client, customers);
  await note(client, context, customers, added);
}

async function writeNamed(client: Queryable, customers: readonly CustomerTold[]): Promise<void> {
  const contracts = customers.flatMap(({ customerId, told }) =>
    told.touched.map((contract) => ({ customerId, ...contract })),
  );
  const owners = {
    customerIds: contracts.map(({ customerId }) => customerId),
    externalIds: contracts.map(({ externalId }) => externalId),
  };
  await NAME_CONTRACTS.run(client, {
    ...owners,
    startedOn: contracts.map(({ startedOn }) => startedOn),
    endedOn: contracts.map(({ endedOn }) => endedOn),
  });
  const prices = contracts.flatMap(({ prices, customerId, externalId }) =>
    prices.map((price) => ({ ...price, customerId, externalId })),
  );
  await NAME_PRICES.run(client, {
    customerIds: prices.map(({ customerId }) => customerId),
    externalIds: prices.map(({ externalId }) => externalId),
    fromDays: prices.map(({ fromDay }) => fromDay),
    monthly: prices.map(({ monthly }) => monthly.minor),
    currencies: prices.map(({ monthly }) => monthly.currency),
  });
}

/** From now on the customer file tells nothing of their contracts; an end that it named and that has not come is none. */
async function leaveFile(
  client: Queryable,
  { today, closedThrough }: { readonly today: Day; readonly closedThrough: Day | null },
  customers: readonly CustomerTold[],
): Promise<void> {
  const customerIds = customers.filter(({ isNew }) => isNew).map(({ customerId }) => customerId);
  if (customerIds.length === 0) return;
  await LEAVE_FILE.run(client, { customerIds });
  await DROP_ENDS.run(client, { customerIds, today, closedThrough });
}

async function writeCounted(client: Queryable, customers: readonly CustomerTold[]): Promise<void> {
  await CLEAR.run(client, { customerIds: customers.map(({ customerId }) => customerId) });
  const counted = customers.flatMap(({ customerId, counts }) =>
    counts.contracts.map((contract) => ({ customerId, ...contract })),
  );
  if (counted.length === 0) return;
  const drawn = await DRAW_IDS.all(client, { count: counted.length });
  const contracts = counted.map((contract, place) => ({ ...contract, id: drawn[place]?.id ?? 0 }));
  await COUNT_CONTRACTS.run(client, {
    ids: contracts.map(({ id }) => id),
    customerIds: contracts.map(({ customerId }) => customerId),
    externalIds: contracts.map(({ externalId }) => externalId),
    startedOn: contracts.map(({ startedOn }) => startedOn),
    endedOn: contracts.map(({ endedOn }) => endedOn),
    continues: contracts.map(({ continues }) => continues),
  });
  const prices = contracts.flatMap(({ id, prices }) => prices.map((price) => ({ id, ...price })));
  await COUNT_PRICES.run(client, {
    contractIds: prices.map(({ id }) => id),
    fromDays: prices.map(({ fromDay }) => fromDay),
    monthly: prices.map(({ monthly }) => monthly?.minor ?? null),
    currencies: prices.map(({ monthly }) => monthly?.currency ?? null),
  });
}

async function writeAdjustments(client: Queryable, customers: readonly CustomerTold[]): Promise<void> {
  const adjustments = customers.flatMap(({ customerId, counts }) =>
    counts.adjustments.map((adjustment) => ({ customerId, ...adjustment })),
  );
  if (adjustments.length === 0) return;
  await ADJUST.run(client, {
    customerIds: adjustments.map(({ customerId }) => customerId),
    bookedOn: adjustments.map(({ bookedOn }) => bookedOn),
    fromDays: adjustments.map(({ fromDay }) => fromDay),
    toDays: adjustments.map(({ toDay }) => toDay),
    amounts: adjustments.map(({ amount }) => amount.minor),
    currencies: adjustments.map(({ amount }) => amount.currency),
    why: adjustments.map(({ why }) => why),
  });
}

async function note(
  client: Queryable,
  { importId, at, isOfCustomerFile = false }: WritingContext,
  customers: readonly CustomerTold[],
  added: number,
): Promise<void> {
  const changes = customers.flatMap(({ customerId, told }) =>
    told.changes.map((change) => ({ customerId, details: JSON.stringify(change) })),
  );
  await NOTE.run(client, {
    importId,
    at,
    added: isOfCustomerFile ? 0 : added,
    customerIds: changes.map(({ customerId }) => customerId),
    details: changes.map(({ details }) => details),
  });
}

const NAME_CONTRACTS = statement({
  name: "imports/contract-rows: name contracts",
  sql: `
  INSERT INTO named_contracts (customer_id, external_id, started_on, ended_on)
  SELECT * FROM unnest(:customerIds::int[], :externalIds::text[], :startedOn::date[], :endedOn::date[])
  ON CONFLICT (customer_id, external_id) DO UPDATE SET started_on = excluded.started_on, ended_on = excluded.ended_on`,
  parameters: {
    customerIds: arrayOf(int4),
    externalIds: arrayOf(text),
    startedOn: arrayOf(date),
    endedOn: arrayOf(nullable(date)),
  },
});

const NAME_PRICES = statement({
  name: "imports/contract-rows: name prices",
  sql: `
  INSERT INTO named_contract_prices (named_contract_id, from_day, monthly_minor, currency)
  SELECT k.id, p.from_day, p.monthly, p.currency
  FROM unnest(:customerIds::int[], :externalIds::text[], :fromDays::date[], :monthly::bigint[], :currencies::text[])
    AS p (customer_id, external_id, from_day, monthly, currency)
  JOIN named_contracts k ON k.customer_id = p.customer_id AND k.external_id = p.external_id
  ON CONFLICT (named_contract_id, from_day) DO UPDATE
    SET monthly_minor = excluded.monthly_minor, currency = excluded.currency`,
  parameters: {
    customerIds: arrayOf(int4),
    externalIds: arrayOf(text),
    fromDays: arrayOf(date),
    monthly: arrayOf(int8),
    currencies: arrayOf(text),
  },
});

const LEAVE_FILE = statement({
  name: "imports/contract-rows: leave file",
  sql: "UPDATE customers SET has_named_contracts = true WHERE id = ANY (:customerIds::int[])",
  parameters: { customerIds: arrayOf(int4) },
});

const DROP_ENDS = statement({
  name: "imports/contract-rows: drop ends",
  sql: `DELETE FROM relationship_ends WHERE customer_id = ANY (:customerIds::int[]) AND resumed_on IS NULL
    AND ended_on >= :today::date AND (:closedThrough::date IS NULL OR ended_on > :closedThrough::date)`,
  parameters: { customerIds: arrayOf(int4), today: date, closedThrough: nullable(date) },
});

const CLEAR = statement({
  name: "imports/contract-rows: clear counted",
  sql: "DELETE FROM contracts WHERE customer_id = ANY (:customerIds::int[])",
  parameters: { customerIds: arrayOf(int4) },
});

const DRAW_IDS = statement({
  name: "imports/contract-rows: draw ids",
  sql: `SELECT nextval(pg_get_serial_sequence('contracts', 'id'))::int AS id FROM generate_series(1, :count::int)`,
  parameters: { count: int4 },
  row: { id: int4 },
});

const COUNT_CONTRACTS = statement({
  name: "imports/contract-rows: count contracts",
  sql: `
  INSERT INTO contracts (id, customer_id, external_id, started_on, ended_on, continues)
  SELECT * FROM unnest(:ids::int[], :customerIds::int[], :externalIds::text[], :startedOn::date[], :endedOn::date[],
    :continues::bool[])`,
  parameters: {
    ids: arrayOf(int4),
    customerIds: arrayOf(int4),
    externalIds: arrayOf(nullable(text)),
    startedOn: arrayOf(date),
    endedOn: arrayOf(nullable(date)),
    continues: arrayOf(bool),
  },
});

const COUNT_PRICES = statement({
  name: "imports/contract-rows: count prices",
  sql: `
  INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
  SELECT * FROM unnest(:contractIds::int[], :fromDays::date[], :monthly::bigint[], :currencies::text[])`,
  parameters: {
    contractIds: arrayOf(int4),
    fromDays: arrayOf(date),
    monthly: arrayOf(nullable(int8)),
    currencies: arrayOf(nullable(text)),
  },
});

const ADJUST = statement({
  name: "imports/contract-rows: adjust",
  sql: `
  INSERT INTO revenue_adjustments (customer_id, booked_on, from_day, to_day, amount_minor, currency, why)
  SELECT * FROM unnest(:customerIds::int[], :bookedOn::date[], :fromDays::date[], :toDays::date[], :amounts::bigint[],
    :currencies::text[], :why::text[])`,
  parameters: {
    customerIds: arrayOf(int4),
    bookedOn: arrayOf(date),
    fromDays: arrayOf(date),
    toDays: arrayOf(date),
    amounts: arrayOf(int8),
    currencies: arrayOf(text),
    why: arrayOf(text),
  },
});

/** Counts what is new, notes it once, and each contract that was told otherwise before with both tellings. */
const NOTE = statement({
  name: "imports/contract-rows: note",
  sql: `
  WITH counted AS (
    UPDATE imports SET accepted = accepted + :added::int WHERE id = :importId
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at::timestamptz, 'import ' || :importId::int, 'contract.changed', customer_id, details
  FROM unnest(:customerIds::int[], :details::jsonb[]) AS changed (customer_id, details)
  UNION ALL
  SELECT :at::timestamptz, 'import ' || :importId::int, 'contract.imported', NULL, jsonb_build_object('added', :added::int)
  WHERE :added::int > 0`,
  parameters: {
    importId: int4,
    at: timestamptz,
    added: int4,
    customerIds: arrayOf(int4),
    details: arrayOf(jsonText),
  },
});
