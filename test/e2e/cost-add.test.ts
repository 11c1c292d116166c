import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACTION, CALLBACK, FIELD } from "../../src/slack/ids.ts";
import { costLedgerStore } from "../../src/store/costs/cost-ledger.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { type SlackBot, startSlackBot } from "../support/slack-bot.ts";
import { type Sent, type SlackPeer, startSlackPeer } from "../support/slack-peer.ts";

const NOW = new Date("2026-12-09T14:00:00Z");

describeOnOneDatabase("/customer cost add", (database) => {
  let peer: SlackPeer;
  let bot: SlackBot;

  beforeAll(async () => {
    peer = await startSlackPeer({
      people: {
        ana: { name: "Ana", email: "ana@example.com", timeZone: "Europe/Berlin" },
        mia: { name: "Mia", email: "mia@example.com", admin: true },
      },
      channels: { sales: {} },
    });
    bot = await startSlackBot(database(), peer, () => NOW);
  });
  afterAll(async () => {
    await bot.app.stop(5000);
    await peer.close();
  });
  beforeEach(async () => {
    peer.clear();
    const owned = { ownerEmail: "ana@example.com", segment: "大客户 <VIP>" };
    await addCustomer(database(), { name: "Acme & Söhne <GmbH>", externalId: "C-1042", ...owned });
    await addCustomer(database(), { name: "Acme Tools", externalId: "C-7", segment: "Small" });
  });
  afterEach(async () => {
    expect(await bot.app.idle(5000)).toBe(true);
    expect(peer.problems).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  let typed = 0;
  async function openForm(person: string, text: string): Promise<Sent> {
    const response = await bot.send.form({
      command: "/customer",
      text,
      user_id: peer.userId(person),
      channel_id: peer.channelId("sales"),
      team_id: "T000000001",
      trigger_id: await peer.triggerId(peer.userId(person)),
      response_url: peer.responseUrl(),
    });
    expect(response.status).toBe(200);
    return peer.waitFor((entry) => entry.body.view?.callback_id === CALLBACK.addCost);
  }
  const choice = (value: string | null) => ({ selected_option: value === null ? null : { value } });
  const written = (value: string | null) => ({ value });
  const good = {
    [FIELD.costCategory]: choice("labour"),
    [FIELD.costSubcategory]: choice("pay"),
    [FIELD.costKind]: choice("direct"),
    [FIELD.costAmount]: written("１.２３４,50 €"),
    [FIELD.costCurrency]: written("eur"),
    [FIELD.costFrom]: { selected_date: "2026-11-01" },
    [FIELD.costTo]: { selected_date: "2026-11-30" },
    [FIELD.costScope]: choice("segment"),
    [FIELD.costSegment]: choice("大客户 <VIP>"),
    [FIELD.costCustomer]: written(null),
    [FIELD.costList]: written(null),
    [FIELD.costDriver]: choice("minutes"),
    [FIELD.costNote]: written("加班 *overtime*"),
  };
  const forCustomer = (customer: string) => ({
    ...good,
    [FIELD.costScope]: choice("customer"),
    [FIELD.costCustomer]: written(customer),
  });
  const submit = (person: string, form: Sent, values: object) =>
    bot.submit(person, form.body.view, values as typeof good, `V-cost-${++typed}`);
  const problemsOf = async (person: string, form: Sent, values: object) =>
    ((await submit(person, form, values)) as { errors?: Record<string, string> } | null)?.errors ?? {};
  const entries = async () => (await database().pool.query("SELECT * FROM cost_entries ORDER BY id")).rows;
  const confirmation = () => peer.waitFor((entry) => entry.method === "response_url");

  it("records a cost, once however often it is submitted, and says how it will be shared", async () => {
    const form = await openForm("mia", "cost add");
    expect(JSON.stringify(form.body.view)).not.toContain(FIELD.costSegment);
    const twice = [1, 2].map(() => bot.submit("mia", form.body.view, good as never, "V-one"));
    expect(await Promise.all(twice)).toEqual([null, null]);
    const said = JSON.stringify((await confirmation()).body);
    expect(said).toContain("Recorded: *€1,234.50* labour (pay), direct, 1 Nov to 30 Nov.");
    expect(said).toContain(
      "shared by minutes spent among the customers of segment *大客户 &lt;VIP&gt;*, day by day over 30 days",
    );
    expect(await entries()).toMatchObject([
      {
        source: "slack",
        external_id: "V-one",
        category: "labour",
        subcategory: "pay",
        amount_minor: "123450",
        currency: "EUR",
        applies_to: "segment:大客户 <VIP>",
        driver: "minutes",
        note: "加班 *overtime*",
        created_by: peer.userId("mia"),
      },
    ]);
    const { rows } = await database().pool.query("SELECT action FROM audit_events");
    expect(rows).toEqual([{ action: "cost.added" }]);
  });

  it("shows what is wrong beside its field, and records nothing", async () => {
    await costLedgerStore(database()).close("2026-10-31", "UTC", { by: "U", at: NOW });
    const form = await openForm("mia", "cost add");
    const ask = (values: object) => problemsOf("mia", form, { ...good, ...values });
    expect(await ask({ [FIELD.costAmount]: written("1,234") })).toEqual({
      cost_amount: expect.stringContaining("can be 1234 or 1.234"),
    });
    expect(
      await ask({
        [FIELD.costAmount]: written("0"),
        [FIELD.costFrom]: { selected_date: "2026-10-30" },
        [FIELD.costTo]: { selected_date: "2026-10-01" },
        [FIELD.costCategory]: choice("tools"),
        [FIELD.costSegment]: choice(null),
      }),
    ).toEqual({
      cost_segment: "Choose the segment.",
      cost_amount: expect.stringContaining("above zero"),
      cost_from: expect.stringContaining("closed through 31 Oct 2026"),
      cost_to: expect.stringContaining("before the first one"),
      cost_subcategory: expect.stringContaining("Only labour"),
    });
    expect(await ask({ [FIELD.costCurrency]: written("EURO") })).toHaveProperty("cost_currency");
    expect(await ask({ [FIELD.costSegment]: choice(null) })).toEqual({ cost_segment: "Choose the segment." });
    expect(await ask({ [FIELD.costFrom]: { selected_date: "2026-10-31" } })).toEqual({
      cost_from: expect.stringContaining("closed through 31 Oct 2026"),
    });
    const list = (text: string) => ({ [FIELD.costScope]: choice("list"), [FIELD.costList]: written(text) });
    expect(await ask(list("customer:C-1042|customer:C-9"))).toEqual({
      cost_list: expect.stringContaining("No customer “C-9”"),
    });
    expect(await ask(list(""))).toHaveProperty("cost_list");
    expect(await entries()).toEqual([]);
  });

  it("looks the customer up as typed, and asks rather than guesses", async () => {
    const form = await openForm("mia", "cost add Acme");
    expect(JSON.stringify(form.body.view)).toContain('"initial_value":"Acme"');
    expect(await problemsOf("mia", form, forCustomer("acme"))).toEqual({
      cost_customer: expect.stringMatching(/Several customers fit: .*Acme & Söhne <GmbH> \(C-1042\)/),
    });
    expect(await problemsOf("mia", form, forCustomer("acne tols"))).toHaveProperty("cost_customer");
    expect(await problemsOf("mia", form, forCustomer(""))).toHaveProperty("cost_customer");
    expect(await submit("mia", form, forCustomer("acme tools"))).toBeNull();
    expect(JSON.stringify((await confirmation()).body)).toContain("All of it counts for *Acme Tools* (C-7)");
    expect(await entries()).toMatchObject([{ applies_to: "customer:C-7" }]);
  });

  it("lets a rep record direct costs of own customers, and nothing else", async () => {
    const form = await openForm("ana", "costs add");
    const view = JSON.stringify(form.body.view);
    expect(view).not.toContain(FIELD.costScope);
    expect(view).not.toContain("indirect");
    const own = { ...forCustomer("C-1042") } as Partial<typeof good>;
    for (const id of [FIELD.costScope, FIELD.costSegment, FIELD.costList, FIELD.costDriver]) delete own[id];
    expect(await problemsOf("ana", form, { ...own, [FIELD.costCustomer]: written("C-7") })).toEqual({
      cost_customer: expect.stringContaining("customers you own"),
    });
    expect(await problemsOf("ana", form, { ...own, [FIELD.costKind]: choice("indirect") })).toHaveProperty(
      "cost_kind",
    );
    expect(await problemsOf("ana", form, { ...good, [FIELD.costScope]: choice("all") })).toHaveProperty(
      "cost_scope",
    );
    expect(await submit("ana", form, own)).toBeNull();
    await confirmation();
    expect(await entries()).toMatchObject([{ applies_to: "customer:C-1042", driver: "equal" }]);
  });

  describe("what was recorded", () => {
    const record = async (person: string, values: object) => {
      peer.clear();
      await submit(person, await openForm(person, "cost add"), values);
      return confirmation();
    };
    const own = () => {
      const { cost_customer, cost_category, cost_amount, cost_currency, cost_from, cost_to } =
        forCustomer("C-1042");
      return { cost_customer, cost_category, cost_amount, cost_currency, cost_from, cost_to };
    };
    const worth = async () =>
      (
        await database().pool.query(
          "SELECT sum(amount_minor)::int AS worth, count(*)::int AS rows FROM cost_entries",
        )
      ).rows[0];
    const answerTo = async (person: string, message: Sent, actionId: string) =>
      JSON.stringify((await (await bot.click(person, message, actionId)).answer()).body);

    it("is taken back by its recorder, once, by a further entry", async () => {
      const message = await record("ana", own());
      expect(await answerTo("ana", message, ACTION.costUndo)).toMatch(/Taken back: entry \d+ of €1,234\.50/);
      expect(await worth()).toEqual({ worth: 0, rows: 2 });
      expect(await answerTo("ana", message, ACTION.costUndo)).toContain("has that amount already");
      expect(await worth()).toEqual({ worth: 0, rows: 2 });
    });

    it("is corrected in a form, by who may, and nothing is said of it to others", async () => {
      const message = await record("mia", { ...good, [FIELD.costScope]: choice("all") });
      for (const action of [ACTION.costUndo, ACTION.costCorrect]) {
        const refused = await answerTo("ana", message, action);
        expect(refused).toContain("recorded by somebody else");
        expect(refused).not.toContain("€");
      }
      const click = await bot.click("mia", message, ACTION.costCorrect);
      const form = await peer.waitFor(({ body }) => body.view?.callback_id === CALLBACK.correctCost);
      const amount = (text: string) => ({
        [FIELD.correctAmount]: written(text),
        [FIELD.correctNote]: written(""),
      });
      for (const [text, wrong] of [
        ["1234.50", "has that amount already"],
        ["-1", "zero or more"],
        ["1;2", "cannot read"],
      ] as const)
        expect(await bot.submit("mia", form.body.view, amount(text))).toMatchObject({
          errors: { [FIELD.correctAmount]: expect.stringContaining(wrong) },
        });
      expect(await bot.submit("mia", form.body.view, amount("1000"))).toBeNull();
      expect(JSON.stringify((await click.answer()).body)).toContain(
        "now counts *€1,000.00* instead of €1,234.50",
      );
      expect(await worth()).toEqual({ worth: 100_000, rows: 2 });
    });

    it("in closed books is left to who keeps the ledger, and said to be seen there", async () => {
      const message = await record("ana", own());
      await costLedgerStore(database()).close("2026-11-30", "UTC", { by: "U", at: NOW });
      expect(await answerTo("ana", message, ACTION.costUndo)).toContain("books of its days are closed");
      expect(await worth()).toEqual({ worth: 123_450, rows: 1 });
      expect(await answerTo("mia", message, ACTION.costUndo)).toMatch(
        /Taken back.*closed through 30 Nov 2026 and stay as they are.*counts on 1 Dec 2026/,
      );
      expect(await worth()).toEqual({ worth: 0, rows: 2 });
    });
  });
});
