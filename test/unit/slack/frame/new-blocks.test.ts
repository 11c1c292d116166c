import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkBlocks, workspaceBlocks } from "../../../../src/slack/frame/new-blocks.ts";
import { assertSendable } from "../../../support/block-kit.ts";

describe("which new blocks the workspace takes", () => {
  /** What Slack answers to each call, one after the other; the last one from then on. */
  let answers: object[] = [];
  const asked: Array<{ type: string }[]> = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { message } = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
    asked.push(JSON.parse(message ?? "{}").blocks);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  let apiUrl = "";
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  const connection = { botToken: "xoxb-1" };
  const refused = { ok: false, error: "invalid_message", errors: [{ pointer: "/blocks/0/type" }] };

  it("is asked of Slack with a right example of each, and said once in the log", async () => {
    answers = [{ ok: true }, refused, { ok: true }];
    const logged: object[] = [];
    const blocks = workspaceBlocks(connection, apiUrl, { info: (fields) => void logged.push(fields) });
    expect(blocks.takes("data_table")).toBe("unknown");
    const told = await blocks.ask();
    expect(told).toEqual({ data_visualization: "taken", data_table: "refused", card: "taken" });
    expect(blocks.takes("data_table")).toBe("refused");
    expect(logged).toEqual([{ blocks: told }]);
    expect(asked.map(([block]) => block?.type)).toEqual(["data_visualization", "data_table", "card"]);
    for (const blocks of asked) assertSendable({ text: "Sample", blocks } as never);
  });

  it("stays unknown where Slack has no such method, and is asked no further", async () => {
    answers = [{ ok: false, error: "unknown_method" }];
    const [check] = await checkBlocks(connection, apiUrl);
    expect(check).toMatchObject({
      name: "blocks",
      status: "ok",
      finding: [{ code: "health.blocks.unknown" }],
    });
    expect(asked).toHaveLength(1);
  });

  it("is shown by doctor, where there is a workspace", async () => {
    answers = [refused, { ok: true }];
    const [check] = await checkBlocks(connection, apiUrl);
    const parameters = { taken: "data_table, card", refused: "data_visualization" };
    expect(check?.finding).toEqual([{ code: "health.blocks", parameters }]);
    expect(await checkBlocks(null, apiUrl)).toEqual([]);
  });
});
