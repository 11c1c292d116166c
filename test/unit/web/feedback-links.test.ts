import { describe, expect, it } from "vitest";
import { signedFeedbackLinks } from "../../../src/web/feedback-links.ts";

const links = signedFeedbackLinks({ publicUrl: "https://us.example/bot", key: "k".repeat(32) });
const tokenIn = (url: string) => url.slice("https://us.example/bot/f/".length);

describe("a feedback link", () => {
  it("stands below our address, is short, and never twice the same", () => {
    const [one, other] = [links.make(), links.make()];
    expect(one.url).toMatch(/^https:\/\/us\.example\/bot\/f\/[\w-]{32}\.[\w-]{21}[AQgw]$/);
    expect(one.url).not.toBe(other.url);
  });

  it("is known again by its hash alone, which does not hold the token", () => {
    const { url, tokenHash } = links.make();
    expect(links.hashOf(tokenIn(url))).toBe(tokenHash);
    expect(tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenHash).not.toContain(tokenIn(url).slice(0, 8));
  });

  it("is none once a letter is another, or the signature is another link's", () => {
    const token = tokenIn(links.make().url);
    const [secret = "", signature = ""] = token.split(".");
    const otherLetter = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);
    const tampered = [
      `${otherLetter(secret)}.${signature}`,
      `${secret}.${otherLetter(signature)}`,
      `${secret}.${tokenIn(links.make().url).split(".")[1]}`,
      secret,
      `${token}A`,
      token.slice(0, -1),
      "",
      "漢".repeat(32),
      "x".repeat(100_000),
    ];
    expect(tampered.map((one) => links.hashOf(one))).toEqual(tampered.map(() => null));
  });

  it("is none under another key", () => {
    const others = signedFeedbackLinks({ publicUrl: "https://us.example/bot", key: "o".repeat(32) });
    expect(others.hashOf(tokenIn(links.make().url))).toBeNull();
  });
});
