import { expect, it } from "vitest";
import {
  ANY_RISK_NEEDS,
  isToldAtAnyRisk,
  priorityOf,
  WHO_LEFT_NEEDS,
} from "../../../../../src/domain/outreach/playbooks/any-risk.ts";
import type { Playbook } from "../../../../../src/domain/outreach/playbooks/playbook.ts";
import { PLAYBOOKS } from "../../../../../src/domain/outreach/playbooks/playbooks.ts";

const told = (PLAYBOOKS as readonly Playbook[]).filter(isToldAtAnyRisk).map(({ key }) => key);

it("tells at any risk what a customer waits for and known days, and nothing that follows from risk or silence", () => {
  for (const key of ["reply-to-ticket", "solve-ticket", "call-about-renewal", "thank"])
    expect(told).toContain(key);
  for (const key of ["break-silence", "usage-drop", "risk-jump", "monthly-contact", "check-in"])
    expect(told).not.toContain(key);
});

it("reads all that those playbooks go by, and not what only others do", () => {
  for (const one of PLAYBOOKS as readonly Playbook[])
    if (isToldAtAnyRisk(one)) expect(ANY_RISK_NEEDS).toEqual(expect.arrayContaining([...one.needs]));
  expect(ANY_RISK_NEEDS).toEqual(expect.arrayContaining(["lastTouch", "resting"]));
  for (const need of ["weeklyUsage", "earlierScore", "valueTier"] as const)
    expect(ANY_RISK_NEEDS).not.toContain(need);
});

it("reads of who left what the playbooks for them go by, and what holds anybody back", () => {
  for (const { forWhoLeft, needs } of PLAYBOOKS as readonly Playbook[])
    if (forWhoLeft) expect(WHO_LEFT_NEEDS).toEqual(expect.arrayContaining([...needs]));
  expect(WHO_LEFT_NEEDS).toEqual(
    expect.arrayContaining(["lastTouch", "resting", "override", "doNotDisturb", "playbookSettings"]),
  );
  for (const need of ["openTicket", "lastAnswers", "birthdays", "newProducts"] as const)
    expect(WHO_LEFT_NEEDS).not.toContain(need);
});

it("knows how pressing a playbook is by its key, also of one that there is no more", () => {
  expect(["solve-ticket", "thank", "check-in", "long gone"].map(priorityOf)).toEqual([
    ...["urgent", "due", "last", "due"],
  ]);
});
