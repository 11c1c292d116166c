import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { addCustomer, addModel, addOrder, addScore } from "../support/customer-rows.ts";
import { type CustomerWorkspace, PEERS } from "../support/customer-workspace.ts";
import { describeOnOneDatabase } from "../support/databases.ts";

const MINUTE = 60_000;
const TOUCH = {
  [FIELD.channel]: { choice: "phone" },
  [FIELD.outcome]: { choice: "reached" },
  [FIELD.note]: { text: "They stay." },
  [FIELD.minutes]: { text: "25" },
};

describeOnOneDatabase("a customer's card, whoever stands in for Slack", (database) => {
  describe.each(Object.keys(PEERS))("with %s", (peer) => {
    let now: Date;
    let at: CustomerWorkspace;
    beforeEach(async () => {
      now = new Date("2026-12-09T14:00:00Z");
      at = await PEERS[peer]!(database(), () => now);
      const acme = await addCustomer(database(), {
        name: "Acme & Söhne",
        ownerEmail: "ana@example.com",
        monthlyRevenueMinor: 250_000,
        startedOn: "2025-01-20",
        renewsOn: "2027-01-20",
      });
      const modelId = await addModel(database());
      await addOrder(database(), acme, "2026-10-01T09:00:00Z", 900_000);
      await addScore(database(), acme, { asOf: "2026-12-09T12:00:00Z", probability: 0.62, modelId });
    });
    afterEach(async () => expect(await at.stop()).toEqual([]));

    const touches = async () => (await database().pool.query("SELECT minutes_spent FROM touches")).rows;

    it("shows money to the owner and to managers alone", async () => {
      const own = (await at.lookUp("ana", "acme")).json;
      expect(own).toContain("*62 %* risk of the contract ending in 90 days");
      expect(own).toContain("€30,000");
      expect((await at.lookUp("mia", "acme")).json).toContain("€30,000");
      const stranger = (await at.lookUp("ben", "acme")).json;
      expect(stranger).toContain("shown to the owner and to managers");
      expect(stranger).not.toContain("€");
    });

    it("takes a touch once it is right, and shows the card as it is then", async () => {
      await at.press("ana", await at.lookUp("ana", "acme"), ACTION.logTouch);
      const wrong = { ...TOUCH, [FIELD.minutes]: { text: "1441" } };
      expect(Object.keys(await at.submit("ana", CALLBACK.logTouch, wrong))).toEqual([FIELD.minutes]);
      expect(await touches()).toEqual([]);
      expect(await at.submit("ana", CALLBACK.logTouch, TOUCH)).toEqual({});
      expect((await at.sees("ana", "Contacted today")).json).toContain("Phone, reached them");
      expect(await touches()).toEqual([{ minutes_spent: 25 }]);
    });

    it("says who was faster on an older card", async () => {
      const anas = await at.lookUp("ana", "acme");
      const bens = await at.lookUp("ben", "acme");
      now = new Date(now.getTime() + MINUTE);
      await at.press("ana", anas, ACTION.logTouch);
      await at.submit("ana", CALLBACK.logTouch, TOUCH);
      await at.sees("ana", "Contacted today");
      now = new Date(now.getTime() + 5 * MINUTE);
      await at.press("ben", bens, ACTION.logTouch);
      await at.sees("ben", "Ana logged a touch 5 min ago.");
      expect(await touches()).toHaveLength(1);
    });

    it("explains the figure, and is snoozed with an end", async () => {
      const card = await at.lookUp("ana", "acme");
      await at.press("ana", card, ACTION.why);
      expect(await at.opens("ana", CALLBACK.why)).toContain("What 62 % means");
      await at.press("ana", card, ACTION.snooze);
      expect(await at.submit("ana", CALLBACK.snooze, { [FIELD.snoozeFor]: { choice: "14" } })).toEqual({});
      expect((await at.sees("ana", "*Snoozed* until")).json).toContain("23 Dec by Ana");
    });

    it("is shared with everyone in the channel", async () => {
      await at.press("ana", await at.lookUp("ana", "acme"), ACTION.share);
      expect(await at.submit("ana", CALLBACK.share, {})).toEqual({});
      expect((await at.sees("ben", "Shared by <@")).json).toContain("Acme &amp; Söhne");
    });
  });
});
