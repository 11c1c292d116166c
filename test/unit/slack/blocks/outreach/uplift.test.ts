import { expect, it } from "vitest";
import { PLAYBOOK_KEYS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { upliftMessage } from "../../../../../src/slack/blocks/outreach/uplift.ts";
import { outreach } from "../../../../../src/words/en/outreach.ts";

const line = (playbook: string, more: object = {}) => ({
  ...{
    playbook,
    sent: 120,
    reachedOut: 45,
    notUseful: 6,
    heldOut: 14,
    known: 90,
    soFar: null,
    smallest: 0.17,
  },
  ...more,
});
const soFar = (low: number, high: number, verdict: "helps" | "harms" | "not-enough-data") => ({
  ...{ nudged: 90, heldOut: 14, effect: (low + high) / 2, low, high, halfWidthOnce: 0.05, verdict },
});
const shown = (...playbooks: ReturnType<typeof line>[]) => {
  const { blocks, text } = upliftMessage({ quarter: "2026-Q4", withinDays: 30, playbooks }, "en");
  return { text, told: JSON.stringify(blocks) };
};

it("tells of all together first, and says what cannot be said yet", () => {
  const { text, told } = shown(line("check-in"), line("all playbooks", { sent: 300 }));
  expect(told.indexOf("All together")).toBeLessThan(told.indexOf("Check-in"));
  expect(told).toContain("120 sent · 45 reached out · 6 not useful · 14 held out");
  expect(told).toContain(
    "Not enough data yet to say what it brings; so many customers would show an effect of 17",
  );
  expect(text).toContain("300 sent");
});

it("tells an effect with its interval only where it says something", () => {
  const told = (given: object) => shown(line("thank", given)).told;
  expect(told({ soFar: soFar(0.012, 0.081, "helps") })).toMatch(
    /Helps: \+4\.[67] points more stay \(\+1\.2 to \+8\.1\)/,
  );
  expect(told({ soFar: soFar(-0.09, -0.01, "harms") })).toContain("Harms: -5.0 points");
  const unsure = told({ soFar: soFar(-0.02, 0.04, "not-enough-data") });
  expect(unsure).not.toContain("1.0 points more");
  expect(unsure).toContain("Not enough data yet");
  expect(told({ smallest: null, heldOut: 0 })).toContain("nobody is held out");
});

it("says that there were none, and names a playbook that is known no more by its key", () => {
  expect(shown().text).toBe("No nudges in 2026-Q4 so far.");
  expect(shown(line("<old>")).told).toContain("*&lt;old&gt;*");
});

it("has a name for every playbook", () => {
  for (const key of PLAYBOOK_KEYS) expect(Object.keys(outreach)).toContain(`playbook.${key}`);
});
