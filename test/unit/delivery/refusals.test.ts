import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { MOST_ATTEMPTS, retryDelaySeconds } from "../../../src/delivery/retry.ts";
import { refusalOf, slackSaid } from "../../../src/delivery/slack-errors.ts";
import { phrase } from "../../../src/domain/phrase.ts";
import { textOf } from "../../../src/words/text.ts";

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error });

describe("what an error of Slack's means for a message", () => {
  it.each(["channel_not_found", "not_in_channel", "is_archived", "invalid_blocks", "missing_scope"])(
    "%s will not get better by itself, and says what to do",
    (code) => {
      const refusal = refusalOf(platform(code));
      expect(refusal.kind).toBe("refused");
      expect(refusal.error).toEqual(phrase(`undelivered.slack.${code}`));
      expect(textOf(refusal.error, "en")).toMatch(/^.{20,}\.$/);
    },
  );

  it.each(["internal_error", "fatal_error", "service_unavailable"])("after %s it may be posted", (code) => {
    expect(refusalOf(platform(code))).toEqual({ kind: "unknown", error: slackSaid(code) });
  });

  it("after a broken line or a 5xx it may be posted", () => {
    expect(refusalOf(new WebAPIRequestError(new Error("socket hang up")))).toMatchObject({ kind: "unknown" });
    expect(refusalOf(new WebAPIHTTPError(502, "Bad Gateway", {}))).toMatchObject({ kind: "unknown" });
    expect(refusalOf("something odd")).toEqual({
      kind: "unknown",
      error: phrase("undelivered.line", { error: "something odd" }),
    });
  });

  it("a rate limit names its time", () => {
    expect(refusalOf(new WebAPIRateLimitedError(17))).toEqual({
      kind: "later",
      error: slackSaid("ratelimited"),
      afterSeconds: 17,
    });
  });

  it.each(["invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"])(
    "%s stops all posting, and nothing was posted",
    (error) => {
      expect(refusalOf(platform(error))).toEqual({
        kind: "stopped",
        error: phrase("undelivered.token", { error }),
      });
    },
  );

  it("doubles the wait up to an hour, some three hours in all", () => {
    const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, i) => retryDelaySeconds(i + 1));
    expect(waits.slice(0, 3)).toEqual([30, 60, 120]);
    expect(Math.max(...waits)).toBe(3600);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3600).toBeCloseTo(3.06, 2);
  });
});
