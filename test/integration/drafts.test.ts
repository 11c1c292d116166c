import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { createStore } from "../../src/store/store.ts";
import { ourDraft } from "../../src/words/drafts/draft-text.ts";
import { describeOnEachDatabase, describeOnOneDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const NOW = new Date("2026-12-09T09:00:00Z");
const LATER = new Date("2026-12-10T09:00:00Z");
const TEXTS = { subject: "Hi", body: "Hi[ {contact}].", chat: "Hi." };
const WHERE = { playbook: "thank", language: "de" } as const;

describeOnEachDatabase("a team's own drafts", (database) => {
  const templates = () => createStore(database()).draftTemplates;
  const changes = async () => {
    const { rows } = await database().pool.query(
      "SELECT action, actor, details FROM audit_events WHERE action LIKE 'draft.%' ORDER BY id",
    );
    return rows.map(({ action, actor, details }) => [action, actor, details.playbook, details.language]);
  };

  it("are kept and given back, each noted, by whoever has seen what is there", async () => {
    await fileRows(database()).member("U1", "mia@us.example");
    expect(await templates().find("thank", "de")).toBeNull();
    expect(await templates().set({ ...WHERE, ...TEXTS }, { by: "U1", at: NOW, seen: null })).toBe(true);
    const kept = { ...WHERE, ...TEXTS, setBy: "U1", setByName: "U1", setAt: NOW };
    expect(await templates().find("thank", "de")).toEqual(kept);
    expect(await templates().find("thank", "fr")).toBeNull();

    // Others, who saw ours, or another moment's text.
    const other = { ...WHERE, ...TEXTS, subject: "Other" };
    expect(await templates().set(other, { by: "U2", at: LATER, seen: null })).toBe(false);
    expect(await templates().set(other, { by: "U2", at: LATER, seen: LATER })).toBe(false);
    expect(await templates().remove(WHERE, { by: "U2", at: LATER, seen: LATER })).toBe(false);
    expect(await templates().all()).toEqual([kept]);

    expect(await templates().set(other, { by: "U2", at: LATER, seen: NOW })).toBe(true);
    expect(await templates().all()).toMatchObject([{ subject: "Other", setBy: "U2", setByName: null }]);
    expect(await templates().remove(WHERE, { by: "U1", at: LATER, seen: LATER })).toBe(true);
    expect(await templates().remove(WHERE, { by: "U1", at: LATER, seen: LATER })).toBe(false);
    // Somebody's form that still shows what is gone.
    expect(await templates().set(other, { by: "U2", at: LATER, seen: LATER })).toBe(false);
    expect(await templates().all()).toEqual([]);
    expect(await changes()).toEqual([
      ["draft.set", "U1", "thank", "de"],
      ["draft.set", "U2", "thank", "de"],
      ["draft.removed", "U1", "thank", "de"],
    ]);
  });

  it("are taken from a file at once, and noted only where something changes", async () => {
    const set = [
      { ...WHERE, ...TEXTS },
      { playbook: "thank", language: "fr", ...TEXTS },
    ] as const;
    await templates().replace(set, [], { by: null, at: NOW });
    await templates().replace([set[0]], [{ playbook: "thank", language: "fr" }], { by: null, at: LATER });
    expect(await templates().all()).toMatchObject([{ ...WHERE, setBy: null, setAt: NOW }]);
    await templates().replace([], [], { by: null, at: LATER });
    expect((await changes()).map(([action, actor]) => [action, actor])).toEqual([
      ["draft.set", "command line"],
      ["draft.set", "command line"],
      ["draft.removed", "command line"],
    ]);
  });

  it("are not kept where something is wrong with them", async () => {
    const flows = bindFlows({ ...createStore(database()), clock: () => NOW });
    const wrong = { ...WHERE, ...TEXTS, body: "{nobody}" };
    const { playbook, language, ...texts } = wrong;
    const asked = { playbook, language, by: "U1", seen: null };
    expect(await flows.setDraft({ ...asked, texts })).toMatchObject({
      kind: "wrong",
      problems: [{ field: "body" }],
    });
    expect(await flows.replaceDrafts({ set: [{ ...WHERE, ...TEXTS }, wrong], back: [] })).toMatchObject({
      kind: "wrong",
      drafts: [{ template: { body: "{nobody}" } }],
    });
    expect(await templates().all()).toEqual([]);
    // Ours serves already: nothing to give back.
    expect(await flows.setDraft({ ...asked, texts: null })).toEqual({ kind: "set" });
    expect(await flows.setDraft({ ...asked, texts: TEXTS, seen: LATER })).toEqual({
      kind: "changed",
      own: null,
    });
  });

  it("a draft that was sent settles its suggestion as reached out, the customer's others as touched", async () => {
    const store = createStore(database());
    const acme = await fileRows(database()).customer("Acme");
    const suggestion = {
      ...{ customerId: acme, memberId: "U1", playbook: "thank", probability: null, createdAt: NOW },
      ...{
        action: { code: "thank.action", parameters: {} },
        reason: { code: "check-in.reason", parameters: {} },
      },
    };
    await store.suggestions.record([
      { ...suggestion, kind: "nudge", key: "nudge:1" },
      { ...suggestion, kind: "card", key: "card:1" },
    ]);
    const flows = bindFlows({ ...store, clock: () => NOW });
    const sent = {
      ...{ customerId: acme, memberId: "U1", viewId: "draft:nudge:1:U1:email", channel: "email" as const },
      ...{ outcome: "no_answer" as const, note: "Hi", minutesSpent: 5, at: NOW, followed: "nudge:1" },
    };
    expect(await flows.logTouch(sent)).toEqual({ kind: "logged" });
    expect(await flows.logTouch(sent)).toEqual({ kind: "repeated" });
    expect(await store.suggestions.find("nudge:1")).toMatchObject({ status: "reached_out", settledBy: "U1" });
    expect(await store.suggestions.find("card:1")).toMatchObject({ status: "touched" });
  });

  it("opens for the contact it names, in their language", async () => {
    const store = createStore(database());
    const rows = fileRows(database());
    const acme = await rows.customer("Acme", { country: "France" });
    const contact = (name: string, email: string | null, language: string | null) =>
      database().pool.query(
        "INSERT INTO contacts (customer_id, source, external_id, name, email, language, birthday) VALUES ($1, 'test', $2, $3, $4, $5, '1980-12-09')",
        [acme, `${name}${email}`, name, email, language],
      );
    const flows = bindFlows({ ...store, clock: () => NOW, feedbackSettings: { companyName: null } });
    const sender = { slackUserId: "U1", name: "Ana", email: null, role: "rep", timeZone: "UTC" } as const;
    const asked = { customerId: acme, suggestionKey: null, shownAt: null, language: null, sender };
    expect(await flows.openDraft(asked)).toMatchObject({
      ...{ kind: "draft", email: null, own: null },
      language: { language: "fr", because: "country" },
      facts: { contact: null, customer: "Acme", sender: "Ana", company: null, ticket: null },
    });
    await contact("Dana", null, "fr");
    await contact("Dana", "dana@acme.example", "es");
    expect(await flows.openDraft(asked)).toMatchObject({
      ...{ key: "congratulate", email: "dana@acme.example", isDue: true },
      language: { language: "es", because: "contact" },
      facts: { contact: "Dana" },
    });
    await database().pool.query(
      "INSERT INTO tickets (customer_id, source, external_id, subject, opened_at) VALUES ($1, 'test', 'T-7', 'Late', $2)",
      [acme, new Date("2026-12-06T09:00:00Z")],
    );
    expect(await flows.openDraft(asked)).toMatchObject({
      key: "reply-to-ticket",
      facts: { ticket: "T-7", days: 3 },
    });
    await templates().set(
      { playbook: "reply-to-ticket", language: "de", ...TEXTS },
      { by: "U1", at: NOW, seen: null },
    );
    expect(await flows.openDraft({ ...asked, language: "de" })).toMatchObject({
      language: { because: "chosen" },
      own: { subject: "Hi" },
    });
    expect(await flows.openDraft({ ...asked, customerId: acme + 1 })).toEqual({ kind: "gone" });
  });
});

describeOnOneDatabase("drafts from the command line", (database) => {
  const { run: mainstay } = mainstayIn(database);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "mainstay-drafts-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fileOf = (name: string, content: string) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  it("are exported, changed and imported, and come back as they were", async () => {
    const all = await mainstay("drafts", "export", "--all");
    expect(all.code, all.err).toBe(0);
    const whole = fileOf("all.yml", all.out);
    const none = await mainstay("drafts", "import", whole);
    expect(none.out).toContain("No text of your own taken from the file, 168 places given back to ours.");

    const ours = ourDraft("thank", "en").subject;
    const changed = fileOf("changed.yml", all.out.replace(`subject: ${ours}`, "subject: Thanks"));
    expect((await mainstay("drafts", "import", changed)).out).toContain("1 text of your own taken");
    const own = await mainstay("drafts", "export", "--json");
    expect(own.json.drafts).toEqual([
      { draft: "thank", language: "en", ...ourDraft("thank", "en"), subject: "Thanks" },
    ]);
    expect((await mainstay("drafts", "list")).out).toMatch(/thank +en\n/);
    expect((await mainstay("drafts", "import", whole)).code).toBe(0);
    expect((await mainstay("drafts", "export", "--json")).json.drafts).toEqual([]);
  });

  it("are refused as a whole, with all that is wrong", async () => {
    const good = { draft: "thank", language: "en", ...TEXTS };
    const json = (drafts: readonly object[]) => fileOf("wrong.json", JSON.stringify({ drafts }));
    const refused = async (file: string) => {
      const { code, err } = await mainstay("drafts", "import", file);
      expect(code).toBe(1);
      return err;
    };
    const wrong = { ...good, language: "de", subject: "", chat: "{nobody}" };
    const said = await refused(json([good, wrong]));
    expect(said).toContain("thank, de, subject: Write something here.");
    expect(said).toContain("thank, de, chat: {nobody} is not known here.");
    expect(await refused(json([good, good]))).toContain("twice in one language");
    expect(await refused(json([{ ...good, draft: "thanks" }]))).toContain("drafts[0].draft");
    expect(await refused(join(folder, "nowhere.yml"))).toContain("There is no file");
    expect((await mainstay("drafts", "export", "--json")).json.drafts).toEqual([]);
  });
});
