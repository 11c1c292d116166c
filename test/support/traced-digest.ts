import type { MessageBlock } from "../../src/slack/blocks/chart.ts";
import type { Database } from "../../src/store/database/database.ts";
import { costEntries } from "./cost-entries.ts";
import { fileRows } from "./file-rows.ts";

/** A Monday morning, and the week its digest is about. */
export const TRACED_NOW = new Date("2026-11-23T08:00:00Z");
export const TRACED_WEEK = "2026-W47";

const daysAgo = (days: number) => new Date(TRACED_NOW.getTime() - days * 86_400_000);

/**
 * A company of which every figure of a digest has something to tell, and no two figures are alike by chance. No name has a
 * digit.
 */
export async function tracedCompany(database: Database): Promise<void> {
  const rows = fileRows(database);
  await rows.member("UANA", "ana@us.example");
  const model = await rows.model();
  const contract = {
    started_on: "2025-01-01",
    currency: "EUR",
    margin_percent: 50,
    owner_email: "ana@us.example",
  };
  const add = async (name: string, monthly: number, risks: readonly [daysAgo: number, risk: number][]) => {
    const id = await rows.customer(name, { ...contract, monthly_revenue_minor: monthly });
    for (const [days, risk] of risks) await rows.score(id, daysAgo(days), risk, model);
    return id;
  };
  await add("Newcomer", 111_100, [
    [14.3, 0.1],
    [7.3, 0.31],
    [0.3, 0.72],
  ]);
  const stayer = await add("Stayer", 222_200, [
    [14.3, 0.55],
    [7.3, 0.6],
    [0.3, 0.64],
  ]);
  await add("Saved", 333_300, [
    [14.3, 0.8],
    [7.3, 0.83],
    [0.3, 0.12],
  ]);
  await add("Middling", 444_400, [
    [7.3, 0.33],
    [0.3, 0.35],
  ]);
  const gone = await add("Gone", 55_500, [
    [7.3, 0.91],
    [0.3, 0.91],
  ]);
  await database.pool.query("UPDATE customers SET ended_on = '2026-11-19' WHERE id = $1", [gone]);
  await rows.customer("Unscored", { ...contract, monthly_revenue_minor: 66_600 });
  const buyer = await rows.customer("Buyer", { currency: "EUR", margin_percent: 40 });
  for (const [at, minor] of [
    ["2025-09-10", 80_000],
    ["2025-10-15", 70_000],
    ["2026-09-10", 90_000],
    ["2026-10-15", 60_000],
    ["2026-11-05", 50_000],
  ] as const)
    await rows.order(buyer, `${at}T12:00:00Z`, minor);
  await rows.score(buyer, daysAgo(0.3), 0.52, model);
  await nudges(database, buyer);
  await costEntries(database).record([
    {
      ...({
        source: "test",
        externalId: "labour",
        category: "labour",
        subcategory: "pay",
        kind: "direct",
      } as const),
      ...{ amountMinor: 123_400, currency: "EUR", fromDay: "2026-10-01", toDay: "2026-10-31" },
      ...({ appliesTo: "all", driver: "equal", note: null } as const),
    },
  ]);
  await newPrice(database, stayer);
}

/** From a day within the week on. */
async function newPrice(database: Database, customerId: number): Promise<void> {
  await database.pool.query(
    `INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
     SELECT id, '2026-11-18', 222200, 'EUR' FROM contracts WHERE customer_id = $1`,
    [customerId],
  );
}

/** Of the week: four of which one was reached, one snoozed, and one not useful. */
async function nudges(database: Database, customerId: number): Promise<void> {
  for (const [place, status] of ["reached_out", "snoozed", "not_useful", "open", "open", "open"].entries())
    await database.pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, status, created_at, settled_at)
       VALUES ($1, 'nudge', $2, 'p', '{}', '{}', $3, $4, $5)`,
      [
        `nudge:${customerId}:${place}`,
        customerId,
        status,
        "2026-11-17T09:00:00Z",
        status === "open" ? null : "2026-11-18T09:00:00Z",
      ],
    );
}

/** Every line a reader sees of a digest, and every point that is drawn; buttons are named by their words. */
export function digestLines(blocks: readonly MessageBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "header":
        return [block.text.text];
      case "section":
        return [block.text?.text ?? "", ...(block.fields ?? []).map(({ text }) => text.replace("\n", " "))]
          .flatMap((text) => text.split("\n"))
          .filter((line) => line !== "");
      case "context":
        return block.elements.flatMap((element) => ("text" in element ? element.text.split("\n") : []));
      case "actions":
        return block.elements.flatMap((element) => ("text" in element ? [element.text.text] : []));
      case "data_visualization":
        return [
          block.title,
          ...block.chart.series.flatMap(({ name, data }) =>
            data.map(({ label, value }) => `${name}: ${label} = ${value}`),
          ),
        ];
      default:
        throw new Error(`a digest with a block nobody reads here: ${block.type}`);
    }
  });
}
