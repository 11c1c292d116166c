import { describe, expect, it } from "vitest";
import { sourceFetch } from "../../../../src/sources/pull/source-fetch.ts";

const URL_WITH_KEY = new URL("https://api.example.com/v2/tickets.json?key=SECRET");
const HEADERS = { authorization: "Bearer SECRET" };
const NOW = new Date("2026-11-29T10:00:00Z");

type Answer = (signal: AbortSignal) => Response | Promise<Response>;

/** A system that answers so, one request after the other. */
function peer(...answers: Answer[]) {
  const waits: number[] = [];
  const asked: { url: string; headers: unknown; redirect: unknown }[] = [];
  const limits: AbortController[] = [];
  const get = sourceFetch({
    fetch: async (url, request) => {
      asked.push({ url: String(url), headers: request?.headers, redirect: request?.redirect });
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error("No more answers.");
      return answer(request?.signal as AbortSignal);
    },
    now: () => NOW,
    sleep: async (ms) => {
      waits.push(ms);
    },
    timeLimit: () => {
      const limit = new AbortController();
      limits.push(limit);
      return limit.signal;
    },
  });
  return { waits, asked, limits, ask: () => get(URL_WITH_KEY, { headers: HEADERS }) };
}

const json = (value: unknown) => () => Response.json(value);
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response("x", { status: code, headers });
const text = (body: string) => () => new Response(body);
const lost = () => {
  throw new TypeError("fetch failed for Bearer SECRET", {
    cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
  });
};

/** What was thrown, as it would be logged. */
async function failureOf(asking: Promise<unknown>) {
  const error = await asking.then(
    () => null,
    (thrown: Error & { reason: string }) => thrown,
  );
  expect(`${error} ${error?.stack} ${error?.cause}`).not.toContain("SECRET");
  return { reason: error?.reason, message: error?.message };
}

describe("a request to a system", () => {
  it("gives what its JSON says, with ids of more digits than a number holds as texts", async () => {
    expect(await peer(text('{"id": 123456789012345678, "n": 12, "t": "1234567890123456789"}')).ask()).toEqual(
      {
        id: "123456789012345678",
        n: 12,
        t: "1234567890123456789",
      },
    );
    expect(await peer(() => new Response(null, { status: 204 })).ask()).toBeNull();
  });

  it("waits as long as it is asked to: in seconds, or up to a moment by the system's clock", async () => {
    const there = { date: "Sun, 29 Nov 2026 08:00:00 GMT", "retry-after": "Sun, 29 Nov 2026 08:00:07 GMT" };
    const { ask, waits } = peer(
      status(429, { "retry-after": "30" }),
      status(429, there),
      status(503, { "retry-after": "Sun, 29 Nov 2026 10:00:05 GMT" }),
      json([1]),
    );
    expect(await ask()).toEqual([1]);
    expect(waits).toEqual([30_000, 7_000, 5_000]);
  });

  it("waits longer each time where nobody says how long, then gives up", async () => {
    const { ask, waits } = peer(...Array.from({ length: 5 }, () => status(502)));
    expect(await failureOf(ask())).toEqual({
      reason: "unreachable",
      message: "api.example.com/v2/tickets.json: 502",
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it("does not wait for hours: the pull after that goes on", async () => {
    const { ask, waits } = peer(status(429, { "retry-after": "3600" }));
    expect(await failureOf(ask())).toMatchObject({ reason: "limited" });
    expect(waits).toEqual([]);
  });

  it("asks again where the connection is lost, or the answer is cut", async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          start(body) {
            body.enqueue(new TextEncoder().encode('{"a": 1'));
            body.error(new TypeError("terminated"));
          },
        }),
      );
    expect(await peer(lost, cut, text('{"a": '), json({ a: 1 })).ask()).toEqual({ a: 1 });
    expect(await failureOf(peer(lost, lost, lost, lost, lost).ask())).toMatchObject({
      reason: "unreachable",
      message: "api.example.com/v2/tickets.json: ECONNRESET",
    });
  });

  it("ends a request that hangs", async () => {
    const hanging: Answer = (signal) =>
      new Promise((_, fail) => {
        signal.addEventListener("abort", () => fail(signal.reason));
      });
    const { ask, limits } = peer(hanging, json("here"));
    const answer = ask();
    limits[0]?.abort(new DOMException("x", "TimeoutError"));
    expect(await answer).toBe("here");
    expect(limits).toHaveLength(2);
  });

  it("says at once what no further attempt mends", async () => {
    const reasons = { 400: "changed-shape", 401: "unauthorised", 403: "forbidden", 404: "not-found" };
    for (const [code, reason] of Object.entries(reasons))
      expect(await failureOf(peer(status(Number(code))).ask())).toMatchObject({ reason });
    const page = Array.from({ length: 5 }, () => text("<html>Sign in</html>"));
    expect(await failureOf(peer(...page).ask())).toMatchObject({ reason: "changed-shape" });
  });

  it("keeps what a system calls its refusal, where that is a word, and nothing that could repeat what was sent", async () => {
    const refused = (body: unknown) => () => Response.json(body, { status: 403 });
    const known: [unknown, string | null][] = [
      [[{ message: "x", errorCode: "REQUEST_LIMIT_EXCEEDED" }], "REQUEST_LIMIT_EXCEEDED"],
      [{ code: "OAUTH_SCOPE_MISMATCH", message: "invalid oauth scope" }, "OAUTH_SCOPE_MISMATCH"],
      [{ errors: [{ code: "scroll_exists" }] }, "scroll_exists"],
      [{ error: "invalid_grant" }, "invalid_grant"],
      ...[{ error: "no such token: SECRET" }, { code: "SECRET1" }, { code: 7 }, [], null, "SECRET"].map(
        (body): [unknown, null] => [body, null],
      ),
      [{ code: "TOO_LONG", message: "x".repeat(20_000) }, null],
    ];
    for (const [body, code] of known) {
      const failed = await peer(refused(body))
        .ask()
        .catch((error: unknown) => error);
      expect(failed).toMatchObject({ reason: "forbidden", status: 403, code });
      expect(String(failed)).toBe(
        `SourceError: api.example.com/v2/tickets.json: 403${code === null ? "" : ` ${code}`}`,
      );
    }
  });

  it("follows a redirect within its host, and takes secrets to no other one", async () => {
    const moved = peer(status(302, { location: "/v3/tickets.json" }), json(1));
    expect(await moved.ask()).toBe(1);
    expect(moved.asked.map(({ url }) => url)).toEqual([
      String(URL_WITH_KEY),
      "https://api.example.com/v3/tickets.json",
    ]);
    for (const location of ["https://evil.example/", "http://api.example.com/v2", "//api.example.com:444/"]) {
      const away = peer(status(307, { location }), json("told"));
      expect(await failureOf(away.ask())).toMatchObject({ reason: "unreachable" });
      expect(away.asked).toHaveLength(1);
      expect(away.asked[0]?.redirect).toBe("manual");
    }
    const round = Array.from({ length: 9 }, () => status(301, { location: "/again" }));
    expect(await failureOf(peer(...round).ask())).toMatchObject({ reason: "unreachable" });
  });
});
