import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildPage } from "../../src/sandbox/page/build.ts";
import type { BlockJson, EntityJson, Message } from "../../src/sandbox/page-protocol.ts";
import { IDENTITY } from "../../src/sandbox/seed.ts";
import { plainMessage } from "../../src/sandbox/state.ts";
import { ANNA, GENERAL, MEI, type Peer, startPeer } from "../e2e/sandbox-peer-app.ts";
import { CARD } from "../support/crm-card.ts";
import { isWithoutBrowser, openBrowser, type WorkspacePage } from "./workspace-page.ts";

/** In a small workspace with an app of the test's own: what the page does with each thing an app may show. */
describe.skipIf(isWithoutBrowser)("streams, charts and Work Objects on the page", () => {
  let peer: Peer;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let anna: WorkspacePage;
  /** What the app heard, by type of event. */
  const heard: Record<string, Readonly<Record<string, unknown>>> = {};
  let presents: EntityJson | null = CARD;

  beforeAll(async () => {
    peer = await startPeer(
      "http",
      (app) => {
        app.event(/^(agent_session_stopped|entity_details_requested)$/, async ({ event }) => {
          heard[event.type] = { ...event };
          if (event.type !== "entity_details_requested") return;
          const message = presents === null ? "You may not see this customer." : null;
          peer.sandbox.fillFlexpane({
            ...{ triggerId: event.trigger_id, entity: presents, message, signInUrl: null },
          });
        });
        app.action("log", async ({ ack, body }) => {
          heard.block_actions = { ...body };
          await ack();
        });
      },
      { pageFolder: await buildPage(), clock: () => new Date() },
    );
    browser = await openBrowser({}, peer.sandbox.url);
    anna = await browser.open(ANNA);
    await anna.go("general");
  });
  afterAll(async () => {
    await browser.close();
    await peer.stop();
  });
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  let micros = 0;
  /** Leaves a message as the app would have; the same ts replaces it. */
  const put = (given: Partial<Message>): Message => {
    micros += 1;
    const ts = `${Math.floor(Date.now() / 1000)}.${String(micros).padStart(6, "0")}`;
    const message = plainMessage({
      ...{ ts, conversationId: GENERAL, authorId: IDENTITY.botUserId, text: "", ...given },
    });
    peer.sandbox.put(message);
    return message;
  };
  const last = () => anna.messages().last();
  const task = (status: string, output?: string): BlockJson => ({
    ...{ type: "task_card", task_id: "t1", title: "Reading the costs", status },
    ...(output !== undefined && {
      output: {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: output }] }],
      },
    }),
  });

  it("a stream grows, its steps say how far they are, and stop is heard by the app", async () => {
    const first = put({ blocks: [task("in_progress")], isStreaming: true });
    await last().getByText("In progress: ").waitFor();
    const markdown = { type: "markdown", text: "Costs rose by **12 %**." };
    put({ ...first, blocks: [task("complete", "3 entries"), markdown] });
    await last().getByText("Done: ").waitFor();
    await last().getByText("12 %").waitFor();
    await last().getByText("Reading the costs").click();
    await last().getByText("3 entries").waitFor();
    const doing = anna.page.getByRole("status", { name: "What the app is doing" });
    expect(await doing.textContent()).toContain("Mainstay is writing…");
    expect(await anna.seriousFlaws()).toEqual([]);
    await doing.getByRole("button", { name: "Stop" }).click();
    await doing.getByText("is writing").waitFor({ state: "detached" });
    await peer.sandbox.waitForLog(({ name }) => name === "event: agent_session_stopped");
    expect(heard.agent_session_stopped).toMatchObject({ thread_ts: first.ts, user: ANNA });
    expect(heard.agent_session_stopped?.streaming_message_ts).toEqual([first.ts]);
  });

  it("a plan lists its steps, also one that failed", async () => {
    const tasks = [
      { task_id: "a", title: "Find Acme", status: "complete" },
      { task_id: "b", title: "Ask the model", status: "error" },
    ];
    put({ blocks: [{ type: "plan", title: "Two steps", tasks }] });
    await last().getByText("Two steps").waitFor();
    expect(await last().getByRole("listitem").allTextContents()).toEqual([
      "✓Done: Find Acme",
      "!Failed: Ask the model",
    ]);
  });

  const axes = { categories: ["W46", "W47"], x_label: "Week", y_label: "Risk" };
  const line = (name: string, values: readonly number[]) => ({
    name,
    data: axes.categories.map((label, place) => ({ label, value: values[place] })),
  });
  it.each([
    { type: "line", series: [line("Team", [0.4, 0.5]), line("Anna", [0.2, 0.6])], axis_config: axes },
    { type: "area", series: [line("Team", [3, 5])], axis_config: axes },
    { type: "bar", series: [line("Won", [3, 5]), line("Lost", [-2, -1])], axis_config: axes },
    {
      type: "pie",
      segments: [
        { label: "VIP", value: 3 },
        { label: "新客戶", value: 1 },
      ],
    },
  ])("draws a chart: $type, in light and dark, with its numbers", async (chart) => {
    put({ blocks: [{ type: "data_visualization", title: `A ${chart.type} chart`, chart }] });
    await last()
      .getByRole("img", { name: `A ${chart.type} chart` })
      .waitFor();
    await last().getByText("Show the numbers").click();
    expect(await last().getByRole("row").count()).toBe(3);
    for (const colorScheme of ["dark", "light"] as const) {
      await anna.page.emulateMedia({ colorScheme });
      const looked = { within: "article:last-of-type", rules: ["color-contrast", "svg-img-alt"] };
      expect(await anna.seriousFlaws(looked)).toEqual([]);
    }
  });

  const details = () => anna.page.getByRole("complementary", { name: "Details" });
  const unfurl = () => last().getByRole("region", { name: "Acme" });

  it("a link's preview opens what the app shows this reader, whose buttons reach the app", async () => {
    const message = put({ authorId: MEI, text: `<${CARD.app_unfurl_url ?? ""}>`, entities: [CARD] });
    await unfurl().getByText("62 %").waitFor();
    const fields = [{ key: "worth", label: "Worth", type: "string", value: "€4,200" }];
    presents = { ...CARD, entity_payload: { ...CARD.entity_payload, custom_fields: fields } };
    await unfurl().getByRole("button", { name: "Acme" }).click();
    await details().getByText("€4,200").waitFor();
    expect(heard.entity_details_requested).toMatchObject({ user: ANNA, message_ts: message.ts });
    expect(await unfurl().textContent()).not.toContain("€4,200");
    expect(await anna.seriousFlaws()).toEqual([]);
    await details().getByRole("button", { name: "Log a touch" }).click();
    await peer.sandbox.waitForLog(({ name }) => name === "block_actions: log");
    expect(heard.block_actions).toMatchObject({ container: { type: "entity_detail" } });
  });

  it("says so where the app shows nothing, also when asked again, and closes", async () => {
    presents = null;
    await details().getByRole("button", { name: "Refresh details" }).click();
    await details().getByRole("alert").getByText("You may not see this customer.").waitFor();
    const mei = await browser.open(MEI);
    expect(await mei.page.getByRole("complementary", { name: "Details" }).count()).toBe(0);
    await mei.page.close();
    await details().getByRole("button", { name: "Close details" }).click();
    await details().waitFor({ state: "detached" });
  });
});
