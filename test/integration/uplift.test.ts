import { beforeEach, expect, it } from "vitest";
import { isHeldOut } from "../../src/domain/outreach/proof/hold-out.ts";
import { reportUplift } from "../../src/flows/outreach/report-uplift.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NUDGED_AT = new Date("2026-10-06T08:00:00Z");
const HOLD_OUT = { playbookShare: 0.3, globalShare: 0.2, salt: "uplift" };
const CUSTOMERS = 300;

describeOnEachDatabase("what nudges brought", (database) => {
  const heldOut = (id: number, playbook = "check-in") => isHeldOut(id, playbook, "2026-10-06", HOLD_OUT);
  const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
  const report = (now = "2026-11-30T08:00:00Z") =>
    reportUplift(
      { ...createStore(database()), clv, holdOut: HOLD_OUT, timeZone: "UTC", clock: () => new Date(now) },
      { day: "2026-11-01" },
    );

  /** Every second customer buys again, and of those nudged every third of the others. */
  beforeEach(async () => {
    const ids = Array.from({ length: CUSTOMERS }, (_, place) => place + 1);
    const out = ids.filter((id) => heldOut(id));
    await database().pool.query(
      `WITH made AS (
         INSERT INTO customers (id, source, external_id, name) SELECT id, 't', id::text, 'Customer ' || id FROM unnest($1::int[]) AS id
       ), cases AS (
         INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, passed_over)
         SELECT id, 'check-in', 'silence', 'nudge', $3, 'held-out' FROM unnest($2::int[]) AS id
       ), nudges AS (
         INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, created_at)
         SELECT 'n' || id, 'nudge', id, 'check-in', '{}', '{}', $3 FROM unnest($1::int[]) AS id WHERE id <> ALL ($2)
       )
       INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       SELECT 't', id::text, id, 'order', $3::timestamptz + interval '9 days', 100, 'EUR' FROM unnest($1::int[]) AS id
       WHERE id % 2 = 0 OR (id % 3 = 0 AND id <> ALL ($2))`,
      [ids, out, NUDGED_AT],
    );
  });

  it("is the difference to those held out, once it is known what became of them", async () => {
    const { quarter, playbooks, withinDays } = await report();
    expect([quarter, withinDays]).toEqual(["2026-Q4", 30]);
    const out = Array.from({ length: CUSTOMERS }, (_, place) => place + 1).filter((id) => heldOut(id));
    const [checkIn, all] = playbooks;
    expect(checkIn).toMatchObject({
      playbook: "check-in",
      nudged: CUSTOMERS - out.length,
      heldOut: out.length,
      known: CUSTOMERS,
    });
    const share = (ids: readonly number[], stays: (id: number) => boolean) =>
      ids.filter(stays).length / ids.length;
    const nudged = Array.from({ length: CUSTOMERS }, (_, place) => place + 1).filter((id) => !heldOut(id));
    const effect = share(nudged, (id) => id % 2 === 0 || id % 3 === 0) - share(out, (id) => id % 2 === 0);
    expect(checkIn?.soFar?.effect).toBeCloseTo(effect, 10);
    expect(checkIn?.smallest).toBeGreaterThan(0.1);
    const globally = Array.from({ length: CUSTOMERS }, (_, place) => place + 1).filter((id) =>
      heldOut(id, "all playbooks"),
    );
    expect(all).toMatchObject({ playbook: "all playbooks", heldOut: globally.length });
    const sent = CUSTOMERS - out.length;
    expect(checkIn).toMatchObject({ sent, reachedOut: 0, notUseful: 0 });
    await database().pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, status, created_at)
       SELECT 'k' || status, 'nudge', 1, 'check-in', '{}', '{}', status, '2026-10-07'
       FROM unnest(ARRAY['open', 'touched', 'reached_out', 'not_useful']) AS status`,
    );
    expect((await report()).playbooks[0]).toMatchObject({ sent: sent + 4, reachedOut: 2, notUseful: 1 });
  });

  it("counts a customer once a playbook, as they were dealt first", async () => {
    await database().pool.query(
      `INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, created_at)
       SELECT 'again' || id, 'nudge', id, 'check-in', '{}', '{}', '2026-11-20' FROM customers`,
    );
    const [checkIn] = (await report()).playbooks;
    expect([checkIn?.known, checkIn?.nudged]).toEqual([CUSTOMERS, CUSTOMERS - (checkIn?.heldOut ?? 0)]);
  });

  it("counts in this quarter who was nudged on the same occasion before it", async () => {
    await database().pool.query(
      `INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, chosen_at)
       SELECT customer_id, playbook, 'long silence', kind, '2026-09-01', '2026-09-01' FROM suggestions`,
    );
    expect((await report()).playbooks[0]?.known).toBe(CUSTOMERS);
  });

  it("says nothing yet of what is not known yet, and nothing of another quarter", async () => {
    const [checkIn] = (await report("2026-11-05T07:59:00Z")).playbooks;
    expect(checkIn).toMatchObject({ known: 0, soFar: null });
    await database().pool.query(
      `WITH cases AS (UPDATE playbook_cases SET eligible_at = '2026-09-30T23:59:59Z')
       UPDATE suggestions SET created_at = '2026-09-30T23:59:59Z'`,
    );
    expect((await report()).playbooks).toEqual([]);
  });
});
