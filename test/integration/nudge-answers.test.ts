import { describe, expect, it } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { Poster } from "../../src/delivery/poster.ts";
import type { NudgeMessage } from "../../src/domain/messages/messages.ts";
import type { WhyNot } from "../../src/domain/outreach/nudge-answer.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { planNudges } from "../../src/flows/messages/plan-nudges.ts";
import { settleSuggestion } from "../../src/flows/outreach/settle-suggestion.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { NO_MODEL } from "../support/no-model.ts";

const quietLog = { info: () => {}, warn: () => {}, error: () => {} };
const MONDAY = new Date("2026-11-23T08:00:00Z");
const daysLater = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000);
const secondsLater = (seconds: number) => new Date(MONDAY.getTime() + seconds * 1000);

describeOnEachDatabase("what became of nudges", (database) => {
  const store = () => createStore(database());
  const clv = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
  const plan = (at: Date) => {
    const deps = { ...store(), model: NO_MODEL, clock: () => at, clv, timeZone: "UTC" };
    return planNudges(deps, { timeZone: "UTC", day: at.toISOString().slice(0, 10) });
  };
  /** A customer of U1 at high risk, of whom no more is known than the row says. */
  async function atRisk(name: string, row: Readonly<Record<string, unknown>> = {}, probability = 0.9) {
    const rows = fileRows(database());
    await database().pool.query(
      "INSERT INTO members (slack_user_id, name, email) VALUES ('U1', 'Ana', 'rep@us.example') ON CONFLICT DO NOTHING",
    );
    const id = await rows.customer(name, { external_id: name, owner_email: "rep@us.example", ...row });
    await rows.score(id, daysLater(-0.3), probability);
    return id;
  }
  const scoreAgain = (id: number, at: Date, probability = 0.9) =>
    fileRows(database()).score(id, new Date(at.getTime() - 3_600_000), probability);
  const items = async (at: Date) => {
    const message = await store().outbox.find(`nudges:U1:${at.toISOString().slice(0, 10)}`);
    return (
      (message as NudgeMessage | null)?.items.map(({ name, inSpiteOfSnooze }) => [name, inSpiteOfSnooze]) ??
      []
    );
  };
  const keyOf = (id: number, at: Date) => `nudge:${id}:${at.toISOString().slice(0, 10)}`;
  const answer = (key: string, at: Date, whyNot?: WhyNot) =>
    settleSuggestion(
      { ...store(), clock: () => at },
      { key, memberId: "U1", status: whyNot ? "not_useful" : "reached_out", ...(whyNot ? { whyNot } : {}) },
    );

  it("closes who was not answered when a week is over, and changes an open one where something presses more", async () => {
    const acme = await atRisk("Acme");
    await plan(MONDAY);
    const first = keyOf(acme, MONDAY);
    const monday = daysLater(7);
    // Too old before anything has closed it.
    expect(await answer(first, monday)).toMatchObject({ kind: "too-old", suggestion: { status: "open" } });
    await scoreAgain(acme, monday);
    await plan(monday);
    const { suggestions } = store();
    expect(await suggestions.answersIn("nudges:U1:2026-11-23")).toEqual([
      {
        ...{ suggestionKey: first, status: "closed", closedBecause: "age", whyNot: null },
        ...{ by: null, byName: null, at: monday },
      },
    ]);
    expect(await suggestions.answersIn("nudges:U1:2026-11-30")).toEqual([]);
    expect(await answer(first, monday)).toMatchObject({ kind: "too-old" });

    // In spite of a snooze what is new within the week is told: by the one that is open.
    await database().pool.query(
      "UPDATE customers SET snoozed_until = $1, snoozed_at = $2, snoozed_by = 'U1' WHERE id = $3",
      [daysLater(60), daysLater(8), acme],
    );
    await database().pool.query(
      "INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 'test', 'T1', 'Late', $2)",
      [acme, daysLater(9)],
    );
    const thursday = daysLater(10);
    await scoreAgain(acme, thursday);
    await plan(thursday);
    expect(await suggestions.answersIn("nudges:U1:2026-11-30")).toMatchObject([
      { status: "open", closedBecause: null, morePressing: { playbook: "reply-to-ticket" } },
    ]);
    expect(await items(thursday)).toEqual([]);
  });

  it("counts those that nobody answered among the sent, whether they can still be answered or not", async () => {
    await atRisk("Acme");
    await plan(MONDAY);
    await database().pool.query("UPDATE outbox SET status = 'posted'");
    const outcomes = () => store().riskList.nudgeOutcomes(MONDAY, daysLater(1));
    const none = { sent: 1, reachedOut: 0, snoozed: 0, notUseful: 0, open: 1, failed: 0 };
    expect(await outcomes()).toEqual(none);
    await store().suggestions.closeOld(daysLater(1), daysLater(8));
    expect(await outcomes()).toEqual(none);
  });

  it("come again on the next day where they never arrived, and not where they did or still may", async () => {
    const acme = await atRisk("Acme");
    const tuesday = daysLater(1);
    const planAgain = async (status: string) => {
      await database().pool.query("UPDATE outbox SET status = $1", [status]);
      return plan(tuesday);
    };
    await plan(MONDAY);
    await scoreAgain(acme, tuesday);
    for (const status of ["pending", "posting", "posted"])
      expect(await planAgain(status)).toMatchObject({ customers: 0, skipped: { "open-nudge": 1 } });
    expect(await planAgain("failed")).toMatchObject({ customers: 1, skipped: {} });
  });

  describe("in spite of a snooze", () => {
    const snoozed = { snoozed_until: daysLater(30), snoozed_at: daysLater(-5), snoozed_by: "U1" };

    it("come where the file says that something happened since, and not where it was so before", async () => {
      const rows = fileRows(database());
      const rate = (id: number, score: number, at: Date) =>
        database().pool.query(
          `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
           VALUES ($1, 'test', $2, 'csat', $3, 5, $4)`,
          [id, `F${id}-${score}`, score, at],
        );
      const open = (id: number, at: Date, solvedAt: Date | null) =>
        database().pool.query(
          `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at, solved_at)
           VALUES ($1, 'test', $2, 'Broken', $3, $4)`,
          [id, `T${id}`, at, solvedAt],
        );
      await atRisk("Quiet", snoozed);
      await rows.score(await atRisk("Risen", snoozed), daysLater(-6), 0.7);
      await rows.score(await atRisk("Risen before", snoozed), daysLater(-6), 0.85);
      await atRisk("Renews", { ...snoozed, started_on: "2024-01-01", renews_on: "2026-12-07" });
      await atRisk("Renews later", { ...snoozed, started_on: "2024-01-01", renews_on: "2026-12-08" });
      await open(await atRisk("Complained", snoozed), daysLater(-2), null);
      await open(await atRisk("Complained before", snoozed), daysLater(-6), null);
      await open(await atRisk("Helped", snoozed), daysLater(-2), daysLater(-1));
      await rate(await atRisk("Unhappy", snoozed), 2, daysLater(-1));
      await rate(await atRisk("Unhappy before", snoozed), 2, daysLater(-6));
      await rate(await atRisk("Happy", snoozed), 5, daysLater(-1));
      expect(await plan(MONDAY)).toMatchObject({ customers: 4, skipped: { snoozed: 7 } });
      expect((await items(MONDAY)).toSorted()).toEqual([
        ["Complained", phrase("break-through.ticket", { subject: "Broken", days: 2 })],
        ["Renews", phrase("break-through.renewal", { days: 14 })],
        ["Risen", phrase("break-through.risk", { before: 70, after: 90 })],
        ["Unhappy", phrase("break-through.rating", { score: 2, scale: 5 })],
      ]);
    });
  });

  describe("that were not useful", () => {
    it("do not come again for the same reason within thirty days", async () => {
      const acme = await atRisk("Acme");
      await plan(MONDAY);
      expect(await answer(keyOf(acme, MONDAY), MONDAY, "wrong-time")).toMatchObject({ kind: "settled" });
      const [later, after] = [daysLater(28), daysLater(31)];
      await scoreAgain(acme, later);
      expect(await plan(later)).toMatchObject({ customers: 0, skipped: { dismissed: 1 } });
      const { rows } = await database().pool.query(
        "SELECT DISTINCT passed_over FROM playbook_cases WHERE kind = 'nudge' AND eligible_at = $1",
        [later],
      );
      expect(rows).toEqual([{ passed_over: "dismissed" }]);
      await scoreAgain(acme, after);
      expect(await plan(after)).toMatchObject({ customers: 1 });
    });

    it("come for another reason, unless the customer is the wrong one", async () => {
      const renewing = { started_on: "2024-01-01", renews_on: "2027-01-30" };
      const [acme, beta] = [await atRisk("Acme", renewing), await atRisk("Beta", renewing)];
      await plan(MONDAY);
      await answer(keyOf(acme, MONDAY), MONDAY, "wrong-advice");
      await answer(keyOf(beta, MONDAY), MONDAY, "wrong-customer");
      const later = daysLater(14);
      for (const id of [acme, beta]) await scoreAgain(id, later);
      expect(await plan(later)).toMatchObject({ customers: 1, skipped: { dismissed: 1 } });
      expect((await items(later)).map(([name]) => name)).toEqual(["Acme"]);
      const kept = await store().suggestions.find(keyOf(acme, later));
      expect(kept?.playbook).toBe("call-about-renewal");
    });
  });

  describe("are drawn in the posted message", () => {
    async function posted() {
      const ids = [await atRisk("Acme"), await atRisk("Beta")];
      await plan(MONDAY);
      const [claim] = await store().outbox.claimDue(MONDAY, secondsLater(300), 1);
      await store().outbox.settlePosted(claim!, { channelId: "D1", ts: "1.1" }, MONDAY);
      return ids.map((id) => keyOf(id, MONDAY));
    }
    const due = (at: Date) => store().redraws.claimDue(at, new Date(at.getTime() + 300_000), 10);

    it("once for two answers given at once, a little later, by one worker", async () => {
      const keys = await posted();
      await Promise.all(keys.map((key) => answer(key, MONDAY)));
      expect(await due(secondsLater(9))).toEqual([]);
      const claimed = (await Promise.all([due(secondsLater(10)), due(secondsLater(10))])).flat();
      expect(claimed).toMatchObject([
        { key: "nudges:U1:2026-11-23", channelId: "D1", ts: "1.1", attempt: 1 },
      ]);
      expect(await store().suggestions.answersIn("nudges:U1:2026-11-23")).toHaveLength(2);
      expect(await store().redraws.settle(claimed[0]!)).toBe(true);
      expect(await due(secondsLater(3600))).toEqual([]);
    });

    it("again where another answer came while they were drawn, or whoever drew them died", async () => {
      const [one, other] = await posted();
      await answer(one!, MONDAY);
      const [claim] = await due(secondsLater(10));
      await answer(other!, secondsLater(11));
      expect(await store().redraws.settle(claim!)).toBe(true);
      const [again] = await due(secondsLater(30));
      expect(again).toMatchObject({ attempt: 1 });
      // Nobody settles it: the claim runs out, and the late one changes nothing.
      expect(await due(secondsLater(300))).toEqual([]);
      const [third] = await due(secondsLater(331));
      expect(third).toMatchObject({ attempt: 2 });
      expect(await store().redraws.settle(again!)).toBe(false);
      expect(await store().redraws.postpone(third!, secondsLater(400))).toBe(true);
      expect(await due(secondsLater(399))).toEqual([]);
      expect(await due(secondsLater(400))).toHaveLength(1);
    });

    it("also those given after a post of which nobody kept that it was one", async () => {
      const acme = await atRisk("Acme");
      await plan(MONDAY);
      expect(await store().outbox.claimDue(MONDAY, secondsLater(300), 1)).toHaveLength(1);
      await answer(keyOf(acme, MONDAY), secondsLater(20));
      const poster: Poster = {
        open: async () => ({ kind: "open", channelId: "D1" }),
        find: async () => ({ kind: "found", ts: "1.1" }),
        post: () => Promise.reject(new Error("posted twice")),
        update: async () => ({ kind: "updated" }),
      };
      const deliver = {
        ...store(),
        poster,
        whyNotPost: async () => null,
        clock: () => secondsLater(301),
        log: quietLog,
      };
      expect(await deliverDue(deliver)).toEqual({ found: 1 });
      expect(await due(secondsLater(301))).toMatchObject([{ revision: 1, ts: "1.1" }]);
    });

    it("also those given before it was posted, and a touch or a snooze of the customer", async () => {
      const [acme, beta] = [await atRisk("Acme"), await atRisk("Beta")];
      await plan(MONDAY);
      const [claim] = await store().outbox.claimDue(MONDAY, secondsLater(300), 1);
      expect(claim).toMatchObject({ revision: 0 });
      const touch = {
        ...{ customerId: acme, memberId: "U1", source: "test", externalId: "t1", channel: "phone" as const },
        ...{ outcome: "reached" as const, note: null, minutesSpent: 5, at: MONDAY },
      };
      await store().touches.log(touch, MONDAY);
      await store().outbox.settlePosted(claim!, { channelId: "D1", ts: "1.1" }, secondsLater(1));
      const [drawn] = await due(secondsLater(10));
      expect(drawn).toMatchObject({ revision: 1 });
      await store().redraws.settle(drawn!);
      const snooze = { customerId: beta, until: daysLater(7), by: "U1", at: secondsLater(20), seenAt: null };
      await store().snoozeNotes.snooze(snooze, null);
      expect(await due(secondsLater(30))).toMatchObject([{ revision: 2 }]);
      const answers = await store().suggestions.answersIn("nudges:U1:2026-11-23");
      expect(answers.map(({ status }) => status).toSorted()).toEqual(["snoozed", "touched"]);
    });
  });
});
