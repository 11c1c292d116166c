import { expect, it } from "vitest";
import { postingGate } from "../../../src/delivery/posting-gate.ts";
import { phrase } from "../../../src/domain/phrase.ts";

const START = new Date("2026-11-23T09:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const REVOKED = phrase("undelivered.token", { error: "token_revoked" });

function gateWithLog() {
  const logged: unknown[] = [];
  const log = (level: string) => (fields: object, text: string) => void logged.push([level, text, fields]);
  return { gate: postingGate({ info: log("info"), error: log("error") }), logged };
}

it("lets everything through until a token is refused, then one message every five minutes", () => {
  const { gate } = gateWithLog();
  expect(gate.mayTry(START, 10)).toBe(10);
  gate.tokenRefused(REVOKED, START);
  expect(gate.mayTry(after(299), 10)).toBe(0);
  expect(gate.mayTry(after(300), 10)).toBe(1);
  gate.tokenRefused(REVOKED, after(300));
  expect(gate.mayTry(after(599), 10)).toBe(0);
  gate.tokenTaken();
  expect(gate.mayTry(after(599), 10)).toBe(10);
});

it("says once that posting has stopped, and once that it goes on", () => {
  const { gate, logged } = gateWithLog();
  gate.tokenTaken();
  for (const seconds of [0, 0, 300]) gate.tokenRefused(REVOKED, after(seconds));
  gate.tokenTaken();
  gate.tokenTaken();
  expect(logged).toEqual([
    [
      "error",
      "posting has stopped",
      { error: expect.stringContaining("undelivered.token: Slack does not take"), until: after(300) },
    ],
    ["info", "posting goes on", {}],
  ]);
});
