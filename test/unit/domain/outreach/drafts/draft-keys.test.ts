import { describe, expect, it } from "vitest";
import {
  DRAFT_KEYS,
  draftFor,
  draftKeyNamed,
  placeholdersOf,
} from "../../../../../src/domain/outreach/drafts/draft-keys.ts";
import { PLAYBOOK_KEYS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";
import { draftName } from "../../../../../src/slack/blocks/outreach/draft-name.ts";
import { textOf } from "../../../../../src/words/text.ts";

const NOW = new Date("2026-12-09T23:30:00Z");

describe("the draft of a playbook", () => {
  it("is there for every playbook, with a name", () => {
    expect(PLAYBOOK_KEYS.filter((key) => draftKeyNamed(key) === null)).toEqual([]);
    for (const key of DRAFT_KEYS) expect(textOf(draftName(key), "en")).toMatch(/^[A-Z]/);
  });

  it.each([
    ["call-about-renewal", "2027-01-09", "call-about-renewal"],
    ["call-about-renewal", "2027-01-08", "call-about-renewal-30"],
    ["call-about-renewal", "2026-12-24", "call-about-renewal-30"],
    ["call-about-renewal", "2026-12-23", "call-about-renewal-14"],
    ["call-about-renewal", "2026-12-09", "call-about-renewal-14"],
    ["call-about-renewal", null, "call-about-renewal"],
    ["renewal-14", "2026-12-20", "call-about-renewal-14"],
    ["thank", "2026-12-20", "thank"],
    ["something-new", "2026-12-20", "check-in"],
  ])("%s that renews on %s is %s", (playbook, renewsOn, key) => {
    expect(draftFor(playbook, renewsOn, NOW)).toBe(key);
  });

  it("can name what its case can tell, and nothing else", () => {
    expect(placeholdersOf("check-in")).toEqual(["contact", "customer", "sender", "company", "renewal"]);
    expect(placeholdersOf("solve-ticket")).toContain("ticket");
    expect(placeholdersOf("thank")).not.toContain("ticket");
  });
});
