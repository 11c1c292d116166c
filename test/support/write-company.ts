import type { Database } from "../../src/store/database/database.ts";
import type { PlainCompany, PlainTarget } from "../reference/plain-company.ts";

/** Writes a company's rows as they are, ids included; its books are closed last. */
export async function writeCompany({ pool }: Database, company: PlainCompany): Promise<void> {
  const { customers, members, entries, rates, budgets } = company;
  const write = async (
    table: string,
    columns: readonly (readonly [string, string])[],
    rows: readonly unknown[][],
  ) => {
    const arrays = columns.map(([, type], place) => `$${place + 1}::${type}[]`);
    const values = columns.map((_, place) => rows.map((row) => row[place]));
    const names = columns.map(([name]) => name).join(", ");
    await pool.query(`INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays.join(", ")})`, values);
  };
  const owned = <Row>(rowsOf: (customer: (typeof customers)[number]) => readonly Row[]) =>
    customers.flatMap((customer) =>
      rowsOf(customer).map((row, place) => ({
        ...row,
        customerId: customer.id,
        key: `${customer.id}-${place}`,
      })),
    );
  await write(
    "members",
    [
      ["slack_user_id", "text"],
      ["name", "text"],
      ["email", "text"],
    ],
    members.map(({ id, email }) => [id, id, email]),
  );
  await write(
    "hourly_costs",
    [
      ["member_id", "text"],
      ["from_day", "date"],
      ["amount_minor", "bigint"],
      ["currency", "text"],
      ["set_by", "text"],
      ["set_at", "timestamptz"],
    ],
    members.flatMap(({ id, hourly }) =>
      hourly.map((cost) => [id, cost.fromDay, cost.minor, cost.currency, "test", "2024-01-01"]),
    ),
  );
  await write(
    "exchange_rates",
    [
      ["from_currency", "text"],
      ["to_currency", "text"],
      ["day", "date"],
      ["rate", "numeric"],
      ["set_by", "text"],
      ["set_at", "timestamptz"],
    ],
    rates.map(({ from, to, day, rate }) => [from, to, day, rate, "test", "2024-01-01"]),
  );
  await write(
    "customers",
    [
      ["id", "int"],
      ["source", "text"],
      ["external_id", "text"],
      ["name", "text"],
      ["segment", "text"],
      ["owner_email", "text"],
      ["country", "text"],
      ["currency", "text"],
      ["margin_percent", "float8"],
      ["acquisition_cost_minor", "bigint"],
    ],
    customers.map(({ id, source, externalId, name, file }) => [
      ...[id, source, externalId, name, file.segment, file.ownerEmail],
      ...[file.country, file.currency, file.marginPercent, file.acquisitionMinor],
    ]),
  );
  await write(
    "closed_customer_facts",
    [
      ["customer_id", "int"],
      ["through_day", "date"],
      ["segment", "text"],
      ["owner_email", "text"],
      ["country", "text"],
      ["currency", "text"],
      ["margin_percent", "float8"],
      ["acquisition_cost_minor", "bigint"],
    ],
    owned(({ closedFiles }) => closedFiles).map(({ customerId, throughDay, file }) => [
      ...[customerId, throughDay, file.segment, file.ownerEmail],
      ...[file.country, file.currency, file.marginPercent, file.acquisitionMinor],
    ]),
  );
  let contractId = 0;
  const contracts = owned(({ contracts }) => contracts).map((contract) => ({
    ...contract,
    id: ++contractId,
  }));
  await write(
    "contracts",
    [
      ["id", "int"],
      ["customer_id", "int"],
      ["external_id", "text"],
      ["started_on", "date"],
      ["ended_on", "date"],
      ["continues", "bool"],
    ],
    contracts.map(({ id, customerId, key, startedOn, endedOn, continues }) => [
      id,
      customerId,
      key,
      startedOn,
      endedOn,
      continues,
    ]),
  );
  await write(
    "contract_prices",
    [
      ["contract_id", "int"],
      ["from_day", "date"],
      ["monthly_minor", "bigint"],
      ["currency", "text"],
    ],
    contracts.flatMap(({ id, prices }) =>
      prices.map(({ fromDay, monthlyMinor, currency }) => [
        id,
        fromDay,
        monthlyMinor,
        monthlyMinor === null ? null : currency,
      ]),
    ),
  );
  await write(
    "relationship_ends",
    [
      ["customer_id", "int"],
      ["ended_on", "date"],
      ["resumed_on", "date"],
    ],
    owned(({ ends }) => ends).map(({ customerId, endedOn, resumedOn }) => [customerId, endedOn, resumedOn]),
  );
  await write(
    "revenue_adjustments",
    [
      ["customer_id", "int"],
      ["booked_on", "date"],
      ["from_day", "date"],
      ["to_day", "date"],
      ["amount_minor", "bigint"],
      ["currency", "text"],
      ["why", "text"],
    ],
    owned(({ adjustments }) => adjustments).map(
      ({ customerId, bookedOn, fromDay, toDay, minor, currency }) => [
        ...[customerId, bookedOn, fromDay, toDay, minor, currency, "price-changed"],
      ],
    ),
  );
  await write(
    "activities",
    [
      ["source", "text"],
      ["external_id", "text"],
      ["customer_id", "int"],
      ["kind", "text"],
      ["at", "timestamptz"],
      ["amount_minor", "bigint"],
      ["currency", "text"],
      ["booked_on", "date"],
    ],
    owned(({ sales }) => sales).map(({ key, customerId, kind, at, minor, currency, bookedOn }) => [
      ...["test", key, customerId, kind, at, minor, currency, bookedOn],
    ]),
  );
  await write(
    "tickets",
    [
      ["id", "int"],
      ["source", "text"],
      ["external_id", "text"],
      ["customer_id", "int"],
      ["subject", "text"],
      ["opened_at", "timestamptz"],
      ["first_reply_at", "timestamptz"],
      ["solved_at", "timestamptz"],
      ["booked_on", "date"],
    ],
    owned(({ tickets }) => tickets).map(
      ({ externalId, customerId, openedAt, firstReplyAt, solvedAt, bookedOn }, place) => [
        ...[place + 1, "test", externalId, customerId, "Help", openedAt, firstReplyAt, solvedAt, bookedOn],
      ],
    ),
  );
  await write(
    "touches",
    [
      ["source", "text"],
      ["external_id", "text"],
      ["customer_id", "int"],
      ["member_id", "text"],
      ["channel", "text"],
      ["outcome", "text"],
      ["minutes_spent", "int"],
      ["at", "timestamptz"],
      ["booked_on", "date"],
    ],
    owned(({ touches }) => touches).map(
      ({ externalId, customerId, memberId, channel, minutes, at, bookedOn }) => [
        ...["test", externalId, customerId, memberId, channel, "reached", minutes, at, bookedOn],
      ],
    ),
  );
  await write(
    "feedback",
    [
      ["source", "text"],
      ["external_id", "text"],
      ["customer_id", "int"],
      ["kind", "text"],
      ["score", "float8"],
      ["scale_max", "float8"],
      ["at", "timestamptz"],
      ["booked_on", "date"],
    ],
    owned(({ answers }) => answers).map(({ key, customerId, kind, score, scaleMax, at, bookedOn }) => [
      ...["test", key, customerId, kind, score, scaleMax, at, bookedOn],
    ]),
  );
  await write(
    "closed_ticket_facts",
    [
      ["ticket_id", "int"],
      ["through_day", "date"],
      ["first_reply_at", "timestamptz"],
      ["solved_at", "timestamptz"],
    ],
    owned(({ tickets }) => tickets).flatMap(({ closedSays }, place) =>
      closedSays === null
        ? []
        : [[place + 1, company.closedThrough, closedSays.firstReplyAt, closedSays.solvedAt]],
    ),
  );
  await write(
    "suggestions",
    [
      ["key", "text"],
      ["kind", "text"],
      ["customer_id", "int"],
      ["playbook", "text"],
      ["action", "jsonb"],
      ["reason", "jsonb"],
      ["created_at", "timestamptz"],
    ],
    owned(({ suggestions }) => suggestions).map(({ key, customerId, playbook, at }) => [
      ...[key, "card", customerId, playbook, "{}", "{}", at],
    ]),
  );
  await write(
    "cost_entries",
    [
      ["id", "int"],
      ["source", "text"],
      ["external_id", "text"],
      ["category", "text"],
      ["kind", "text"],
      ["amount_minor", "bigint"],
      ["currency", "text"],
      ["from_day", "date"],
      ["to_day", "date"],
      ["applies_to", "text"],
      ["driver", "text"],
      ["corrects_id", "int"],
      ["booked_on", "date"],
    ],
    entries.map((entry, place) => [
      ...[place + 1, entry.source, `E${place}`, entry.category, entry.kind, entry.minor, entry.currency],
      ...[entry.fromDay, entry.toDay, entry.targets.map(printed).join("|"), entry.driver],
      ...[entry.corrects === null ? null : entry.corrects + 1, entry.bookedOn],
    ]),
  );
  await write(
    "cost_budgets",
    [
      ["scope", "text"],
      ["from_day", "date"],
      ["to_day", "date"],
      ["amount_minor", "bigint"],
      ["currency", "text"],
      ["set_by", "text"],
      ["set_at", "timestamptz"],
    ],
    budgets.map(({ scope, fromDay, toDay, minor, currency }) => [
      scope,
      fromDay,
      toDay,
      minor,
      currency,
      "test",
      "2024-12-01",
    ]),
  );
  if (company.closedThrough !== null)
    await write(
      "cost_closings",
      [
        ["through_day", "date"],
        ["closed_by", "text"],
        ["closed_at", "timestamptz"],
      ],
      [[company.closedThrough, "test", "2030-01-01"]],
    );
}

const printed = (target: PlainTarget) => (target.kind === "all" ? "all" : `${target.kind}:${target.name}`);
