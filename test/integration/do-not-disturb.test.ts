import { beforeEach, expect, it } from "vitest";
import { composeNudges } from "../../src/flows/messages/compose-nudges.ts";
import { whySilent } from "../../src/flows/messages/why-silent.ts";
import { decideDoNotDisturb } from "../../src/flows/outreach/decide-do-not-disturb.ts";
import { listDoNotDisturb } from "../../src/flows/outreach/list-do-not-disturb.ts";
import { setDoNotDisturb } from "../../src/flows/outreach/set-do-not-disturb.ts";
import { suggestDoNotDisturb } from "../../src/flows/outreach/suggest-do-not-disturb.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnEachDatabase("do not disturb", (database) => {
  let acme: number;
  let rows: ReturnType<typeof fileRows>;
  beforeEach(async () => {
    rows = fileRows(database());
    await rows.member("U1", "ana@us.example");
    acme = await rows.customer("Acme", { owner_email: "ana@us.example", segment: "Retail" });
    await rows.score(acme, new Date("2026-12-09T03:00:00Z"), 0.9);
  });

  const depsAt = (at: Date) => ({
    ...{ ...createStore(database()), model: NO_MODEL, clock: () => at, timeZone: "UTC" },
    holidays: publicHolidays(),
    ...{
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
      holdOut: { playbookShare: 0, globalShare: 0, salt: "s" },
    },
  });
  const deps = () => depsAt(NOW);
  const member = (slackUserId: string, role: "rep" | "manager") => ({
    ...{ slackUserId, role, name: slackUserId, email: null, timeZone: "UTC", locale: "en" },
  });
  const nudged = async () => {
    const { decisions } = await composeNudges(deps(), { timeZone: "UTC", day: "2026-12-09" });
    return decisions.map((one) => (one.kind === "nudge" ? "nudge" : one.because));
  };
  const quiet = () => setDoNotDisturb(deps(), { customerId: acme, memberId: "U1", because: "asked us" });

  it("keeps nudges quiet, once, until somebody allows contact again", async () => {
    expect(await nudged()).toEqual(["nudge"]);
    const both = await Promise.all([quiet(), quiet()]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["before", "set"]);
    expect(await nudged()).toEqual(["do-not-disturb"]);
    expect(await whySilent(deps(), { customerId: acme, reader: null })).toMatchObject({
      because: { code: "why-silent.do-not-disturb" },
    });
    const { items } = await listDoNotDisturb(deps(), { page: 0 });
    expect(items).toMatchObject([
      { whom: { name: "Acme" }, status: "quiet", because: "asked us", byName: "U1" },
    ]);
    const allow = (who: ReturnType<typeof member>) =>
      decideDoNotDisturb(deps(), { id: items[0]?.id ?? 0, status: "allowed", member: who });
    expect(await allow(member("U2", "rep"))).toEqual({ kind: "not-yours" });
    expect(await allow(member("U2", "manager"))).toMatchObject({ kind: "decided" });
    expect(await allow(member("U2", "manager"))).toEqual({ kind: "decided-before" });
    expect(await nudged()).toEqual(["nudge"]);
    expect(await quiet()).toMatchObject({ kind: "set" });
    const { rows: audit } = await database().pool.query("SELECT action FROM audit_events ORDER BY id");
    expect(audit.map(({ action }) => action)).toEqual([
      "do-not-disturb.set",
      "do-not-disturb.allowed",
      "do-not-disturb.set",
    ]);
  });

  it("lets whoever asked for it take it back", async () => {
    await quiet();
    const { items } = await listDoNotDisturb(deps(), { page: 9 });
    const own = { id: items[0]?.id ?? 0, status: "allowed", member: member("U1", "rep") } as const;
    expect(await decideDoNotDisturb(deps(), own)).toMatchObject({ kind: "decided" });
  });

  it("lists ten on a page, and the last page for one that is gone", async () => {
    for (let n = 0; n < 11; n += 1) {
      const id = await rows.customer(`Quiet ${n}`);
      await setDoNotDisturb(deps(), { customerId: id, memberId: "U1", because: "asked us" });
    }
    const first = await listDoNotDisturb(deps(), { page: 0 });
    expect([first.items.length, first.pages, first.inAll]).toEqual([10, 2, 11]);
    expect(await listDoNotDisturb(deps(), { page: 7 })).toMatchObject({ page: 1, items: [{}] });
  });

  /** Of a segment's customers half were nudged and half held out; so many of each left. */
  async function compared(segment: string, left: { nudged: number; heldOut: number }, each = 150) {
    const at = new Date("2026-10-05T08:00:00Z");
    await database().pool.query(
      `WITH made AS (
         INSERT INTO customers (source, external_id, name, segment, started_on, ended_on, monthly_revenue_minor, currency)
         SELECT 'many', $1 || n, 'N' || n, $1, '2025-01-01',
           CASE WHEN (n <= $3 AND n % 2 = 0) OR (n <= $4 AND n % 2 = 1) THEN '2026-10-15'::date END, 1000, 'EUR'
         FROM generate_series(1, $5::int) n RETURNING id, external_id
       ), nudged AS (
         INSERT INTO suggestions (key, kind, customer_id, playbook, action, reason, created_at)
         SELECT 'nudge:' || id, 'nudge', id, 'usage-drop', '{}', '{}', $2::timestamptz FROM made
         WHERE substr(external_id, length($1) + 1)::int % 2 = 0
       )
       INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, passed_over)
       SELECT id, 'usage-drop', 'x', 'nudge', $2, 'held-out' FROM made
       WHERE substr(external_id, length($1) + 1)::int % 2 = 1`,
      [segment, at, 2 * left.nudged, 2 * left.heldOut, 2 * each],
    );
  }

  it("is suggested for a segment that a playbook harms, and holds once somebody keeps it", async () => {
    await compared("Retail", { nudged: 90, heldOut: 10 });
    await compared("Industry", { nudged: 20, heldOut: 20 });
    const suggest = () => suggestDoNotDisturb(deps(), { day: "2026-12-09" });
    expect(await suggest()).toEqual({ suggested: 1 });
    expect(await suggest()).toEqual({ suggested: 0 });
    const { items } = await listDoNotDisturb(deps(), { page: 0 });
    expect(items).toMatchObject([
      { status: "suggested", whom: { segment: "Retail", playbook: "usage-drop", quarter: "2026-Q4" } },
    ]);
    const facts = async () =>
      (await createStore(database()).facts.read(["doNotDisturb"], [acme], NOW)).get(acme)?.doNotDisturb;
    // It changes nothing until somebody says so.
    expect(await facts()).toBeNull();
    const id = items[0]?.id ?? 0;
    const keep = { id, status: "quiet", member: member("U2", "manager") } as const;
    expect(await decideDoNotDisturb(deps(), { ...keep, member: member("U1", "rep") })).toEqual({
      kind: "not-yours",
    });
    expect(await decideDoNotDisturb(deps(), keep)).toMatchObject({ kind: "decided" });
    expect(await facts()).toEqual({ every: null, playbooks: ["usage-drop"] });
    await decideDoNotDisturb(deps(), { ...keep, status: "allowed" });
    expect(await facts()).toBeNull();
    // Decided once a quarter, it is not asked again.
    expect(await suggest()).toEqual({ suggested: 0 });
  });

  it("is not suggested where a playbook does no harm in all", async () => {
    await compared("Retail", { nudged: 60, heldOut: 10 });
    await compared("Industry", { nudged: 10, heldOut: 60 });
    expect(await suggestDoNotDisturb(deps(), { day: "2026-12-09" })).toEqual({ suggested: 0 });
  });
});
