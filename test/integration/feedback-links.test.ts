import { beforeEach, expect, it } from "vitest";
import {
  ASKED_KINDS,
  type AskedKind,
  isUnhappy,
  scoresOf,
} from "../../src/domain/outreach/feedback/feedback-kinds.ts";
import { expiryOf } from "../../src/domain/outreach/feedback/feedback-request.ts";
import { answerFeedback } from "../../src/flows/messages/answer-feedback.ts";
import { askFeedback } from "../../src/flows/outreach/ask-feedback.ts";
import { listFeedback } from "../../src/flows/outreach/list-feedback.ts";
import { loadFeedback } from "../../src/flows/outreach/load-feedback.ts";
import { openFeedbackForm } from "../../src/flows/outreach/open-feedback-form.ts";
import { openFeedbackPage } from "../../src/flows/outreach/open-feedback-page.ts";
import { createStore } from "../../src/store/store.ts";
import { signedFeedbackLinks } from "../../src/web/feedback-links.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const links = signedFeedbackLinks({ publicUrl: "https://us.example", key: "k".repeat(32) });

describeOnEachDatabase("feedback by a link", (database) => {
  let id: number;
  beforeEach(async () => {
    id = await addCustomer(database(), { name: "Acme", ownerEmail: "owner@us.example" });
    await fileRows(database()).member("UO", "Owner@us.example");
  });

  const rows = async (sql: string) => (await database().pool.query(sql)).rows;
  const depsAt = (at: Date) => ({
    ...createStore(database()),
    feedbackSettings: { companyName: "Good Wares", links, missing: [] },
    clock: () => at,
  });
  const ask = async (rest: Partial<Parameters<typeof askFeedback>[1]> = {}, at = NOW) => {
    const nothing = { contactId: null, ticketId: null, language: null };
    const asked = await askFeedback(depsAt(at), {
      ...{ customerId: id, kind: "nps", askedBy: "U1", ...nothing, ...rest },
    });
    if (asked.kind !== "asked") throw new Error(asked.kind);
    return { ...asked, token: asked.url.replace("https://us.example/f/", "") };
  };
  const answer = (token: string, score: number | null, comment = "", at = NOW) =>
    answerFeedback(depsAt(at), { token, score, comment });
  const touch = async (at: Date, outcome = "reached") => {
    const one = { customerId: id, source: "slack", externalId: at.toISOString(), memberId: "UO" };
    const told = { channel: "phone", outcome, note: null, minutesSpent: 5, at } as const;
    await createStore(database()).touches.log({ ...one, ...told } as never, at);
  };
  const person = async (name: string, language: string | null, customerId = id) =>
    (
      await database().pool.query(
        `INSERT INTO contacts (customer_id, source, external_id, name, phone, language)
         VALUES ($1, 'test', $2, $2, '+49 1', $3) RETURNING id`,
        [customerId, name, language],
      )
    ).rows[0].id as number;
  const inOutbox = () => rows("SELECT key, kind, recipient, message FROM outbox ORDER BY key");

  it("is asked, read, answered once and told to the owner once", async () => {
    const contactId = await person("Jane", "de-AT");
    const { token, language, contact, before } = await ask({ contactId });
    expect([language, contact?.name, before]).toEqual(["de", "Jane", null]);
    expect(await openFeedbackPage(depsAt(NOW), { token })).toMatchObject({
      ...{ kind: "question", question: { kind: "nps", language: "de", ticket: null } },
      companyName: "Good Wares",
    });
    expect(await rows("SELECT * FROM feedback")).toEqual([]);
    expect(await answer(token, 3, " Slow\r\n\u0000again ", later(1))).toEqual({
      kind: "thanks",
      language: "de",
    });
    expect(await answer(token, 10, "", later(2))).toEqual({ kind: "answered", language: "de" });
    expect(
      await rows("SELECT customer_id, source, kind, score, scale_max, comment, at, import_id FROM feedback"),
    ).toEqual([
      {
        ...{ customer_id: id, source: "feedback-link", kind: "nps", score: 3, scale_max: 10 },
        ...{ comment: "Slow\nagain", at: later(1), import_id: null },
      },
    ]);
    expect(await inOutbox()).toMatchObject([
      {
        ...{ kind: "feedback-note", recipient: "UO" },
        message: {
          ...{ customerId: id, name: "Acme", of: "nps", score: 3, isUnhappy: true, ownerGap: null },
          ...{ contact: { name: "Jane", phone: "+49 1" }, isAnswerers: true, ticket: null },
        },
      },
    ]);
    expect(await rows("SELECT actor, action, customer_id FROM audit_events ORDER BY id")).toEqual([
      { actor: "U1", action: "feedback.asked", customer_id: id },
      { actor: "feedback-link", action: "feedback.answered", customer_id: id },
    ]);
    expect(JSON.stringify(await rows("SELECT * FROM feedback_requests"))).not.toContain(token.slice(0, 32));
  });

  it("counts one of two answers at once", async () => {
    const { token } = await ask();
    const both = await Promise.all([answer(token, 2), answer(token, 9)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["answered", "thanks"]);
    expect(await rows("SELECT score FROM feedback")).toHaveLength(1);
    expect(await inOutbox()).toHaveLength(1);
  });

  it("takes only an answer of the scale, and keeps nothing of another", async () => {
    const { token } = await ask({ kind: "csat" });
    for (const score of [null, 0, 6])
      expect(await answer(token, score, "why")).toMatchObject({ kind: "wrong", because: "no-score" });
    expect(await answer(token, 5, "x".repeat(2001))).toMatchObject({ kind: "wrong", because: "too-long" });
    expect(await answer(token, 5, "x".repeat(2000))).toMatchObject({ kind: "thanks" });
  });

  it("ends after thirty days, with its customer, and is none that another was given", async () => {
    const { token, expiresAt } = await ask();
    expect(expiresAt).toEqual(expiryOf(NOW));
    expect(await answer(token, 9, "", later(30))).toEqual({ kind: "expired" });
    expect(await answer(links.make().url.slice(-55), 9)).toEqual({ kind: "unknown" });
    await database().pool.query("DELETE FROM customers");
    expect(await answer(token, 9)).toEqual({ kind: "unknown" });
    expect(await inOutbox()).toEqual([]);
  });

  it("asks nobody of another customer, and nothing about another's ticket", async () => {
    const other = await addCustomer(database(), { name: "Beta" });
    const contactId = await person("Ben", "fr", other);
    const request = { customerId: id, kind: "nps", ticketId: null, language: null, askedBy: null } as const;
    expect(await askFeedback(depsAt(NOW), { ...request, contactId })).toEqual({ kind: "gone" });
    expect(await askFeedback(depsAt(NOW), { ...request, contactId: null, customerId: 0 })).toEqual({
      kind: "gone",
    });
    const unset = { companyName: null, links: null, missing: ["PUBLIC_URL"] };
    expect(
      await askFeedback({ ...depsAt(NOW), feedbackSettings: unset }, { ...request, contactId: null }),
    ).toEqual({ kind: "not-set-up", missing: ["PUBLIC_URL"] });
  });

  it("without an owner is told to whoever asked and to the channels that get the digest", async () => {
    await database().pool.query("UPDATE members SET account = 'deactivated'");
    await database().pool.query(
      "INSERT INTO channel_settings (channel_id, digest, set_by, updated_at) VALUES ('C1', true, 'U9', now()), ('C2', false, 'U9', now())",
    );
    const { token } = await ask();
    await answer(token, 9);
    const told = await inOutbox();
    expect(told.map(({ recipient, kind }) => [recipient, kind])).toEqual([
      ["C1", "feedback-alert"],
      ["U1", "feedback-note"],
    ]);
    expect(told[0].message).toMatchObject({ isUnhappy: false, ownerGap: { code: "owner-gap.left" } });
  });

  it("is open until somebody has reached the customer after it; whoever tried has not", async () => {
    const { token } = await ask({ contactId: await person("Jane", null) });
    await touch(later(1));
    await answer(token, 2, "Slow", later(2));
    await touch(later(3), "no_answer");
    const openAt = async (at: Date) => {
      const shown = await loadFeedback(depsAt(at), { customerId: id });
      return shown.kind === "feedback" ? shown.openLoops.map(({ contactName }) => contactName) : [];
    };
    const listed = async (at: Date) => (await listFeedback(depsAt(at), { limit: 10 })).open.length;
    expect([await openAt(later(4)), await listed(later(4))]).toEqual([["Jane"], 1]);
    const onCard = async (at: Date) =>
      (await depsAt(at).facts.read(["unhappyAnswer"], [id], at)).get(id)?.unhappyAnswer;
    expect(await onCard(later(4))).toEqual({
      ...{ kind: "nps", score: 2, scaleMax: 10, comment: "Slow", at: later(2), contactName: "Jane" },
    });
    await touch(later(5));
    expect(await onCard(later(6))).toBeNull();
    expect([await openAt(later(4)), await listed(later(4))]).toEqual([["Jane"], 1]);
    expect([await openAt(later(6)), await listed(later(6))]).toEqual([[], 0]);
  });

  it("is unhappy in the database exactly where the rule says so", async () => {
    const given: Array<readonly [AskedKind, number]> = ASKED_KINDS.flatMap((kind) =>
      scoresOf(kind).map((score) => [kind, score] as const),
    );
    for (const [kind, score] of given) await answer((await ask({ kind })).token, score);
    const { open } = await listFeedback(depsAt(later(1)), { limit: 100 });
    const said = (list: ReadonlyArray<readonly [string, number]>) =>
      list.map((one) => one.join(" ")).toSorted();
    expect(said(open.map(({ kind, score }) => [kind, score] as const))).toEqual(
      said(given.filter(([kind, score]) => isUnhappy(kind, score))),
    );
  });

  it("is shown with what came before, what waits, and what can be asked", async () => {
    await fileRows(database()).member("U1", "ana@us.example");
    await database().pool.query(
      `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at, solved_at)
       VALUES ($1, 'desk', 'T-1', 'Late', '2026-12-01Z', '2026-12-02Z'), ($1, 'desk', 'T-2', 'Open', '2026-12-01Z', NULL)`,
      [id],
    );
    const form = await openFeedbackForm(depsAt(NOW), { customerId: id });
    if (form.kind !== "form") throw new Error(form.kind);
    expect(form.tickets.map(({ reference }) => reference)).toEqual(["T-1"]);
    const first = await ask({ ticketId: form.tickets[0]?.id ?? null });
    expect(await openFeedbackPage(depsAt(NOW), { token: first.token })).toMatchObject({
      question: { ticket: "T-1" },
    });
    await answer(first.token, 9);
    const second = await ask({}, later(12));
    expect(second.before).toMatchObject({ id: expect.any(Number), askedByName: "U1", answeredAt: NOW });
    await answer(second.token, 7, "", later(13));
    await ask({ kind: "ces" }, later(14));
    expect(await loadFeedback(depsAt(later(20)), { customerId: id })).toMatchObject({
      latest: [{ kind: "nps", score: 7, before: { score: 9, at: NOW } }],
      openLoops: [],
      asked: [{ kind: "ces", answeredAt: null }, { kind: "nps" }, { kind: "nps", ticket: "T-1" }],
    });
    expect((await listFeedback(depsAt(later(20)), { limit: 10 })).waiting).toMatchObject([
      { customer: "Acme", kind: "ces", askedAt: later(14) },
    ]);
    expect((await listFeedback(depsAt(later(50)), { limit: 10 })).waiting).toEqual([]);
  });
});
