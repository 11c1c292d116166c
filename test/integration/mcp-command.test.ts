import { expect, it } from "vitest";
import { checkAgentToken } from "../../src/flows/customers/check-agent-token.ts";
import { hashOfAgentToken } from "../../src/mcp/agent-token.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

const person = (slackUserId: string, name: string, account: "member" | "guest" = "member") => ({
  ...{ slackUserId, name, email: `${slackUserId.toLowerCase()}@example.com`, administers: false },
  ...{ timeZone: "UTC", locale: null, account, role: "rep" as const },
});
const LATER = new Date("2036-01-01T00:00:00Z");

describeOnEachDatabase("mainstay mcp token", (database) => {
  const { run } = mainstayIn(database);
  const people = async () => {
    const { members } = createStore(database());
    await members.save(person("U1", "Anna Berg"), new Date());
    await members.save(person("U3", "Gus", "guest"), new Date());
  };
  const check = (token: string, now = new Date()) => {
    const { agentTokens } = createStore(database());
    return checkAgentToken({ agentTokens, clock: () => now }, { tokenHash: hashOfAgentToken(token) ?? "" });
  };

  it("prints a token once, keeps a hash alone, and lists who has one", async () => {
    expect((await run("mcp", "token", "list")).out).toContain("No program has a token");
    await people();
    const added = await run("mcp", "token", "add", "--for", "u1@example.com", "--name", "Assistant");
    expect(added.code).toBe(0);
    const [token = ""] = /mainstay_mcp_[\w-]{32}/.exec(added.out) ?? [];
    expect(added.out).toContain("Anna Berg");
    expect(await check(token)).toEqual({ kind: "good", id: 1, memberId: "U1" });
    const { rows } = await database().pool.query("SELECT row_to_json(t)::text AS row FROM agent_tokens t");
    expect(rows[0].row).not.toContain(token.slice(13));
    const listed = await run("mcp", "token", "list");
    expect(listed.out).toMatch(/1 +Anna Berg +Assistant +good +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d/);
    expect(listed.out).not.toContain(token);
  });

  it("is good for 90 days unless said otherwise, a year at most", async () => {
    await people();
    const days = async (...option: string[]) => {
      const { json } = await run("mcp", "token", "add", "--for", "U1", ...option, "--json");
      return Math.round((Date.parse(String(json.expiresAt)) - Date.now()) / 86_400_000);
    };
    expect([await days(), await days("--days", "1"), await days("--days", "365")]).toEqual([90, 1, 365]);
    for (const wrong of ["0", "366", "-1", "x", "1.5"])
      expect((await run("mcp", "token", "add", "--for", "U1", `--days=${wrong}`)).code).toBe(2);
  });

  it("ends a token at once, and when its time is over", async () => {
    await people();
    const { json } = await run("mcp", "token", "add", "--for", "U1", "--json");
    const token = String(json.token);
    expect(await check(token, LATER)).toEqual({ kind: "expired" });
    expect((await run("mcp", "token", "revoke", "1")).out).toContain("Token 1 is revoked");
    expect(await check(token)).toEqual({ kind: "revoked" });
    expect((await run("mcp", "token", "revoke", "1")).out).toContain("was revoked before");
    const unknown = await run("mcp", "token", "revoke", "7");
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("no token 7")]);
    expect((await run("mcp", "token", "list")).out).toContain("revoked");
  });

  it("makes none for a guest or for nobody, and notes who got one", async () => {
    await people();
    const guest = await run("mcp", "token", "add", "--for", "Gus");
    expect([guest.code, guest.err]).toEqual([1, expect.stringContaining("is no member")]);
    const nobody = await run("mcp", "token", "add", "--for", "Zoe");
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining("Nobody is known as")]);
    await run("mcp", "token", "add", "--for", "Anna Berg");
    await run("mcp", "token", "revoke", "1");
    const { out } = await run("audit");
    expect(out).toContain("gave a program a token to ask on a member’s behalf (token 1, member U1)");
    expect(out).toContain("revoked a program’s token (token 1, member U1)");
  });
});
