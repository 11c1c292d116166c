import { beforeEach, describe, expect, it } from "vitest";
import { asWritten } from "../../src/domain/phrase.ts";
import { ACTION, FIELD } from "../../src/slack/ids.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer, addModel, addScore } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import type { Sent, SlackPeer } from "../support/slack-peer.ts";
import { withBotInSlack } from "../support/slack-suite.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnOneDatabase("Home", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;
  withBotInSlack(
    database,
    () => NOW,
    (startedPeer, startedBot) => {
      [peer, bot] = [startedPeer, startedBot];
    },
  );
  const store = () => createStore(database());
  const shown = ({ body }: Sent) => JSON.stringify(body);
  const told = (text: string) => peer.waitFor(({ body }) => body.text?.includes(text));
  const isHome = ({ method }: Sent) => method === "views.publish";
  let events = 0;
  async function home(person: string): Promise<Sent> {
    peer.clear();
    await bot.send.event({
      type: "event_callback",
      team_id: "T000000001",
      event_id: `EvH${++events}`,
      event: { type: "app_home_opened", user: peer.userId(person), tab: "home", channel: "D1" },
    });
    return peer.waitFor(isHome);
  }
  /** Home as it is after a click on it. */
  async function clicked(person: string, on: Sent, actionId: string, option?: string): Promise<Sent> {
    peer.clear();
    await bot.clickOnHome(person, on, actionId, option);
    return peer.waitFor(isHome);
  }
  const become = async (person: string, role: string) => {
    await home(person);
    await database().pool.query("UPDATE members SET role = $1, role_set_at = $2 WHERE slack_user_id = $3", [
      role,
      NOW,
      peer.userId(person),
    ]);
  };

  let acme: number;
  beforeEach(async () => {
    const ownerEmail = "ana@example.com";
    acme = await addCustomer(database(), { name: "Acme <有限公司>", ownerEmail });
    await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62 });
    for (let place = 10; place < 22; place += 1) {
      const id = await addCustomer(database(), { name: `Beta ${place}`, ownerEmail });
      await addScore(database(), id, { asOf: "2026-12-09T12:00:00Z", probability: 0.3 });
    }
  });

  it("pages through accounts and narrows them; a second click on the same button does the same", async () => {
    const first = await home("ana");
    expect(shown(first)).toContain("13 accounts, riskiest first.");
    expect(shown(first)).not.toContain("Beta 21");
    const next = `${ACTION.homePage}:next`;
    const second = await clicked("ana", first, next);
    expect(shown(second)).toContain("Beta 21");
    expect(shown(second)).not.toContain(`*Beta 10*`);
    expect(shown(await clicked("ana", first, next))).toBe(shown(second));
    const high = await clicked("ana", second, ACTION.homeBand, "At high risk");
    expect(shown(high)).toContain("1 of 13 accounts at 50 % risk or more");
    expect(shown(high)).not.toContain("Beta");
    const moved = await clicked("ana", high, ACTION.homeBand, "Moved in 7 days");
    expect(shown(moved)).toContain("None of your 13 accounts moved");
  });

  it("explains itself until its reader knows", async () => {
    const first = await home("ana");
    expect(shown(first)).toContain("*Welcome.*");
    expect(shown(await clicked("ana", first, ACTION.homeExplained))).not.toContain("*Welcome.*");
    expect(shown(await clicked("ana", first, ACTION.homeExplained))).not.toContain("*Welcome.*");
    expect(shown(await home("ana"))).not.toContain("*Welcome.*");
    expect(shown(await home("mia"))).toContain("*Welcome.*");
  });

  it("ends a snooze of the reader's, once, and shows what is left", async () => {
    await database().pool.query(
      "UPDATE customers SET snoozed_until = $1, snoozed_by = $2, snoozed_at = $3 WHERE id = $4",
      ["2026-12-20T00:00:00Z", peer.userId("ana"), "2026-12-01T00:00:00Z", acme],
    );
    expect(shown(await home("mia"))).toContain("You have snoozed nobody.");
    const snoozed = await home("ana");
    expect(shown(snoozed)).toContain("*Acme &lt;有限公司&gt;* until 20 Dec");
    expect(shown(await clicked("ana", snoozed, ACTION.endSnooze))).toContain("You have snoozed nobody.");
    await told("The snooze has ended");
    await clicked("ana", snoozed, ACTION.endSnooze);
    await told("This customer is not snoozed any more.");
    const ended = "SELECT count(*)::int AS n FROM audit_events WHERE action = 'customer.snooze-ended'";
    expect((await database().pool.query(ended)).rows).toEqual([{ n: 1 }]);
  });

  describe("with a nudge that waits", () => {
    beforeEach(() =>
      store().suggestions.record([
        {
          ...{
            key: `nudge:${acme}:2026-12-09`,
            kind: "nudge",
            customerId: acme,
            memberId: peer.userId("ana"),
          },
          ...{
            playbook: "check-in",
            action: asWritten("Call them"),
            reason: asWritten("Silent for 48 days"),
          },
          ...{ probability: 0.7, createdAt: new Date("2026-12-09T08:00:00Z") },
        },
      ]),
    );

    it("takes the answer there, and the second one no more", async () => {
      const waiting = await home("ana");
      expect(shown(waiting)).toContain("Nudges that wait for your answer (1)");
      const after = await clicked("ana", waiting, ACTION.openNudgeReachedOut);
      expect(shown(after)).toContain("Nothing waits for your answer.");
      await told("Noted. Log a touch");
      await clicked("ana", waiting, ACTION.openNudgeReachedOut);
      await told("You reached out to this customer");
      expect((await database().pool.query("SELECT status, settled_by FROM suggestions")).rows).toEqual([
        { status: "reached_out", settled_by: peer.userId("ana") },
      ]);
    });

    it("shows the page its reader had turned to after a form that was opened there", async () => {
      const turned = await clicked("ana", await home("ana"), `${ACTION.homePage}:next`);
      peer.clear();
      await bot.clickOnHome("ana", turned, ACTION.nudgeSnooze);
      const { body, viewId } = await peer.waitFor(({ method }) => method === "views.open");
      peer.clear();
      await bot.submit("ana", body.view, { [FIELD.snoozeFor]: { selected_option: { value: "7" } } }, viewId);
      const after = await peer.waitFor(isHome);
      expect(shown(after)).toContain("Snoozed by you (1)");
      expect(shown(after)).toContain("Beta 21");
      await told("Snoozed until");
    });
  });

  it("settles a complaint, and shows answers nobody followed up", async () => {
    await database().pool.query(
      `INSERT INTO mentions (source, external_id, customer_id, network, author, text, at, sentiment, sentiment_label,
         sentiment_version) VALUES ('test', 'm1', $1, 'x', 'Jo', 'Slow', $2, -0.8, 'negative', 1)`,
      [acme, "2026-12-08T10:00:00Z"],
    );
    await database().pool.query(
      `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, comment, at)
       VALUES ($1, 'feedback-link', '1', 'nps', 2, 10, 'Too slow', $2)`,
      [acme, "2026-12-08T10:00:00Z"],
    );
    const waiting = await home("ana");
    expect(shown(waiting)).toContain("Complaints in public (1)");
    expect(shown(waiting)).toContain("Unhappy answers nobody followed up (1)");
    expect(shown(await clicked("ana", waiting, ACTION.mentionAnswered))).not.toContain(
      "Complaints in public",
    );
    expect(shown(await home("mia"))).toContain("Too slow");
  });

  it("opens the team's threshold for a manager on the spot, and the playbooks under Messages", async () => {
    const mias = await home("mia");
    await bot.clickOnHome("mia", mias, `${ACTION.ask}:playbooks`);
    const list = await peer.waitFor(({ method }) => method === "chat.postMessage");
    expect(list.body.channel).toBe(peer.userId("mia"));
    await bot.clickOnHome("mia", mias, `${ACTION.playbookChange}:nudge-threshold`);
    await peer.waitFor(({ method }) => method === "views.open");
  });

  describe("for operations", () => {
    const serving = async () => (await store().modelVersions.champion())?.id;
    let [older, newer] = [0, 0];
    beforeEach(async () => {
      [older, newer] = [await addModel(database()), await addModel(database())];
      // The second one waits, so it is the candidate.
      await database().pool.query("UPDATE model_versions SET promoted_at = NULL WHERE id = $1", [newer]);
      // What is kept of them is no model: whether it could serve is tried before.
      await become("mia", "operations");
    });

    it("shows health, sources, jobs, versions and imports, and to a manager a line of it", async () => {
      const all = shown(await home("mia"));
      for (const text of ["Operations", "Health:", "*Sources*", "*Jobs*", "*Last imports*"])
        expect(all).toContain(text);
      expect(all).toContain(`Promote version ${newer}`);
      await become("mia", "manager");
      const line = shown(await home("mia"));
      expect(line).toContain("health checks need a look");
      expect(line).not.toContain("*Sources*");
      expect(line).not.toContain(ACTION.modelPromote);
      expect(shown(await home("ana"))).not.toContain("health check");
    });

    it("hides nothing but what cannot be read, and says so", async () => {
      const moved = (from: string, to: string) =>
        database().pool.query(`ALTER TABLE ${from} RENAME TO ${to}`);
      await moved("imports", "imports_away");
      await moved("job_runs", "job_runs_away");
      try {
        const broken = shown(await home("mia"));
        for (const part of ["Imports", "Jobs", "Who needs a new owner"])
          expect(broken).toMatch(
            new RegExp(`\\*${part}: could not be read\\.\\* Open Home again .* the reference [0-9a-f]{8}\\.`),
          );
        for (const text of [
          "*Sources*",
          `Promote version ${newer}`,
          "1 of 13 scored",
          "You have snoozed nobody.",
        ])
          expect(broken).toContain(text);
      } finally {
        await moved("imports_away", "imports");
        await moved("job_runs_away", "job_runs");
      }
      const noted = bot.logged.splice(0).map(({ fields }) => fields.part);
      expect(noted).toEqual(["owners", "health", "jobs", "imports"]);
      expect(shown(await home("mia"))).not.toContain("could not be read");
    });

    it("lets nobody else promote or roll back", async () => {
      const mias = await home("mia");
      for (const [person, role] of [
        ["ana", "rep"],
        ["mia", "manager"],
      ] as const) {
        await become(person, role);
        peer.clear();
        await bot.clickOnHome(person, mias, ACTION.modelPromote);
        await told("Only whoever has the role operations may do this.");
      }
      expect(await serving()).toBe(older);
      expect((await store().modelVersions.find(newer))?.promotedAt).toBeNull();
    });

    it("says what became of a promotion that cannot be", async () => {
      const mias = await home("mia");
      const after = await clicked("mia", mias, ACTION.modelPromote);
      await told(`Version ${newer} cannot serve, so nothing was changed.`);
      expect(shown(after)).toContain(`Promote version ${newer}`);
      expect(await serving()).toBe(older);
    });

    it("rolls back once, whoever presses the same button again", async () => {
      await store().modelVersions.promote(newer, "test", NOW);
      const mias = await home("mia");
      expect(shown(mias)).toContain(`Roll back to version ${older}`);
      await store().modelVersions.rollBack("test", NOW);
      const after = await clicked("mia", mias, ACTION.modelRollBack);
      await told(`Version ${older} serves by now: somebody was faster.`);
      expect(shown(after)).not.toContain(ACTION.modelRollBack);
      expect(await serving()).toBe(older);
    });
  });
});
