import type { Message } from "../../src/domain/messages/messages.ts";
import { phrase } from "../../src/domain/phrase.ts";

type OfKind<Kind extends Message["kind"]> = Extract<Message, { kind: Kind }>;

const AT = "2026-11-23T09:00:00.000Z";
const pair = {
  firstId: 7,
  secondId: 8,
  status: "proposed",
  isCertain: false,
  why: { agrees: [{ sign: "domain", first: "acme.example", second: "acme.example" }], differs: [] },
  first: { customerId: 7, name: "Acme <有限公司>", source: "crm", externalId: "1", contracts: 1 },
  second: { customerId: 8, name: "ACME Ltd", source: "shop", externalId: "2", contracts: 0 },
  decidedBy: null,
  decidedByName: null,
} as const;
const answered = {
  ...{ customerId: 7, name: "Acme <有限公司>", score: 1, scaleMax: 5, at: AT },
  of: "csat",
  ...{ comment: "Slow & late", isUnhappy: true, contact: null, isAnswerers: false, ticket: null },
} as const;
const left = {
  ...{ customerId: 7, name: "Acme <有限公司>", leftOn: "2026-11-22", ownerId: "U1", probability: 0.12 },
  how: "ended",
  createdAt: AT,
} as const;
const change = {
  ...{ customerId: 7, name: "Acme <有限公司>", probability: 0.62, previousProbability: 0.4 },
  reason: phrase("check-in.reason"),
};

/** One message of every kind, as it is kept. A new kind is a line here, so that its replay is tried. */
export const EVERY_MESSAGE: { readonly [Kind in Message["kind"]]: OfKind<Kind> } = {
  nudge: {
    ...{ kind: "nudge", memberId: "U1", day: "2026-11-23", createdAt: AT, overBudget: 2 },
    basis: { scoredAt: AT, horizonDays: 90, serves: "network" },
    items: [
      {
        ...{ suggestionKey: "nudge:7:2026-11-23", customerId: 7, name: "Acme <有限公司>", probability: 0.86 },
        ...{ reason: phrase("check-in.reason"), action: phrase("check-in.action") },
      },
    ],
  },
  "snooze-note": {
    ...{ kind: "snooze-note", customerId: 7, name: "Acme <有限公司>", by: "U2", at: AT },
    untilDay: "2026-12-01",
  },
  "account-notice": {
    ...{ kind: "account-notice", channelId: "C1", customerId: 7, name: "Acme <有限公司>", day: "2026-11-30" },
    createdAt: AT,
    moved: { before: 0.41, now: 0.62, reason: null },
    due: {
      action: phrase("as-written", { text: "致電 <!channel>" }),
      reason: phrase("as-written", { text: "*用量* 下降" }),
    },
  },
  "account-channel-note": {
    ...{ kind: "account-channel-note", channelId: "C1", customerId: 7, name: "Acme <有限公司>" },
    ...{ because: "shared", at: AT },
  },
  "feedback-note": { kind: "feedback-note", ...answered, ownerGap: null },
  "feedback-alert": { kind: "feedback-alert", ...answered, ownerGap: phrase("owner-gap.nobody") },
  "mention-alert": {
    ...{ kind: "mention-alert", stage: "alerted", more: 1, createdAt: AT },
    items: [
      {
        ...{ id: 1, customer: { id: 7, name: "Acme <有限公司>" }, network: "x", author: "ann", url: null },
        ...{ text: "No answer for days <!channel>", at: AT, reach: 12_000, sentiment: -0.8 },
      },
    ],
  },
  "channel-nudge": {
    ...{ kind: "channel-nudge", channelId: "C1", day: "2026-11-23", createdAt: AT, overBudget: 0 },
    basis: { scoredAt: AT, horizonDays: 90, serves: "network" },
    items: [
      {
        ...{ suggestionKey: "nudge:7:2026-11-23", customerId: 7, name: "Acme <有限公司>", probability: 0.86 },
        ...{ reason: phrase("check-in.reason"), action: phrase("check-in.action") },
      },
    ],
  },
  escalation: {
    ...{ kind: "escalation", suggestionKey: "nudge:7:2026-11-23", nudgeKey: "nudges:U1:2026-11-23" },
    ...{ customerId: 7, name: "Acme <有限公司>", memberId: "U1", since: AT, stake: null },
    ...{ reason: phrase("check-in.reason"), action: phrase("check-in.action") },
  },
  "handover-note": {
    kind: "handover-note",
    ...{ customerId: 7, name: "Acme <有限公司>", by: "U2", to: "U3", at: AT },
  },
  "override-note": {
    ...{ kind: "override-note", customerId: 7, name: "Acme <有限公司>", by: "U2", at: AT },
    call: { says: "stay", because: "A new <budget>", untilDay: "2027-01-31" },
  },
  "override-score": {
    kind: "override-score",
    items: [
      {
        ...{ customerId: 7, name: "Acme <有限公司>", says: "stay", madeAt: AT },
        ...{ outcome: "stayed", modelWasRight: false },
      },
    ],
    more: 0,
    tally: { calls: 6, right: 5, modelCalls: 6, modelRight: 4 },
  },
  digest: {
    ...{ kind: "digest", week: "2026-W47", fromDay: "2026-11-16", toDay: "2026-11-22" },
    timeZone: "Europe/Berlin",
    basis: { scoredAt: AT, horizonDays: 90, serves: "network" },
    customersAtRisk: { high: 12, medium: 30, low: 240 },
    ...{ unscored: 18, highWithoutOwner: 0, newlyHigh: { count: 6, top: [change] } },
    ...{ risers: [change], fallers: [], valueAtRisk: null },
    retention: {
      month: "2026-10",
      cohort: { atStart: 200, atEnd: 210, retained: 180, joined: 30, reactivated: 0, left: 20, served: 230 },
      activityWindowDays: 365,
    },
    nudges: { sent: 9, reachedOut: 4, snoozed: 2, notUseful: 1, open: 2 },
  },
  "cost-summary": {
    ...{ kind: "cost-summary", month: "2026-11", base: { served: 500, retained: 400 } },
    ...{ activityWindowDays: 365, readAt: AT },
    currencies: [
      {
        currency: "USD",
        totalMinor: 2_000_000,
        byCategory: [{ category: "tools", minor: 2_000_000 }],
        ...{ directMinor: 2_000_000, indirectMinor: 0 },
        perServed: { kind: "amount", money: { minor: 4_000, currency: "USD" } },
        perRetained: { kind: "amount", money: { minor: 5_000, currency: "USD" } },
        ...{ previousTotalMinor: null, changePercent: null, movements: [] },
      },
    ],
  },
  "model-alert": {
    ...{ kind: "model-alert", week: "2026-W47", modelVersionId: 3, trainedAt: AT, customers: 420 },
    ...{ createdAt: AT, warnings: [{ kind: "stale", ageDays: 120 }] },
  },
  "undelivered-alert": {
    ...{ kind: "undelivered-alert", what: "digest", recipient: "C9", recipientName: null, at: AT },
    because: phrase("undelivered.slack.is_archived"),
  },
  duplicates: { kind: "duplicates", day: "2026-11-23", pairs: [pair], more: 2, joined: [], moreJoined: 0 },
  "post-mortem": { kind: "post-mortem", ...left },
  "post-mortem-details": {
    ...{ kind: "post-mortem-details", ...left, scoredAt: AT, modelVersionId: 3, weeks: [null, 0.1, 0.12] },
    ...{ raised: null, lowered: phrase("check-in.reason") },
    known: [phrase("ended.never-contacted")],
    moved: [phrase("post-mortem.moved.usage", { before: 90, now: 45, percent: 50 })],
  },
  "post-mortem-list": {
    ...{ kind: "post-mortem-list", createdAt: AT, items: [{ ...left, moved: [] }], more: 3 },
  },
  "post-mortem-note": {
    ...{ kind: "post-mortem-note", customerId: 7, name: "Acme <有限公司>", by: "U1", createdAt: AT },
    note: "They were bought <!channel> & merged",
  },
  "job-alert": {
    ...{ kind: "job-alert", job: "score-daily", period: "2026-11-23 UTC", error: "The disk is full." },
    ...{ attempts: 3, failedAt: AT },
  },
  setup: {
    kind: "setup",
    createdAt: AT,
    state: {
      data: { customers: 12_000, newestActivity: "2026-11-20" },
      owners: { kind: "known", customers: 11_000, owned: 10_500, owners: 12 },
      ...{ digestChannels: 2, posting: null, declinedBy: "U1", takesFiles: true },
    },
  },
  "given-up-note": {
    ...{ kind: "given-up-note", request: { how: "command", label: "acme <有限公司>" } },
    ...{ sentAt: AT, reference: "command:T1" },
  },
  "given-up-alert": {
    ...{ kind: "given-up-alert", how: "form", senderName: "Ana <!channel>", isSenderTold: true },
    ...{ sentAt: AT, reference: "view:V1:log_touch" },
  },
};
