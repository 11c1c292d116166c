import type { CostRecord } from "../domain/customer-records.ts";
import type { Calendar } from "./calendar.ts";
import { amountForAll } from "./cost-scale.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import { ACME } from "./story-cast.ts";

/** Calendar months covered, the present one included. */
const MONTHS = 14;
const TEAM_CURRENCY = "EUR";

type Cost = Pick<CostRecord, "category" | "subcategory" | "kind" | "amountMinor" | "appliesTo" | "driver"> & {
  readonly name: string;
  readonly note: string;
};

const EVERY_MONTH: readonly Cost[] = [
  {
    name: "labour-vip",
    category: "labour",
    subcategory: "pay",
    kind: "direct",
    amountMinor: 650_000,
    appliesTo: "segment:VIP",
    driver: "minutes",
    note: "Pay and benefits of the VIP team, beside logged contacts",
  },
  {
    name: "labour-standard",
    category: "labour",
    subcategory: "pay",
    kind: "direct",
    amountMinor: 900_000,
    appliesTo: "segment:Standard",
    driver: "touches",
    note: "Pay and benefits of account management, beside logged contacts",
  },
  {
    name: "labour-small",
    category: "labour",
    subcategory: "pay",
    kind: "direct",
    amountMinor: 280_000,
    appliesTo: "segment:Small",
    driver: "tickets",
    note: "Pay and benefits of the service desk, beside logged contacts",
  },
  {
    name: "newsletter",
    category: "marketing",
    subcategory: null,
    kind: "indirect",
    amountMinor: 45_000,
    appliesTo: "all",
    driver: "equal",
    note: "Newsletter",
  },
];

const EVERY_YEAR: readonly Cost[] = [
  {
    name: "crm",
    category: "tools",
    subcategory: null,
    kind: "indirect",
    amountMinor: 2_400_000,
    appliesTo: "all",
    driver: "equal",
    note: "CRM subscription, one year",
  },
  {
    name: "research",
    category: "marketing",
    subcategory: null,
    kind: "indirect",
    amountMinor: 900_000,
    appliesTo: "all",
    driver: "revenue",
    note: "Market research, one year",
  },
  {
    name: "gifts",
    category: "goods",
    subcategory: null,
    kind: "direct",
    amountMinor: 200_000,
    appliesTo: "segment:VIP",
    driver: "equal",
    note: "Gifts, one year",
  },
];

const EVENT: Cost = {
  name: "event",
  category: "activities",
  subcategory: null,
  kind: "direct",
  amountMinor: 320_000,
  appliesTo: "segment:VIP|segment:Standard",
  driver: "equal",
  note: "Customer day",
};

const ACME_VISIT: Cost = {
  name: "visit-acme",
  category: "activities",
  subcategory: null,
  kind: "direct",
  amountMinor: 38_000,
  appliesTo: `customer:${ACME.externalId}`,
  driver: "equal",
  note: "Travel to the quarterly review",
};

/**
 * What the invented team spends on so many customers: the last 14 calendar months, each amount with its period.
 * @param monthsAhead so many months after the present one too
 */
export function demoCosts(calendar: Calendar, customers: number, monthsAhead = 0): CostRecord[] {
  const ofTeam = (cost: Cost) => ({ ...cost, amountMinor: amountForAll(cost.amountMinor, customers) });
  const costs: CostRecord[] = [];
  for (let monthsAgo = MONTHS - 1; monthsAgo >= -monthsAhead; monthsAgo -= 1) {
    for (const cost of EVERY_MONTH) costs.push(entry(calendar, ofTeam(cost), monthsAgo, 1));
    // Three months later is one month before, where they come every four.
    if (monthsAgo % 4 === 1 || monthsAgo % 4 === -3) costs.push(entry(calendar, ofTeam(EVENT), monthsAgo, 1));
  }
  for (let monthsAgo = MONTHS - 1; monthsAgo >= -monthsAhead; monthsAgo -= 12) {
    for (const cost of EVERY_YEAR) costs.push(entry(calendar, ofTeam(cost), monthsAgo, 12));
  }
  costs.push(entry(calendar, ACME_VISIT, 2, 1));
  return costs;
}

function entry(calendar: Calendar, cost: Cost, startsMonthsAgo: number, months: number): CostRecord {
  const { name, ...facts } = cost;
  const fromDay = calendar.monthStart(startsMonthsAgo);
  return {
    source: DEMO_SOURCE,
    externalId: `DEMO-COST-${name}-${fromDay.slice(0, 7)}`,
    ...facts,
    currency: TEAM_CURRENCY,
    fromDay,
    toDay: calendar.monthEnd(startsMonthsAgo - months + 1),
  };
}
