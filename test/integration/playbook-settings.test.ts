import { describe, expect, it } from "vitest";
import type { AskedSetting } from "../../src/domain/outreach/playbooks/asked-setting.ts";
import { PLAYBOOK_KEYS } from "../../src/domain/outreach/playbooks/playbooks.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { checkHealth } from "../../src/flows/messages/check-health.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { whySilent } from "../../src/flows/messages/why-silent.ts";
import { listPlaybooks } from "../../src/flows/outreach/list-playbooks.ts";
import { previewPlaybook } from "../../src/flows/outreach/preview-playbook.ts";
import { setPlaybook } from "../../src/flows/outreach/set-playbook.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const LAST_NIGHT = new Date("2026-11-23T00:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const AS_IS: AskedSetting = { mode: "on", numbers: {}, minutes: "", gift: "", giftCurrency: "" };
const caredFor = { feature: "touches90d", value: 4, typical: 1, contribution: -2 };

describeOnEachDatabase("what the team set of its playbooks", (database) => {
  const deps = (at = NOW) => ({
    ...createStore(database()),
    model: NO_MODEL,
    clock: () => at,
    clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
    timeZone: "UTC",
    holidays: publicHolidays(),
  });
  const set = (
    playbook: string,
    asked: Partial<AskedSetting>,
    seen: number | null = null,
    { by = "U1", at = NOW } = {},
  ) => setPlaybook(deps(at), { playbook, asked: { ...AS_IS, ...asked }, seen, by });
  const listed = async (key: string) => {
    const { playbooks } = await listPlaybooks(deps());
    return playbooks.find((one) => one.key === key);
  };
  const audit = async () => {
    const { rows } = await database().pool.query(
      "SELECT at, actor, details FROM audit_events WHERE action = 'playbook.set' ORDER BY id",
    );
    return rows;
  };

  it("is kept with who set it and when, and every change is on record", async () => {
    await fileRows(database()).member("U1", "anna@us.example");
    const asked = { mode: "dry-run", numbers: { leastDropPercent: "40" }, gift: "5", giftCurrency: "EUR" };
    expect(await set("usage-drop", asked, 0)).toEqual({ kind: "saved" });
    expect(await listed("usage-drop")).toMatchObject({
      ...{ mode: "dry-run", numbers: { leastDropPercent: 40 }, minutes: 20, misfits: [] },
      gift: { minor: 500, currency: "EUR" },
      set: { by: "U1", byName: "U1", at: NOW, revision: 1 },
    });
    expect(await set("usage-drop", asked, 1)).toEqual({ kind: "unchanged" });
    expect(await set("usage-drop", {}, 1, { by: "U2", at: daysAgo(-1) })).toEqual({ kind: "saved" });
    const declared = { mode: "on", numbers: {}, minutes: null, gift: null };
    const first = {
      ...{ mode: "dry-run", numbers: { leastDropPercent: 40 }, minutes: null },
      gift: { minor: 500, currency: "EUR" },
    };
    expect(await audit()).toEqual([
      { at: NOW, actor: "U1", details: { playbook: "usage-drop", before: declared, after: first } },
      { at: daysAgo(-1), actor: "U2", details: { playbook: "usage-drop", before: first, after: declared } },
    ]);
    expect((await listed("usage-drop"))?.set).toMatchObject({ by: "U2", byName: null, revision: 2 });
  });

  it("is changed by one of two at once, and the other hears of it", async () => {
    const both = await Promise.all([
      set("thank", { mode: "off" }, 0),
      set("thank", { mode: "dry-run" }, 0, { by: "U2" }),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["meanwhile", "saved"]);
    expect(await audit()).toHaveLength(1);
    expect(await set("thank", { minutes: "9" }, 0)).toEqual({ kind: "meanwhile" });
    expect((await listed("thank"))?.minutes).toBe(5);
    expect(await set("thank", { minutes: "9" }, 1)).toEqual({ kind: "saved" });
  });

  it("is refused where it does not fit, and where there is no such playbook", async () => {
    expect(await set("usage-drop", { numbers: { leastDropPercent: "96" } })).toMatchObject({
      kind: "wrong",
      problems: [{ field: { kind: "number", name: "leastDropPercent" } }],
    });
    expect(await set("constructor", {})).toEqual({ kind: "unknown-playbook" });
    expect(await audit()).toEqual([]);
  });

  it("falls back to what is declared where it fits no more, and names what this version does not know", async () => {
    await database().pool.query(
      `INSERT INTO playbook_settings (playbook, mode, numbers, revision, set_by, updated_at) VALUES
         ('usage-drop', 'on', '{"leastDropPercent": 99, "gone": 1}', 1, 'U1', now()),
         ('thank', 'on', '{"withinDays": "soon"}', 1, 'U1', now()),
         ('a-newer-one', 'off', '{}', 1, 'U1', now())`,
    );
    expect(await listed("usage-drop")).toMatchObject({
      numbers: { leastDropPercent: 33 },
      misfits: [
        { number: "gone", kept: 1, range: null },
        { number: "leastDropPercent", kept: 99, range: { least: 5, most: 95 } },
      ],
    });
    expect(await listed("thank")).toMatchObject({
      numbers: { withinDays: 7 },
      misfits: [{ kept: Number.NaN }],
    });
    expect((await listPlaybooks(deps())).unknown).toEqual(["a-newer-one"]);
    const checks = await checkHealth(deps());
    expect(checks.find(({ name }) => name === "playbooks")).toMatchObject({
      status: "warning",
      finding: [
        phrase("health.playbooks.unknown", { n: 1, playbooks: "a-newer-one" }),
        phrase("health.playbooks.misfit", {
          playbook: "usage-drop",
          n: 2,
          numbers: "gone, leastDropPercent",
        }),
        phrase("health.playbooks.misfit", { playbook: "thank", n: 1, numbers: "withinDays" }),
      ],
    });
    expect(await set("usage-drop", {})).toEqual({ kind: "saved" });
    expect((await listed("usage-drop"))?.misfits).toEqual([]);
  });

  it("is fine with the doctor where all of it counts", async () => {
    await set("thank", { mode: "off" });
    expect((await checkHealth(deps())).map(({ name }) => name)).not.toContain("playbooks");
  });

  describe("decides a morning's nudges", () => {
    const plan = () => planNudges(deps(), { timeZone: "UTC", day: "2026-11-23" });
    const told = async () => {
      const { rows } = await database().pool.query("SELECT playbook FROM suggestions ORDER BY playbook");
      return rows.map(({ playbook }) => playbook);
    };
    const cases = async () => {
      const { rows } = await database().pool.query(
        "SELECT playbook, passed_over FROM playbook_cases ORDER BY playbook",
      );
      return rows.map(({ playbook, passed_over }) => [playbook, passed_over]);
    };
    /** At high risk, last touched 40 days ago, and nothing else: monthly contact applies, and check-in. */
    const atRisk = async () => {
      const rows = fileRows(database());
      await rows.member("U1", "rep@us.example");
      const id = await rows.customer("王芳 & Co", { owner_email: "rep@us.example", currency: "EUR" });
      await rows.touch(id, daysAgo(40));
      await rows.score(id, LAST_NIGHT, 0.9, await rows.model(), [caredFor]);
      return id;
    };

    it("by the number that is set", async () => {
      await atRisk();
      await set("monthly-contact", { numbers: { everyDays: "41" } });
      await plan();
      expect(await told()).toEqual(["check-in"]);
    });

    it("and lets the next one speak where the first is in a dry run", async () => {
      await atRisk();
      await set("monthly-contact", { mode: "dry-run" });
      await plan();
      expect(await told()).toEqual(["check-in"]);
      expect(await cases()).toEqual([
        ["check-in", null],
        ["monthly-contact", "dry-run"],
      ]);
      expect((await listed("monthly-contact"))?.applied).toEqual({ customers: 1, told: 0, dryRun: 1 });
      expect((await listed("check-in"))?.applied).toEqual({ customers: 1, told: 1, dryRun: 0 });
    });

    it("to nobody where all that applies is off or in a dry run, and says why", async () => {
      const id = await atRisk();
      await set("monthly-contact", { mode: "dry-run" });
      await set("check-in", { mode: "off" });
      expect(await plan()).toMatchObject({ messages: 0, skipped: { "nothing-to-say": 1 } });
      expect(await told()).toEqual([]);
      expect(await cases()).toEqual([["monthly-contact", "dry-run"]]);
      const silent = await whySilent(deps(), { customerId: id, reader: null });
      expect(silent).toMatchObject({ because: phrase("why-silent.nothing-to-say") });
    });

    it("to those alone of whom another one speaks, where check-in is off", async () => {
      await atRisk();
      const rows = fileRows(database());
      const other = await rows.customer("Other", {
        ...{ external_id: "other", owner_email: "rep@us.example", currency: "EUR" },
      });
      await database().pool.query(
        `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at) VALUES ($1, 'o', 'o', 'phone', 'reached', $2)`,
        [other, daysAgo(20)],
      );
      await rows.score(other, LAST_NIGHT, 0.8, await rows.model(), [caredFor]);
      await set("check-in", { mode: "off" });
      expect(await plan()).toMatchObject({ messages: 1, customers: 1, skipped: { "nothing-due": 1 } });
      expect(await told()).toEqual(["monthly-contact"]);
    });
  });

  it("counts what applied in the last 30 days, each customer once", async () => {
    const rows = fileRows(database());
    const [a, b] = [await rows.customer("A"), await rows.customer("B")];
    const keep = (customer: number, occasion: string, at: Date, passedOver: string | null) =>
      database().pool.query(
        `INSERT INTO playbook_cases (customer_id, playbook, occasion, kind, eligible_at, chosen_at, passed_over)
         VALUES ($1, 'thank', $2, 'nudge', $3, $4, $5)`,
        [customer, occasion, at, passedOver === null ? at : null, passedOver],
      );
    await keep(a, "1", daysAgo(2), null);
    await keep(a, "2", daysAgo(30), "cooldown");
    await keep(b, "1", daysAgo(30.1), "dry-run");
    expect((await listed("thank"))?.applied).toEqual({ customers: 1, told: 1, dryRun: 0 });
    await keep(b, "2", daysAgo(1), "dry-run");
    expect((await listed("thank"))?.applied).toEqual({ customers: 2, told: 1, dryRun: 1 });
    expect((await listPlaybooks(deps())).playbooks.map(({ key }) => key)).toEqual(PLAYBOOK_KEYS);
  });

  describe("is counted before it is set", () => {
    const preview = (asked: Partial<AskedSetting>) =>
      previewPlaybook(deps(), { playbook: "monthly-contact", asked: { ...AS_IS, ...asked } });

    it("among today's customers, by what is set and by what is asked", async () => {
      const rows = fileRows(database());
      for (const [place, days] of [10, 35, 50].entries())
        await rows.touch(await rows.customer(`C${place}`), daysAgo(days));
      const left = await rows.customer("Left", { ended_on: "2026-11-23" });
      await rows.touch(left, daysAgo(50));
      await rows.customer("Joined", { joined_into: left });
      const among = { kind: "counted", looked: 3, inAll: 3 };
      expect(await preview({ numbers: { everyDays: "40" } })).toEqual({ ...among, bySet: 2, byAsked: 1 });
      await set("monthly-contact", { mode: "off", numbers: { everyDays: "7" } });
      expect(await preview({ numbers: { everyDays: "40" } })).toEqual({ ...among, bySet: 3, byAsked: 1 });
    });

    it("of nobody in an empty file, and not at all where it does not fit", async () => {
      expect(await preview({})).toEqual({ kind: "counted", bySet: 0, byAsked: 0, looked: 0, inAll: 0 });
      expect(await preview({ numbers: { everyDays: "0" } })).toMatchObject({ kind: "wrong" });
    });

    it("among no more than some, the same each time", async () => {
      const rows = fileRows(database());
      for (let place = 0; place < 8; place += 1) await rows.customer(`C${place}`);
      const draw = () => createStore(database()).customerSample.draw("2026-11-23", 5);
      const { ids, inAll } = await draw();
      expect([new Set(ids).size, inAll]).toEqual([5, 8]);
      expect((await draw()).ids).toEqual(ids);
    });
  });
});
