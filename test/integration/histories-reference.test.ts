import { expect, it } from "vitest";
import { convertedRevenue, converterTo } from "../../src/domain/figures/converted-revenue.ts";
import { customerSpans, customerTurn } from "../../src/domain/figures/customer-days.ts";
import type { CustomerHistory } from "../../src/domain/figures/customer-history.ts";
import { customerHistoriesStore } from "../../src/store/figures/customer-histories.ts";
import type { PlainCompany, PlainQuestion } from "../reference/plain-company.ts";
import { plainFigures } from "../reference/plain-figures.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { madeUpCompany } from "../support/made-up-company.ts";
import { writeCompany } from "../support/write-company.ts";

const PERIODS = [
  { fromDay: "2025-01-01", toDay: "2025-03-31", currency: "EUR" },
  { fromDay: "2025-07-01", toDay: "2025-09-30", currency: "JPY" },
  { fromDay: "2025-10-01", toDay: "2025-12-31", currency: "USD" },
  { fromDay: "2025-01-01", toDay: "2025-12-31", currency: "EUR" },
  { fromDay: "2026-01-01", toDay: "2026-01-31", currency: "EUR" },
  { fromDay: "2026-04-01", toDay: "2026-06-30", currency: "EUR" },
];

/** What the plain reference says of those who were customers, or brought or cost anything. */
function expected(company: PlainCompany, question: PlainQuestion) {
  return plainFigures(company, question)
    .rows.map(({ id, atStart, atEnd, joined, reactivated, left, served, revenueMinor }) => ({
      ...{ id, atStart, atEnd, joined, reactivated, left, served, revenueMinor },
    }))
    .filter(({ served, revenueMinor }) => served || revenueMinor !== 0);
}

describeOnEachDatabase("histories against the plain reference", (database) => {
  it.each(["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Apia"])("in %s", async (timeZone) => {
    const company = madeUpCompany(7, { customers: 57, entries: 0, timeZone });
    await writeCompany(database(), company);
    for (const question of PERIODS) {
      const histories: CustomerHistory[] = [];
      await customerHistoriesStore(database()).over({ ...question, timeZone }, (one) => histories.push(one));
      const rates = company.rates.map(({ from, to, day, rate }) => ({
        ...{ fromCurrency: from, toCurrency: to, day, rate },
      }));
      const convert = converterTo(question.currency, question.toDay, rates);
      const found = histories
        .map((history) => ({
          id: history.customerId,
          ...customerTurn(customerSpans(history), question),
          revenueMinor: convertedRevenue(history, question, convert).netMinor,
        }))
        .filter(({ served, revenueMinor }) => served || revenueMinor !== 0);
      expect(found, `${question.fromDay} to ${question.toDay}`).toEqual(expected(company, question));
    }
  });
});
