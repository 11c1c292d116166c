import { describe, expect, it } from "vitest";
import { oauthToken, withAccessToken } from "../../../../src/sources/pull/access-token.ts";
import { type SourceConnection, SourceError } from "../../../../src/sources/pull/source-definition.ts";

const connection = (fetch: SourceConnection["fetch"] = async () => null): SourceConnection => ({
  ...{ settings: {}, secrets: { KEY: "SECRET" }, fetch, now: new Date("2026-11-29T10:00:00Z") },
});
const expired = () => new SourceError("unauthorised", "x: 401", { status: 401 });

describe("asking with an access token", () => {
  function desk() {
    let given = 0;
    const ask = withAccessToken(async () => {
      given += 1;
      return given;
    });
    return { ask, given: () => given };
  }

  it("gets one for all pages of a pull, and another one for another pull", async () => {
    const { ask, given } = desk();
    const from = connection();
    expect(await ask(from, async (token) => token)).toBe(1);
    // A later page has the time of its own.
    expect(await ask({ ...from, now: new Date() }, async (token) => token)).toBe(1);
    expect(await ask(connection(), async (token) => token)).toBe(2);
    expect(given()).toBe(2);
  });

  it("gets another one, once, where the first has expired, and keeps it", async () => {
    const { ask, given } = desk();
    const from = connection();
    const fresh = async (token: number) => {
      if (token === 1) throw expired();
      return token;
    };
    expect(await ask(from, fresh)).toBe(2);
    expect(await ask(from, fresh)).toBe(2);
    const never = ask(from, async () => {
      throw expired();
    });
    await expect(never).rejects.toMatchObject({ reason: "unauthorised" });
    expect(given()).toBe(3);
  });

  it("asks no second time where something else is wrong", async () => {
    const { ask, given } = desk();
    let asked = 0;
    const failing = ask(connection(), async () => {
      asked += 1;
      throw new SourceError("forbidden", "x: 403");
    });
    await expect(failing).rejects.toMatchObject({ reason: "forbidden" });
    expect([asked, given()]).toEqual([1, 1]);
  });

  it("forgets that it was refused one", async () => {
    const answers: (() => Promise<string>)[] = [() => Promise.reject(expired()), async () => "token"];
    const ask = withAccessToken(() => answers.shift()!());
    const from = connection();
    await expect(ask(from, async (token) => token)).rejects.toMatchObject({ reason: "unauthorised" });
    expect(await ask(from, async (token) => token)).toBe("token");
  });
});

describe("a token as OAuth has it", () => {
  const URL_OF_TOKENS = new URL("https://accounts.example.com/oauth/v2/token");
  const asked = (fetch: SourceConnection["fetch"]) =>
    oauthToken(connection(fetch), URL_OF_TOKENS, { grant_type: "refresh_token", refresh_token: "a b&c" });

  it("is asked for by a form, in no address", async () => {
    const token = await asked(async (url, { method, body, headers }) => {
      expect([url.href, method, body]).toEqual([
        ...["https://accounts.example.com/oauth/v2/token", "POST"],
        "grant_type=refresh_token&refresh_token=a+b%26c",
      ]);
      expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
      return { access_token: "token", expires_in: 3_600 };
    });
    expect(token).toBe("token");
  });

  it.each([
    [
      "a refusal",
      () => Promise.reject(new SourceError("changed-shape", "y: 400 invalid_grant", { status: 400 })),
    ],
    ["a refusal that comes as a success", async () => ({ error: "invalid_code" })],
    ["a refusal that repeats what was sent", async () => ({ error: "no such token: SECRET" })],
  ])("takes %s for a key that is refused, and tells nothing of it", async (_, answer) => {
    const failed = await asked(answer).catch((error: SourceError) => error);
    expect(failed).toMatchObject({ name: "SourceError", reason: "unauthorised" });
    expect(String(failed)).not.toContain("SECRET");
  });

  it("names what is missing, and leaves a failure of the network one", async () => {
    await expect(asked(async () => ({ token: "x" }))).rejects.toMatchObject({
      ...{ reason: "changed-shape", message: "accounts.example.com/oauth/v2/token: access_token" },
    });
    const down = () => Promise.reject(new SourceError("unreachable", "y: 503", { status: 503 }));
    await expect(asked(down)).rejects.toMatchObject({ reason: "unreachable" });
  });
});
