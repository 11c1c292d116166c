import { expect, it } from "vitest";
import { addDays } from "../../src/domain/calendar.ts";
import { customerSpans, isCustomerAtClose } from "../../src/domain/figures/customer-days.ts";
import type { Database } from "../../src/store/database/database.ts";
import { customerHistoriesStore } from "../../src/store/figures/customer-histories.ts";
import { customerOnDaySql } from "../../src/store/figures/customer-on-day.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { randomNumbers } from "../support/invented-log.ts";

const CUSTOMERS = 120;
const FIRST = "2024-01-01";
/** Few days, so that ends, beginnings and purchases often meet; a year on, windows end. */
const DAYS = 12;

/** Contracts that overlap, touch or lie apart, ends that were withdrawn, purchases, some of them told late. */
async function writeHistories({ pool }: Database, seed: number): Promise<void> {
  const random = randomNumbers(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const day = () => addDays(FIRST, upTo(DAYS) + (random() < 0.3 ? 365 : 0));
  const later = (from: string) => addDays(from, upTo(4));
  await pool.query(
    `INSERT INTO customers (source, external_id, name, currency)
     SELECT 't', n::text, 'C' || n, 'EUR' FROM generate_series(1, ${CUSTOMERS}) n`,
  );
  for (let id = 1; id <= CUSTOMERS; id += 1) {
    for (let count = upTo(2); count > 0; count -= 1) {
      const start = day();
      const end = random() < 0.3 ? null : later(start);
      await pool.query("INSERT INTO contracts (customer_id, started_on, ended_on) VALUES ($1, $2, $3)", [
        ...[id, start, end],
      ]);
    }
    for (let count = upTo(2); count > 0; count -= 1) {
      const end = day();
      const resumed = random() < 0.5 ? null : addDays(end, 1 + upTo(4));
      await pool.query("INSERT INTO relationship_ends VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
        ...[id, end, resumed],
      ]);
    }
    for (let count = upTo(2); count > 0; count -= 1) {
      const bought = day();
      const booked = random() < 0.7 ? null : addDays(bought, 1 + upTo(4));
      const hour = String(upTo(23)).padStart(2, "0");
      await pool.query(
        `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
         VALUES ('t', $1, $2, 'order', $3, 100, 'EUR')`,
        [`${id}-${count}`, id, `${bought}T${hour}:30:00Z`],
      );
      await pool.query("UPDATE activities SET booked_on = $2 WHERE external_id = $1", [
        ...[`${id}-${count}`, booked],
      ]);
    }
  }
}

describeOnEachDatabase("who is a customer at the close of a day", (database) => {
  it.each([
    [2, "America/Los_Angeles"],
    [3, "Asia/Taipei"],
  ])("is the same in SQL as by everybody's spans (log %i, %s)", async (seed, timeZone) => {
    await writeHistories(database(), seed);
    const days = Array.from({ length: DAYS + 6 }, (_, place) => addDays(FIRST, place));
    let customers = 0;
    for (const day of [...days, ...days.map((one) => addDays(one, 365))]) {
      const bySpans: number[] = [];
      const scope = { fromDay: addDays(day, -2 * 365), toDay: day, timeZone };
      await customerHistoriesStore(database()).over(scope, (history) => {
        if (isCustomerAtClose(customerSpans(history), day)) bySpans.push(history.customerId);
      });
      const { rows } = await database().pool.query<{ id: number }>(
        `SELECT c.id FROM customers c
         WHERE ${customerOnDaySql("c", { day: "$1::date", timeZone: "$2::text" })} ORDER BY c.id`,
        [day, timeZone],
      );
      expect(
        rows.map(({ id }) => id),
        day,
      ).toEqual(bySpans);
      customers += bySpans.length;
    }
    expect(customers).toBeGreaterThan(500);
  });
});
