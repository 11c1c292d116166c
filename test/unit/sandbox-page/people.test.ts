import { describe, expect, it } from "vitest";
import { describePerson, kindLabel } from "../../../src/sandbox/page/state/people.ts";

describe("a person's kind", () => {
  it.each([
    ["member", null],
    ["guest", "Guest"],
    ["single-channel-guest", "Guest"],
    ["outsider", "Other company"],
    ["deactivated", "Deactivated"],
  ] as const)("of a %s is shown as %j", (account, label) => {
    expect(kindLabel({ account })).toBe(label);
  });

  it("stands before company and role, as far as there are any", () => {
    const plain = { account: "member", company: null, roleLabel: null } as const;
    expect(describePerson(plain)).toBe("");
    expect(describePerson({ ...plain, roleLabel: "Sales rep" })).toBe("Sales rep");
    expect(describePerson({ ...plain, account: "outsider", company: "Acme" })).toBe("Other company · Acme");
    expect(describePerson({ ...plain, account: "deactivated", roleLabel: "Manager" })).toBe(
      "Deactivated · Manager",
    );
  });
});
