import { describe, expect, it } from "vitest";
import { hashOfAgentToken, makeAgentToken } from "../../../src/mcp/agent-token.ts";
import { callLimit } from "../../../src/mcp/call-limit.ts";
import { type CallerTools, callerOf } from "../../../src/mcp/caller.ts";
import { signatureHeaders } from "../../support/signed-requests.ts";

const SECRET = "a-signing-secret-for-tests";
const NOW = new Date("2026-12-09T14:00:00Z");
const TEAM = "T000000001";

const tools = (given: Partial<CallerTools> = {}): CallerTools => ({
  flows: { checkAgentToken: async () => ({ kind: "good", id: 3, memberId: "U1" }) },
  signingSecret: SECRET,
  team: async () => TEAM,
  nowMs: () => NOW.getTime(),
  ...given,
});

const signed = (message: object, secret = SECRET, at = NOW) => {
  const body = JSON.stringify(message);
  return { headers: signatureHeaders(secret, body, at), body: Buffer.from(body), message };
};
const from = (slack: object) => ({ method: "tools/call", params: { _meta: { slack } } });
const MIA = { user_id: "U1", team_id: TEAM };

describe("who asks over MCP", () => {
  it("is whom Slack names in a request it signed", async () => {
    expect(await callerOf(signed(from(MIA)), tools())).toEqual({
      kind: "member",
      memberId: "U1",
      by: "slackbot",
      key: "slackbot:U1",
    });
  });

  it("is whoever a token was made for", async () => {
    const headers = { authorization: `bearer ${makeAgentToken()}` };
    const caller = await callerOf({ headers, body: Buffer.alloc(0), message: null }, tools());
    expect(caller).toEqual({ kind: "member", memberId: "U1", by: "token 3", key: "token:3" });
  });

  it("is nobody in particular where Slack names nobody", async () => {
    expect(await callerOf(signed({ method: "initialize", params: {} }), tools())).toEqual({ kind: "slack" });
  });

  it("is not whom a token's bearer says to be", async () => {
    const headers = { authorization: `Bearer ${makeAgentToken()}` };
    const message = from({ user_id: "U_BOSS", team_id: TEAM });
    const caller = await callerOf({ headers, body: Buffer.alloc(0), message }, tools());
    expect(caller).toMatchObject({ memberId: "U1" });
  });

  it.each([
    ["300 s old", -300, "member"],
    ["301 s old", -301, "refused"],
    ["300 s ahead", 300, "member"],
    ["301 s ahead", 301, "refused"],
  ])("of a request that is %s", async (_, seconds, kind) => {
    const at = new Date(NOW.getTime() + seconds * 1000);
    expect((await callerOf(signed(from(MIA), SECRET, at), tools())).kind).toBe(kind);
  });

  it.each([
    ["no timestamp", { "x-slack-request-timestamp": "" }],
    ["a timestamp that is no number", { "x-slack-request-timestamp": "1e9" }],
    ["a signature of another length", { "x-slack-signature": "v0=ab" }],
    ["no signature at all", { "x-slack-signature": "" }],
  ])("is refused with %s", async (_, changed) => {
    const asking = signed(from(MIA));
    const headers = { ...asking.headers, ...changed } as Record<string, string>;
    expect(await callerOf({ ...asking, headers }, tools())).toMatchObject({ because: "bad-signature" });
  });

  it.each([
    ["no secret is set", { signingSecret: null }, from(MIA), 401, "no-signing-secret"],
    ["Slack does not say which team this is", { team: async () => null }, from(MIA), 503, "team-unknown"],
    ["another team", {}, from({ ...MIA, team_id: "T2" }), 403, "other-team"],
    ["the user is missing", {}, from({ team_id: TEAM }), 403, "bad-identity"],
    ["the team is null", {}, from({ ...MIA, team_id: null }), 403, "bad-identity"],
  ] as const)("is refused where %s", async (_, given, message, status, because) => {
    expect(await callerOf(signed(message), tools(given))).toEqual({ kind: "refused", status, because });
  });

  it("asks the database for no token that cannot be ours", async () => {
    const asked: string[] = [];
    const flows = {
      checkAgentToken: async ({ tokenHash }: { tokenHash: string }) => {
        asked.push(tokenHash);
        return { kind: "unknown" as const };
      },
    };
    for (const token of ["", "hello", "mainstay_mcp_short", `mainstay_mcp_${"x".repeat(33)}`]) {
      const headers = { authorization: `Bearer ${token}` };
      const asking = { headers, body: Buffer.alloc(0), message: null };
      expect((await callerOf(asking, tools({ flows }))).kind).toBe("refused");
    }
    expect(asked).toEqual([]);
  });
});

describe("a token", () => {
  it("is never the same, and known by a hash alone", () => {
    const [one, other] = [makeAgentToken(), makeAgentToken()];
    expect(one).not.toBe(other);
    expect(hashOfAgentToken(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfAgentToken(one)).not.toBe(hashOfAgentToken(other));
  });
});

describe("the limit of calls", () => {
  it("counts each caller by itself, and anew in the next window", () => {
    let nowMs = 120_000;
    const limit = callLimit({ most: 2, windowMs: 60_000 }, () => nowMs);
    expect([limit("a"), limit("a"), limit("a"), limit("b")]).toEqual([null, null, 60, null]);
    nowMs = 179_001;
    expect(limit("a")).toBe(1);
    nowMs = 180_000;
    expect(limit("a")).toBeNull();
  });
});
