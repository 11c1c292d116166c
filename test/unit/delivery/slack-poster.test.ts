import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { chartSupport } from "../../../src/charts/chart-support.ts";
import { slackSaid } from "../../../src/delivery/slack-errors.ts";
import { METADATA_EVENT_TYPE, slackPoster } from "../../../src/delivery/slack-poster.ts";
import type { ChartPicture } from "../../../src/domain/chart.ts";
import { phrase } from "../../../src/domain/phrase.ts";
import { chart } from "../../../src/slack/blocks/chart.ts";

type Answer = Record<string, unknown> | { readonly status: number } | "cut the line";

/** A Web API that gives the answers it was told to, in order, and keeps what it was asked. */
const asked: Array<{ readonly method: string; readonly parameters: Record<string, string> }> = [];
let answers: Answer[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const method = (request.url ?? "").replace("/api/", "");
  asked.push({ method, parameters: Object.fromEntries(new URLSearchParams(body)) });
  const answer = answers.shift() ?? { ok: true };
  if (answer === "cut the line") return void request.socket.destroy();
  const status = "status" in answer && typeof answer.status === "number" ? answer.status : 200;
  response.writeHead(status, { "content-type": "application/json", "retry-after": "17" });
  response.end(JSON.stringify(answer));
});
const refusal = (error: string) => ({ ok: false, error });

beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  asked.length = 0;
});

const poster = () => {
  const { port } = server.address() as AddressInfo;
  return slackPoster({ token: "xoxb-1", slackApiUrl: `http://127.0.0.1:${port}/api/` });
};
const open = (recipient: string, ...told: Answer[]) => {
  answers = told;
  return poster().open(recipient);
};

it("opens a conversation with a person, and takes a channel that is there as it is", async () => {
  expect(await open("C1")).toEqual({ kind: "open", channelId: "C1" });
  expect(await open("GUW")).toEqual({ kind: "open", channelId: "GUW" });
  expect(asked.map(({ method }) => method)).toEqual(["conversations.info", "conversations.info"]);
  asked.length = 0;
  for (const person of ["U1", "W1"])
    expect(await open(person, { ok: true, channel: { id: "D1" } })).toEqual({
      kind: "open",
      channelId: "D1",
    });
  expect(asked.map(({ method, parameters }) => [method, parameters.users])).toEqual([
    ["conversations.open", "U1"],
    ["conversations.open", "W1"],
  ]);
});

it("tries again to open where the answer was lost or names no channel: opening twice harms nobody", async () => {
  const later = { kind: "later", afterSeconds: null };
  expect(await open("U1", "cut the line")).toMatchObject(later);
  expect(await open("U1", { status: 503 })).toMatchObject({
    ...later,
    error: phrase("undelivered.http", { status: "503" }),
  });
  const nameless = { ...later, error: slackSaid("conversations.open named no channel") };
  expect(await open("U1", { ok: true })).toEqual(nameless);
  expect(await open("U1", { ok: true, channel: {} })).toEqual(nameless);
  expect(await open("U1", refusal("user_disabled"))).toMatchObject({ kind: "refused" });
  expect(await open("U1", { status: 429 })).toMatchObject({ kind: "later", afterSeconds: 17 });
});

const LINE = { type: "section", text: { type: "mrkdwn", text: "Acme" } } as const;
const CHART = chart({
  title: "Costs",
  type: "bar",
  locale: "en",
  categories: ["Oct", "Nov"],
  series: [{ name: "Support", values: [1, 2] }],
})[0];
const IN_THREAD = {
  type: "context",
  elements: [
    {
      type: "mrkdwn",
      text: "Slack took no charts here: they are in the thread as pictures.",
      verbatim: true,
    },
  ],
};
const NO_PICTURES = {
  type: "context",
  elements: [
    {
      type: "mrkdwn",
      text: "The charts could not be drawn or sent. The figures above and below hold what they show.",
      verbatim: true,
    },
  ],
};
const post = (blocks: Parameters<ReturnType<typeof slackPoster>["post"]>[0]["blocks"], ...told: Answer[]) => {
  answers = told;
  return poster().post({ channelId: "C1", key: "digest:C1", text: "The week", blocks });
};

it("posts with the key in the metadata and without previews of links", async () => {
  expect(await post([LINE], { ok: true, ts: "17.01" })).toEqual({ kind: "posted", ts: "17.01" });
  const [{ method, parameters }] = asked as [(typeof asked)[0]];
  expect(method).toBe("chat.postMessage");
  expect(parameters).toMatchObject({
    channel: "C1",
    text: "The week",
    unfurl_links: "false",
    unfurl_media: "false",
  });
  expect(JSON.parse(parameters.blocks!)).toEqual([LINE]);
  expect(JSON.parse(parameters.metadata!)).toEqual({
    event_type: METADATA_EVENT_TYPE,
    event_payload: { key: "digest:C1" },
  });
});

it("does not know whether it posted where the answer is lost or has no time stamp", async () => {
  expect(await post([LINE], "cut the line")).toMatchObject({ kind: "unknown" });
  expect(await post([LINE], { ok: true })).toEqual({
    kind: "unknown",
    error: slackSaid("chat.postMessage named no ts"),
  });
});

it("tries nothing twice by itself", async () => {
  expect(await post([LINE], { status: 500 })).toEqual({
    kind: "unknown",
    error: phrase("undelivered.http", { status: "500" }),
  });
  expect(await post([LINE], { status: 429 })).toEqual({
    kind: "later",
    error: slackSaid("ratelimited"),
    afterSeconds: 17,
  });
  expect(asked).toHaveLength(2);
});

it("posts without the chart where Slack refuses the blocks, and only then", async () => {
  const posted = await post([LINE, CHART!], refusal("invalid_blocks"), { ok: true, ts: "17.02" });
  expect(posted).toEqual({
    kind: "posted",
    ts: "17.02",
    instead: { text: expect.any(String), blocks: [LINE, NO_PICTURES] },
  });
  const sent = asked.map(({ parameters }) => JSON.parse(parameters.blocks!) as Array<{ type: string }>);
  expect(sent[0]).toContainEqual(JSON.parse(JSON.stringify(CHART)));
  expect(sent[1]).not.toContainEqual(JSON.parse(JSON.stringify(CHART)));

  asked.length = 0;
  expect(await post([LINE, CHART!], refusal("is_archived"))).toMatchObject({ kind: "refused" });
  expect(await post([LINE], refusal("invalid_blocks"))).toMatchObject({ kind: "refused" });
  expect(await post([LINE, CHART!], { status: 500 })).toMatchObject({ kind: "unknown" });
  expect(asked).toHaveLength(3);
});

const SINCE = new Date("2026-11-23T09:00:00Z");
const find = (...told: Answer[]) => {
  answers = told;
  return poster().find("C1", "digest:C1", SINCE, null);
};
const held = (ts: string | undefined, event_type?: string, event_payload?: object) => ({
  ts,
  ...(event_type === undefined ? {} : { metadata: { event_type, event_payload } }),
});
const page = (next_cursor: string, ...messages: object[]) => ({
  ok: true,
  messages,
  response_metadata: { next_cursor },
});

it("finds the message of its own with that key, through all pages, from five minutes before on", async () => {
  const others = [
    held("1"),
    held("2", METADATA_EVENT_TYPE),
    held("3", METADATA_EVENT_TYPE, {}),
    held("4", METADATA_EVENT_TYPE, { key: "digest:C2" }),
    held("5", "another_app", { key: "digest:C1" }),
  ];
  const mine = held("6", METADATA_EVENT_TYPE, { key: "digest:C1" });
  expect(await find(page("more", ...others), page("", ...others, mine))).toEqual({ kind: "found", ts: "6" });
  expect(asked.map(({ method }) => method)).toEqual(["conversations.history", "conversations.history"]);
  expect(asked[0]?.parameters).toMatchObject({
    channel: "C1",
    oldest: String(Date.UTC(2026, 10, 23, 8, 55) / 1000),
    limit: "200",
    include_all_metadata: "true",
  });
  expect(asked.map(({ parameters }) => parameters.cursor)).toEqual([undefined, "more"]);
});

it("looks no further than it is asked to, with five minutes to spare", async () => {
  answers = [page("")];
  const [from, until] = [new Date("2026-11-23T08:00:00Z"), new Date("2026-11-23T12:00:00Z")];
  expect(await poster().find("C1", "digest:C1", from, null, until)).toEqual({ kind: "absent" });
  expect(asked[0]?.parameters).toMatchObject({
    oldest: String(Date.UTC(2026, 10, 23, 7, 55) / 1000),
    latest: String(Date.UTC(2026, 10, 23, 12, 5) / 1000),
  });
});

it("says that it is not there only after the last page", async () => {
  expect(await find(page("more", held("1")), page(""))).toEqual({ kind: "absent" });
  expect(await find({ ok: true })).toEqual({ kind: "absent" });
});

it("gives up a search after 25 pages, not knowing", async () => {
  const pages = Array.from({ length: 30 }, (_, at) => page(`page-${at}`));
  expect(await find(...pages)).toEqual({
    kind: "unknown",
    error: slackSaid("too many messages since then to look through"),
  });
  expect(asked).toHaveLength(25);
});

it("passes on what hinders the search", async () => {
  expect(await find(refusal("not_in_channel"))).toMatchObject({ kind: "refused" });
  expect(await find("cut the line")).toMatchObject({ kind: "unknown" });
});

const update = (...told: Answer[]) => {
  answers = told;
  return poster().update({ channelId: "D1", ts: "17.01", key: "nudges:U1", text: "Acme", blocks: [LINE] });
};

it("puts other content into a posted message, which keeps its key", async () => {
  expect(await update()).toEqual({ kind: "updated" });
  expect(asked).toMatchObject([
    { method: "chat.update", parameters: { channel: "D1", ts: "17.01", text: "Acme" } },
  ]);
  expect(JSON.parse(asked[0]?.parameters.metadata ?? "")).toEqual({
    event_type: METADATA_EVENT_TYPE,
    event_payload: { key: "nudges:U1" },
  });
});

it.each(["message_not_found", "channel_not_found", "is_archived", "edit_window_closed"])(
  "takes %s for a message that is gone, which is no failure",
  async (error) => {
    expect(await update(refusal(error))).toEqual({ kind: "gone", error });
  },
);

it("passes on what hinders an update", async () => {
  expect(await update({ status: 429 })).toMatchObject({ kind: "later", afterSeconds: 17 });
  expect(await update({ status: 503 })).toMatchObject({ kind: "unknown" });
  expect(await update(refusal("missing_scope"))).toMatchObject({ kind: "refused" });
});

it("posts a reply into its thread, and looks for a lost one there", async () => {
  answers = [{ ok: true, ts: "17.05" }];
  await poster().post({ channelId: "C1", key: "reply", text: "Why", blocks: [LINE], threadTs: "17.01" });
  expect(asked.at(-1)).toMatchObject({ method: "chat.postMessage", parameters: { thread_ts: "17.01" } });

  answers = [page("", held("17.05", METADATA_EVENT_TYPE, { key: "reply" }))];
  expect(await poster().find("C1", "reply", SINCE, "17.01")).toEqual({ kind: "found", ts: "17.05" });
  expect(asked.at(-1)).toMatchObject({ method: "conversations.replies", parameters: { ts: "17.01" } });
});

it("sends what Slack takes no charts of as pictures into the thread, and tries no chart again", async () => {
  const drawn: ChartPicture[] = [];
  const charts = chartSupport(async (picture) => {
    drawn.push(picture);
    return new Uint8Array([1]);
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const inSlack = slackPoster({ token: "xoxb-1", slackApiUrl: `${address}/api/`, charts });
  const request = { channelId: "C1", key: "digest:C1", text: "The week", blocks: [LINE, CHART!] };
  const upload = { ok: true, upload_url: `${address}/upload`, file_id: "F1" };
  answers = [
    refusal("invalid_blocks"),
    { ok: true, ts: "17.02" },
    upload,
    { ok: true },
    { ok: true, files: [] },
  ];
  expect(await inSlack.post(request)).toMatchObject({
    kind: "posted",
    instead: { blocks: [LINE, IN_THREAD] },
  });
  expect(asked.map(({ method }) => method)).toEqual([
    "chat.postMessage",
    "chat.postMessage",
    "files.getUploadURLExternal",
    "/upload",
    "files.completeUploadExternal",
  ]);
  expect(asked[2]?.parameters).toMatchObject({ alt_text: "Costs: Support: Oct 1, Nov 2" });
  expect(asked[4]?.parameters).toMatchObject({ channel_id: "C1", thread_ts: "17.02" });
  expect(drawn).toHaveLength(1);
  expect(charts.takesCharts()).toBe(false);
  asked.length = 0;
  answers = [{ ok: true, ts: "17.03" }, upload, { ok: true }, { ok: true, files: [] }];
  await inSlack.post(request);
  expect(asked.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
});

it("says that there are no pictures where they cannot be drawn, and puts it right where they do not arrive", async () => {
  const { port } = server.address() as AddressInfo;
  const to = { token: "xoxb-1", slackApiUrl: `http://127.0.0.1:${port}/api/` };
  const request = { channelId: "C1", key: "digest:C1", text: "The week", blocks: [LINE, CHART!] };
  const broken = chartSupport(async () => {
    throw new Error("no library");
  });
  answers = [refusal("invalid_blocks"), { ok: true, ts: "17.04" }];
  expect(await slackPoster({ ...to, charts: broken }).post(request)).toMatchObject({
    instead: { blocks: [LINE, NO_PICTURES] },
  });
  expect(asked).toHaveLength(2);
  const fine = chartSupport(async () => new Uint8Array([1]));
  answers = [refusal("invalid_blocks"), { ok: true, ts: "17.05" }, refusal("not_allowed"), { ok: true }];
  expect(await slackPoster({ ...to, charts: fine }).post(request)).toMatchObject({
    kind: "posted",
    instead: { blocks: [LINE, NO_PICTURES] },
  });
  expect(asked.at(-1)).toMatchObject({ method: "chat.update", parameters: { ts: "17.05" } });
});

it("does not hold a refusal against the charts where the message is refused without them as well", async () => {
  const { port } = server.address() as AddressInfo;
  const charts = chartSupport(async () => new Uint8Array([1]));
  const inSlack = slackPoster({ token: "xoxb-1", slackApiUrl: `http://127.0.0.1:${port}/api/`, charts });
  answers = [refusal("invalid_blocks"), refusal("invalid_blocks")];
  expect(await inSlack.post({ channelId: "C1", key: "k", text: "t", blocks: [CHART!] })).toMatchObject({
    kind: "refused",
  });
  expect(charts.takesCharts()).toBe(true);
});
