import { describe, expect, it } from "vitest";
import { targetsOf, unknownTarget } from "../../../../src/domain/costs/known-targets.ts";
import { phrase } from "../../../../src/domain/phrase.ts";

const known = {
  inFile: new Set(["customer:C-1", "segment:Key", "ticket:T-1", "touch:A|B".replace("|", "%7C")]),
  playbooks: ["thank", "check-in"],
};
const problemOf = (appliesTo: string) => unknownTarget(targetsOf(appliesTo), known);

describe("what a cost is for", () => {
  it.each(["all", "customer:C-1", "segment:Key|ticket:T-1", "touch:A%7CB", "playbook:check-in"])(
    "may be %s, which is known",
    (appliesTo) => {
      expect(problemOf(appliesTo)).toBeNull();
    },
  );

  it.each(["customer", "segment", "ticket", "touch"] as const)("is refused for an unknown %s", (kind) => {
    expect(problemOf(`${kind}:Other`)).toEqual({
      reason: `unknown_${kind}`,
      problem: phrase(`cost.unknown.${kind}`, { name: "Other" }),
    });
  });

  it("is refused for an unknown playbook with those there are", () => {
    expect(problemOf("playbook:sell")).toEqual({
      reason: "unknown_playbook",
      problem: phrase("cost.unknown.playbook", { name: "sell", playbooks: "thank, check-in" }),
    });
  });

  it("is refused for the first of several that nobody knows", () => {
    expect(problemOf("customer:C-1|ticket:T-9|customer:C-9")?.problem.parameters.name).toBe("T-9");
  });

  it("names nothing where it cannot be read", () => {
    expect(targetsOf("everybody")).toEqual([]);
    expect(targetsOf("all")).toEqual([{ kind: "all" }]);
  });
});
