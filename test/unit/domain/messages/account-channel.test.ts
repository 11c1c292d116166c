import { describe, expect, it } from "vitest";
import { type AccountChannel, accountNotice } from "../../../../src/domain/messages/account-channel.ts";
import { customerCard } from "../../../../src/domain/outreach/customer-card.ts";
import { cardFactsOf } from "../../../support/card-facts.ts";

const NOW = new Date("2026-11-30T09:00:00Z");
const SINCE = new Date("2026-11-23T09:00:00Z");
const CHANNEL: AccountChannel = {
  ...{ channelId: "C1", customerId: 1, notices: true, linkedBy: "U1" },
  ...{ stoppedBecause: null, toldMovedAt: null, toldDueAt: null },
};
const MOVED = {
  ...{ customerId: 1, source: "test", probability: 0.9, previousProbability: 0.4, previousScoredAt: SINCE },
  ...{ hasOwner: true, reason: null },
};
const due = { playbook: "check-in", step: "contact", action: { code: "a", parameters: {} } };
const card = {
  ...customerCard(cardFactsOf(), "everyone", "channel", NOW),
  advice: { kind: "act", ...due, reason: { code: "r", parameters: {} } },
} as unknown as Parameters<typeof accountNotice>[1]["card"];
const known = {
  card,
  moved: MOVED,
  isHeldOut: false,
  said: { inChannel: false, toOwner: false },
  since: SINCE,
};
const TOLD = { moved: { before: 0.4, now: 0.9, reason: null }, due: { action: due.action } };

describe("what concerns a customer", () => {
  it("is a moved risk and a step that is due", () => {
    expect(accountNotice(CHANNEL, known)).toMatchObject(TOLD);
  });

  it.each([
    ["said in the channel by another message", { said: { inChannel: true, toOwner: false } }, null],
    ["of somebody who has left", { card: { ...card, ending: {} as never } }, null],
    [
      "that the owner was nudged about",
      { said: { inChannel: false, toOwner: true } },
      { ...TOLD, due: null },
    ],
    ["of somebody held out of nudges", { isHeldOut: true }, { ...TOLD, due: null }],
    ["put off", { card: { ...card, snooze: { until: NOW, byName: null } } }, { ...TOLD, due: null }],
    [
      "to be left alone",
      { card: { ...card, doNotDisturb: { every: {}, playbooks: [] } as never } },
      { ...TOLD, due: null },
    ],
    [
      "without a figure of the week before",
      { moved: { ...MOVED, previousProbability: null } },
      { moved: null },
    ],
    ["that did not move", { moved: null }, { moved: null }],
  ])("is not what is %s", (_, differs, told) => {
    const notice = accountNotice(CHANNEL, { ...known, ...differs });
    if (told === null) expect(notice).toBeNull();
    else expect(notice).toMatchObject(told);
  });

  it("is not said again within a week, each by itself", () => {
    const later = new Date(SINCE.getTime() + 1);
    expect(accountNotice({ ...CHANNEL, toldMovedAt: later }, known)).toMatchObject({ moved: null });
    expect(accountNotice({ ...CHANNEL, toldDueAt: later }, known)).toMatchObject({ due: null });
    expect(accountNotice({ ...CHANNEL, toldMovedAt: later, toldDueAt: later }, known)).toBeNull();
    expect(accountNotice({ ...CHANNEL, toldMovedAt: SINCE, toldDueAt: SINCE }, known)).toMatchObject(TOLD);
  });
});
