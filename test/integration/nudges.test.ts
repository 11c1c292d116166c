import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import type { NudgeMessage } from "../../src/domain/messages/messages.ts";
import { DEFAULT_NUDGE_POLICY, type NudgePolicy } from "../../src/domain/outreach/nudges.ts";
import { type HoldOut, isHeldOut } from "../../src/domain/outreach/proof/hold-out.ts";
import { type Phrase, phrase } from "../../src/domain/phrase.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { type WhySilentInput, whySilent } from "../../src/flows/messages/why-silent.ts";
import { publicHolidays } from "../../src/holidays/public-holidays.ts";
import { exchangeRateStore } from "../../src/store/costs/exchange-rates.ts";
import type { Database } from "../../src/store/database/database.ts";
import { outboxStore } from "../../src/store/messages/outbox.ts";
import { riskListStore } from "../../src/store/outreach/risk-list.ts";
import { createStore } from "../../src/store/store.ts";
import { textOf } from "../../src/words/text.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const now = new Date("2026-11-23T08:00:00Z");
const lastNight = new Date("2026-11-23T00:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const silent = {
  feature: "daysSinceLastPurchase",
  value: 48,
  typical: 20,
  contribution: 1.2,
  companions: { meanGapDays: 21 },
};
const caredFor = { feature: "touches90d", value: 4, typical: 1, contribution: -2 };

const depsOf = (database: Database, clockAt = now) => ({
  ...createStore(database),
  model: NO_MODEL,
  clock: () => clockAt,
  holidays: publicHolidays(),
  clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  timeZone: "UTC",
});

/** The reason itself, without what is said beside it. */
function innermost(told: Phrase): Phrase {
  const { because } = told.parameters;
  return because === undefined ? told : innermost(because as Phrase);
}

async function messageFor(database: Database, key: string): Promise<NudgeMessage | undefined> {
  const { rows } = await database.pool.query<{ message: NudgeMessage }>(
    "SELECT message FROM outbox WHERE key = $1",
    [key],
  );
  return rows[0]?.message;
}

describeOnEachDatabase("nudges", (database) => {
  const plan = ({
    now: at,
    ...given
  }: {
    timeZone?: string;
    now?: Date;
    day?: string;
    policy?: NudgePolicy;
    holdOut?: HoldOut;
  } = {}) => {
    const { holdOut, ...occasion } = given;
    const deps = { ...depsOf(database(), at), ...(holdOut && { holdOut }) };
    return planNudges(deps, { timeZone: "UTC", day: "2026-11-23", ...occasion });
  };

  async function rep(email = "rep@us.example", id = "U1", timeZone = "UTC") {
    await fileRows(database()).member(id, email, timeZone);
    return { owner_email: email.toUpperCase(), currency: "EUR" };
  }

  it("leaves those held out without nudges all quarter, and notes whom they are compared with", async () => {
    const rows = fileRows(database());
    const owned = await rep();
    const model = await rows.model("network");
    const [acme, globex] = [await rows.customer("Acme", owned), await rows.customer("Globex", owned)];
    const score = async (at: Date) => {
      await rows.score(acme, at, 0.9, model);
      await rows.score(globex, at, 0.7, model);
    };
    for (const id of [acme, globex]) await rows.order(id, daysAgo(48));
    // A deal in which Acme is held out and Globex is not.
    const deal = (salt: string) => ({ playbookShare: 0.5, globalShare: 0, salt });
    const salt = Array.from({ length: 99 }, (_, n) => `deal ${n}`).find((each) => {
      const isOut = (id: number) => isHeldOut(id, "monthly-contact", "2026-11-23", deal(each));
      return isOut(acme) && !isOut(globex);
    });
    const holdOut = deal(salt ?? "");
    const policy = { ...DEFAULT_NUDGE_POLICY, dailyBudget: 1 };
    await score(lastNight);
    // The place stays empty: whoever would have been nudged is compared with whoever was.
    expect(await plan({ holdOut, policy })).toMatchObject({
      messages: 0,
      skipped: { "held-out": 1, budget: 1 },
    });
    const cases = async () =>
      (
        await database().pool.query(
          `SELECT customer_id AS id, passed_over AS "passedOver" FROM playbook_cases
           WHERE kind = 'nudge' AND playbook = 'monthly-contact' ORDER BY 1`,
        )
      ).rows;
    expect(await cases()).toEqual([
      { id: acme, passedOver: "held-out" },
      { id: globex, passedOver: "over-budget" },
    ]);
    // From then on it is somebody else's.
    const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
    await score(new Date(lastNight.getTime() + 86_400_000));
    const next = { now: later(1), day: "2026-11-24", policy };
    expect(await plan({ ...next, holdOut })).toMatchObject({
      messages: 1,
      customers: 1,
      skipped: { "held-out": 1 },
    });
    expect((await cases())[1]).toEqual({ id: globex, passedOver: null });
    // Held out of one playbook is not out of all, and without a hold-out nobody is.
    await database().pool.query("DELETE FROM suggestions");
    expect(await plan({ ...next, day: "2026-11-25" })).toMatchObject({ messages: 1, skipped: { budget: 1 } });
  });

  it("tells why nobody was nudged about a customer", async () => {
    const rows = fileRows(database());
    const owned = await rep("rep@us.example", "U1", "Asia/Kolkata");
    const model = await rows.model("network");
    const scored = async (
      name: string,
      probability: number | null,
      about: Readonly<Record<string, unknown>> = owned,
    ) => {
      const id = await rows.customer(name, about);
      await rows.order(id, daysAgo(48));
      if (probability !== null) await rows.score(id, lastNight, probability, model);
      return id;
    };
    const because = async (customerId: number, holdOut?: HoldOut) => {
      const told = await whySilent(
        { ...depsOf(database()), ...(holdOut && { holdOut }) },
        { customerId, reader: null },
      );
      if (told.kind === "gone") return told.kind;
      // Nobody's hour has a price here, which is said beside the reason.
      // So is when the owner is told next.
      return innermost(told.because).code.replace("why-silent.", "");
    };
    const risky = await scored("Risky", 0.9);
    const touched = await scored("Touched", 0.9);
    await rows.touch(touched, daysAgo(2));
    const snoozed = await scored("Snoozed", 0.9);
    await database().pool.query(
      "UPDATE customers SET snoozed_until = '2026-12-24T20:00:00Z', snoozed_at = now() WHERE id = $1",
      [snoozed],
    );
    expect(await because(risky)).toBe("next");
    expect(await because(touched)).toBe("cooldown");
    expect(await because(await scored("Calm", 0.1))).toBe("below-threshold");
    expect(await because(await scored("New", null))).toBe("never-scored");
    expect(await because(await scored("Nobody's", 0.9, {}))).toBe("no-owner");
    expect(await because(9_999)).toBe("gone");
    // The owner's day: it is the 25th already in Kolkata.
    expect(await whySilent(depsOf(database()), { customerId: snoozed, reader: null })).toMatchObject({
      name: "Snoozed",
      because: phrase("why-silent.snoozed", { until: { day: "2026-12-25" } }),
    });
    const all = { playbookShare: 1, globalShare: 0, salt: "" };
    const given = { timeZone: "Asia/Kolkata", policy: { ...DEFAULT_NUDGE_POLICY, dailyBudget: 0 } };
    await plan(given);
    expect(await because(risky)).toBe("budget");
    await plan({ timeZone: "Asia/Kolkata", holdOut: all });
    expect(await because(risky, all)).toBe("held-out");
  });

  it("plans one message per owner with the riskiest customers, a reason and an action, and keeps suggestions", async () => {
    const rows = fileRows(database());
    const owned = await rep();
    const model = await rows.model("baseline");
    const calm = await rows.customer("Calm", owned);
    const acme = await rows.customer("Acme 有限公司", owned);
    const globex = await rows.customer("Globex", owned);
    await rows.score(calm, lastNight, 0.1, model);
    await rows.score(acme, lastNight, 0.9, model, [caredFor, silent]);
    await rows.score(globex, lastNight, 0.7, model);
    for (const id of [calm, acme, globex]) await rows.order(id, daysAgo(48));

    expect(await plan()).toEqual({
      messages: 1,
      alreadyPlanned: 0,
      ...{ customers: 2, changed: 0 },
      skipped: { "below-threshold": 1 },
    });
    const message = await messageFor(database(), "nudges:U1:2026-11-23");
    expect(message?.items.map(({ name }) => name)).toEqual(["Acme 有限公司", "Globex"]);
    // The reason that raises the risk, not the strongest of all.
    expect(message?.items.map(({ reason }) => textOf(reason, "en"))[0]).toBe(
      "Silent for 48 days, usually buys every 21 days",
    );
    expect(message?.items.map(({ action }) => action.code)).toEqual([
      "monthly-contact.action",
      "monthly-contact.action",
    ]);
    expect(message?.basis).toEqual({
      scoredAt: lastNight.toISOString(),
      horizonDays: 90,
      serves: "baseline",
    });
    const kept = await database().pool.query(
      "SELECT key, kind, member_id, status, probability FROM suggestions ORDER BY key",
    );
    expect(kept.rows).toEqual([
      {
        key: `nudge:${acme}:2026-11-23`,
        kind: "nudge",
        member_id: "U1",
        status: "open",
        probability: expect.closeTo(0.9, 5),
      },
      {
        key: `nudge:${globex}:2026-11-23`,
        kind: "nudge",
        member_id: "U1",
        status: "open",
        probability: expect.closeTo(0.7, 5),
      },
    ]);
  });

  it("puts the dearer before the riskier, and those in a currency without a rate or without a margin last", async () => {
    const rows = fileRows(database());
    const owned = await rep();
    const model = await rows.model();
    const contract = { ...owned, started_on: "2025-01-01", renews_on: "2027-01-01", margin_percent: 50 };
    const add = async (name: string, row: Readonly<Record<string, unknown>>, probability: number) => {
      const id = await rows.customer(name, row);
      await rows.score(id, lastNight, probability, model);
      return id;
    };
    await add("Riskier", { ...contract, monthly_revenue_minor: 10_000 }, 0.9);
    await add("Dearer", { ...contract, monthly_revenue_minor: 900_000 }, 0.6);
    const yen = { ...contract, currency: "JPY", monthly_revenue_minor: 99_000_000 };
    await add("Abroad", yen, 0.7);
    await add("No margin", { ...contract, monthly_revenue_minor: 900_000, margin_percent: null }, 0.8);

    expect(await plan()).toMatchObject({ customers: 4 });
    const message = await messageFor(database(), "nudges:U1:2026-11-23");
    expect(message?.items.map(({ name }) => name)).toEqual(["Dearer", "Riskier", "No margin", "Abroad"]);
    const [dearer, riskier, ...others] = message?.items.map(({ stake }) => stake) ?? [];
    // .6 and .9 × twelve months × half of it as margin.
    expect(dearer).toEqual({ currency: "EUR", minor: 3_240_000 });
    expect(riskier).toEqual({ currency: "EUR", minor: 54_000 });
    expect(others).toEqual([null, null]);

    // With a rate stated, 99 million yen a month are the most of all.
    await database().pool.query("TRUNCATE outbox, suggestions, playbook_cases CASCADE");
    const rate = { fromCurrency: "JPY", toCurrency: "EUR", day: "2026-01-01", rate: "0.006" };
    await exchangeRateStore(database()).state(rate, { by: "test", at: now });
    await plan();
    const again = await messageFor(database(), "nudges:U1:2026-11-23");
    expect(again?.items.map(({ name }) => name)).toEqual(["Abroad", "Dearer", "Riskier", "No margin"]);
  });

  describe("by what a contact is expected to bring", () => {
    const hourly = (memberId: string, euros: number) =>
      database().pool.query(
        "INSERT INTO hourly_costs (member_id, from_day, amount_minor, currency, set_by, set_at) VALUES ($1, '2026-01-01', $2, 'EUR', 'test', now())",
        [memberId, 100 * euros],
      );
    const contract = { started_on: "2025-01-01", renews_on: "2027-06-01", margin_percent: 50 };
    const add = async (name: string, monthlyEuros: number, probability: number, row: object) => {
      const rows = fileRows(database());
      const id = await rows.customer(name, {
        ...{ ...contract, external_id: name, monthly_revenue_minor: 100 * monthlyEuros, ...row },
      });
      await rows.score(id, lastNight, probability, await oneModel());
      return id;
    };
    /** One serves at a time. */
    const oneModel = async () => {
      const { rows } = await database().pool.query<{ id: number }>("SELECT id FROM model_versions");
      return rows[0]?.id ?? (await fileRows(database()).model());
    };
    const why = async (customerId: number, reader: WhySilentInput["reader"] = null) => {
      const told = await whySilent(depsOf(database()), { customerId, reader });
      return told.kind === "gone" ? told.kind : textOf(told.because, "en");
    };

    it("stays silent where it costs more than it keeps, and says so, with amounts to whoever may see them", async () => {
      const owned = await rep();
      await hourly("U1", 60);
      // 90 % × 12 × 40 € × 50 % = 216 € at stake; 4 % of it kept = 8.64 €; 15 minutes = 15 €.
      const small = await add("Small", 40, 0.9, owned);
      await add("Large", 4000, 0.9, owned);
      expect(await plan()).toMatchObject({ customers: 1, skipped: { "not-worth-it": 1 } });
      const message = await messageFor(database(), "nudges:U1:2026-11-23");
      // 21,600 € at stake: 4 % less 15 €.
      expect(message?.items).toMatchObject([
        {
          ...{ name: "Large", expectedValue: { minor: 86_400 - 1500, currency: "EUR" } },
          effect: { minutes: 15, expected: { kept: { minor: 86_400 }, cost: { minor: 1500 } } },
        },
      ]);
      const { rows: cases } = await database().pool.query(
        "SELECT playbook, passed_over FROM playbook_cases WHERE customer_id = $1 ORDER BY 1",
        [small],
      );
      expect(cases).toEqual(
        ["check-in", "monthly-contact"].map((playbook) => ({ playbook, passed_over: "not-worth-it" })),
      );
      const figures = "A contact costs about €15, and is expected to keep about €11 of margin.";
      expect(await why(small)).toBe(figures);
      const asRep = (email: string) => ({ member: { role: "rep", email }, place: "direct" }) as const;
      expect(await why(small, asRep("rep@us.example"))).toBe(figures);
      expect(await why(small, asRep("other@us.example"))).toBe(
        "A contact is expected to cost more than it keeps.",
      );
      expect(await why(small, { member: { role: "manager", email: null }, place: "shared" })).not.toContain(
        "€",
      );
    });

    it("says what is missing where it is not known, and orders by what is at stake then", async () => {
      const owned = await rep();
      const [acme, other] = [
        await add("Acme", 4000, 0.9, owned),
        await add("No margin", 4000, 0.9, { ...owned, margin_percent: null }),
      ];
      expect(await why(acme)).toContain("nobody has stated what an hour of anybody costs");
      // Another member's hour is better than none.
      await fileRows(database()).member("U2", "two@us.example");
      await hourly("U2", 60);
      expect(await why(acme)).toMatch(/^Nothing speaks against it/);
      expect(await why(acme)).not.toContain("not known");
      expect(await why(other)).toContain("their margin is not on file");
    });

    it("tells of who waits for us at any risk, also where there is none, without a figure that is not there", async () => {
      const rows = fileRows(database());
      const owned = await rep();
      const calm = await rows.customer("Calm", owned);
      await rows.score(calm, lastNight, 0.1, await rows.model());
      const unrated = await rows.customer("Unrated", owned);
      const quiet = await rows.customer("Quiet", owned);
      await rows.score(quiet, lastNight, 0.1, 1);
      for (const id of [calm, unrated])
        await database().pool.query(
          "INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 'test', $2, 'Broken', $3)",
          [id, `T${id}`, daysAgo(2)],
        );
      expect(await plan()).toMatchObject({ customers: 2, skipped: { "below-threshold": 1 } });
      const message = await messageFor(database(), "nudges:U1:2026-11-23");
      expect(message?.items.map(({ name, probability, reason }) => [name, probability, reason.code])).toEqual(
        [
          ["Calm", expect.closeTo(0.1, 5), "reply-to-ticket.reason"],
          ["Unrated", null, "reply-to-ticket.reason"],
        ],
      );
      expect(await why(quiet)).toContain("nothing else is due");
    });

    it("keeps to the week's budget over the days of the member's week, and begins anew on Monday", async () => {
      const rows = fileRows(database());
      const owned = await rep("rep@us.example", "U1", "Asia/Kolkata");
      const model = await rows.model();
      const ids: number[] = [];
      for (let place = 0; place < 22; place += 1) {
        const id = await rows.customer(`C${place}`, owned);
        ids.push(id);
        await rows.order(id, daysAgo(48));
      }
      const morning = async (day: string) => {
        const at = new Date(`${day}T03:30:00Z`);
        for (const id of ids) await rows.score(id, at, 0.9, model);
        const { customers, skipped } = await plan({ timeZone: "Asia/Kolkata", now: at, day });
        return [customers, skipped.budget ?? 0, skipped["week-budget"] ?? 0];
      };
      expect(await morning("2026-11-23")).toEqual([5, 17, 0]);
      expect(await morning("2026-11-24")).toEqual([5, 12, 0]);
      expect(await morning("2026-11-25")).toEqual([5, 0, 7]);
      expect(await morning("2026-11-26")).toEqual([0, 0, 7]);
      const lastUntold = ids.at(-1) ?? 0;
      const told = await whySilent(depsOf(database(), new Date("2026-11-26T03:30:00Z")), {
        ...{ customerId: lastUntold, reader: null },
      });
      expect(told.kind === "told" && textOf(told.because, "en")).toContain("told of 15 customers this week");
      // Those of the Monday before may be spoken of again.
      expect(await morning("2026-11-30")).toEqual([5, 7, 0]);
    });

    it("changes an open nudge when something more pressing comes up, in place of a second one", async () => {
      const rows = fileRows(database());
      const acme = await rows.customer("Acme", await rep());
      await rows.score(acme, lastNight, 0.9, await rows.model());
      await plan();
      await database().pool.query(
        "UPDATE outbox SET status = 'posted', channel_id = 'D1', ts = '1.1', settled_at = now()",
      );
      const ticket = (at: Date) =>
        database().pool.query(
          "INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 'test', 'T1', 'Broken', $2)",
          [acme, at],
        );
      const tomorrow = new Date("2026-11-24T08:00:00Z");
      await rows.score(acme, new Date("2026-11-24T00:00:00Z"), 0.9, 1);
      const again = () => plan({ now: tomorrow, day: "2026-11-24" });
      expect(await again()).toMatchObject({ messages: 0, changed: 0, skipped: { "open-nudge": 1 } });
      await ticket(new Date("2026-11-24T06:00:00Z"));
      expect(await again()).toMatchObject({ messages: 0, changed: 1, skipped: { "open-nudge": 1 } });
      expect(await again()).toMatchObject({ messages: 0, changed: 0 });
      const { suggestions, redraws } = createStore(database());
      const [answer] = await suggestions.answersIn("nudges:U1:2026-11-23");
      expect(answer).toMatchObject({
        status: "open",
        morePressing: { playbook: "solve-ticket", at: tomorrow.toISOString() },
      });
      const later = new Date(tomorrow.getTime() + 60_000);
      expect(await redraws.claimDue(later, later, 10)).toMatchObject([{ key: "nudges:U1:2026-11-23" }]);
      const { rows: kept } = await database().pool.query("SELECT playbook, status FROM suggestions");
      expect(kept).toEqual([{ playbook: "monthly-contact", status: "open" }]);
    });
  });

  it("plans nothing again on a rerun, nor within the week after", async () => {
    const rows = fileRows(database());
    const acme = await rows.customer("Acme", await rep());
    await rows.order(acme, daysAgo(48));
    await rows.score(acme, lastNight, 0.9);
    expect(await plan()).toMatchObject({ messages: 1 });
    expect(await plan()).toMatchObject({ messages: 0, skipped: { "open-nudge": 1 } });
    const tomorrow = new Date(now.getTime() + 86_400_000);
    await rows.score(acme, tomorrow, 0.95);
    expect(await plan({ now: tomorrow, day: "2026-11-24" })).toMatchObject({ messages: 0 });
    expect(await outboxStore(database()).countByStatus()).toEqual({ pending: 1 });
  });

  it("two processes planning at once keep one message", async () => {
    const rows = fileRows(database());
    const acme = await rows.customer("Acme", await rep());
    await rows.order(acme, daysAgo(48));
    await rows.score(acme, lastNight, 0.9);
    const planned = await Promise.all([plan(), plan()]);
    expect(planned.reduce((sum, { messages }) => sum + messages, 0)).toBe(1);
    const { rows: kept } = await database().pool.query("SELECT key FROM suggestions");
    expect(kept).toHaveLength(1);
  });

  it("reads what keeps it silent from the file", async () => {
    const rows = fileRows(database());
    const owned = await rep();
    const add = async (name: string, row: object, probability: number | null, asOf = lastNight) => {
      const id = await rows.customer(name, { ...owned, ...row });
      await rows.score(id, asOf, probability);
      return id;
    };
    const touched = await add("Touched", {}, 0.9);
    await rows.touch(touched, daysAgo(3));
    await add("Snoozed", { snoozed_until: new Date("2026-12-01T00:00:00Z") }, 0.9);
    await add("Ended", { ended_on: "2026-11-01" }, 0.9);
    await add("Unscorable", {}, null);
    await rows.customer("Never scored", owned);
    await add("Stale", {}, 0.9, daysAgo(5));
    const lapsed = await add("Lapsed", {}, 0.99);
    await rows.order(lapsed, daysAgo(300));
    const running = await add("Running contract", { started_on: "2024-01-01", renews_on: "2026-12-20" }, 0.8);
    await rows.order(running, daysAgo(300));

    const planned = await plan();
    expect(planned.skipped).toEqual({
      cooldown: 1,
      snoozed: 1,
      ended: 1,
      "no-score": 2,
      "stale-score": 1,
    });
    const message = await messageFor(database(), "nudges:U1:2026-11-23");
    expect(message?.items.map(({ name, action }) => [name, action])).toEqual([
      // Who has left is to be won back, and nothing else.
      ["Lapsed", phrase("ended.win-back")],
      ["Running contract", phrase("call-about-renewal.action")],
    ]);
  });

  it("plans for the members of the time zone only, and knows all zones with owners", async () => {
    const rows = fileRows(database());
    const berlin = await rep("b@us.example", "UB", "Europe/Berlin");
    const shanghai = await rep("s@us.example", "US", "Asia/Shanghai");
    await rep("n@us.example", "UN", "Pacific/Auckland");
    for (const [name, owned] of [
      ["B", berlin],
      ["S", shanghai],
    ] as const) {
      const id = await rows.customer(name, owned);
      await rows.order(id, daysAgo(48));
      await rows.score(id, lastNight, 0.9);
    }
    expect(await riskListStore(database()).ownerTimeZones()).toEqual(["Asia/Shanghai", "Europe/Berlin"]);
    await plan({ timeZone: "Asia/Shanghai" });
    expect(await messageFor(database(), "nudges:US:2026-11-23")).toBeDefined();
    expect(await messageFor(database(), "nudges:UB:2026-11-23")).toBeUndefined();
  });

  it("does not write to members who left", async () => {
    const rows = fileRows(database());
    const acme = await rows.customer("Acme", await rep());
    await rows.score(acme, lastNight, 0.9);
    await database().pool.query("UPDATE members SET account = 'deactivated'");
    expect(await plan()).toMatchObject({ messages: 0 });
    expect(await riskListStore(database()).ownerTimeZones()).toEqual([]);
  });

  describe("keep every playbook that applied", () => {
    const cases = async () => {
      const { rows } = await database().pool.query<{
        name: string;
        playbook: string;
        passed_over: string | null;
      }>(
        `SELECT c.name, playbook, passed_over, suggestion_key, eligible_at, chosen_at
         FROM playbook_cases p JOIN customers c ON c.id = p.customer_id WHERE p.kind = 'nudge' ORDER BY 1, 2`,
      );
      return rows;
    };
    const told = async () =>
      (await cases()).map(({ name, playbook, passed_over }) => [name, playbook, passed_over]);

    it("to whoever is worth a nudge, named or held back, and once", async () => {
      const rows = fileRows(database());
      const owned = await rep();
      const renewing = { ...owned, started_on: "2024-01-01", renews_on: "2026-12-20" };
      const add = async (name: string, row: Readonly<Record<string, unknown>>, probability = 0.9) => {
        const id = await rows.customer(name, row);
        await rows.score(id, lastNight, probability);
        return id;
      };
      await add("Named", renewing);
      // The step of thirty days began after they were talked to.
      await rows.touch(await add("Talked to", { ...renewing, renews_on: "2026-12-22" }), daysAgo(3));
      await add("Snoozed", { ...owned, snoozed_until: new Date("2026-12-01T00:00:00Z") });
      await add("Calm", renewing, 0.1);
      await add("Ended", { ...renewing, ended_on: "2026-11-01" });
      await plan();
      const expected = [
        // At a low risk by what rests on a known day alone.
        ["Calm", "call-about-renewal", null],
        ["Named", "call-about-renewal", null],
        ["Named", "check-in", "another-first"],
        ["Named", "monthly-contact", "another-first"],
        ["Snoozed", "check-in", "snoozed"],
        ["Snoozed", "monthly-contact", "snoozed"],
        ["Talked to", "call-about-renewal", "cooldown"],
        ["Talked to", "check-in", "cooldown"],
      ];
      expect(await told()).toEqual(expected);
      const [chosen] = await cases();
      expect(chosen).toMatchObject({
        suggestion_key: expect.stringMatching(/^nudge:\d+:2026-11-23$/),
        eligible_at: now,
        chosen_at: now,
      });
      // A rerun finds the named one cooling down, which changes nothing of what was decided.
      await plan();
      expect(await told()).toEqual(expected);
    });

    it("and turn to chosen when their day comes", async () => {
      const rows = fileRows(database());
      const acme = await rows.customer("Acme", {
        ...(await rep()),
        snoozed_until: new Date("2026-11-24T00:00:00Z"),
      });
      await rows.score(acme, lastNight, 0.9);
      await plan();
      expect(await told()).toEqual([
        ["Acme", "check-in", "snoozed"],
        ["Acme", "monthly-contact", "snoozed"],
      ]);
      const tomorrow = new Date("2026-11-24T08:00:00Z");
      await plan({ now: tomorrow, day: "2026-11-24" });
      expect(await told()).toEqual([
        ["Acme", "check-in", "snoozed"],
        ["Acme", "monthly-contact", null],
      ]);
      expect((await cases())[1]).toMatchObject({ eligible_at: now, chosen_at: tomorrow });
    });

    it("with as many queries for two hundred customers as for four", async () => {
      const rows = fileRows(database());
      const owned = await rep();
      const model = await rows.model();
      const add = async (count: number) => {
        for (let i = 0; i < count; i++) {
          const id = await rows.customer(`C${i}`, owned);
          await rows.score(id, lastNight, 0.9, model, [silent]);
        }
      };
      const countedPlan = async (dailyBudget: number) => {
        await database().pool.query("TRUNCATE outbox, suggestions, playbook_cases");
        const sent = vi.spyOn(pg.Client.prototype, "query");
        await plan({ policy: { ...DEFAULT_NUDGE_POLICY, dailyBudget } });
        const { length } = sent.mock.calls;
        sent.mockRestore();
        return length;
      };
      await add(4);
      const few = await countedPlan(2);
      expect(few).toBeGreaterThan(0);
      await add(196);
      expect(await countedPlan(100)).toBe(few);
      expect((await cases()).length).toBe(400);
    });
  });

  it("has nothing to do in an empty file", async () => {
    expect(await plan()).toEqual({
      ...{ messages: 0, alreadyPlanned: 0, customers: 0, changed: 0, skipped: {} },
    });
  });
});
