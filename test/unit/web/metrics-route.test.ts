import { describe, expect, it } from "vitest";
import { metricsRoute } from "../../../src/web/metrics-route.ts";

const TOKEN = "a-token-of-the-monitor";
const ask = (token: string | null, headers: Record<string, string>) =>
  metricsRoute({ contentType: "text/plain", print: async () => "figures", token }).handle({
    ...{ params: {}, query: new URLSearchParams(), body: Buffer.alloc(0), headers },
  });
const statusOf = async (token: string | null, headers: Record<string, string>) =>
  (await ask(token, headers)).status;

describe("figures", () => {
  it("are given to whoever shows the token, under whatever name", async () => {
    const shown = { host: "mainstay.example.com", authorization: `Bearer ${TOKEN}` };
    expect(await ask(TOKEN, shown)).toMatchObject({ status: 200, body: "figures" });
  });

  it.each([undefined, "", "Bearer", "Bearer another", `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, TOKEN])(
    "are refused to whoever shows %s",
    async (authorization) => {
      const headers = { host: "127.0.0.1", ...(authorization === undefined ? {} : { authorization }) };
      expect(await statusOf(TOKEN, headers)).toBe(401);
    },
  );

  it("without a token are given to this machine, and to no page that calls it by another name", async () => {
    for (const host of ["127.0.0.1:3001", "localhost:3001", "localhost", "[::1]:3001", "127.0.0.5"])
      expect(await statusOf(null, { host })).toBe(200);
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""])
      expect(await statusOf(null, { host })).toBe(403);
  });
});
