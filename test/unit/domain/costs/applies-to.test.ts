import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CostTarget, parseAppliesTo, printAppliesTo } from "../../../../src/domain/costs/applies-to.ts";

const targets = (text: string) => {
  const parsed = parseAppliesTo(text);
  return parsed.kind === "parsed" ? parsed.targets : parsed.problem.code;
};

describe("what a cost is for", () => {
  it("is read from all, and from names of each kind", () => {
    expect(targets("all")).toEqual([{ kind: "all" }]);
    expect(targets(" ALL ")).toEqual([{ kind: "all" }]);
    expect(targets("segment:VIP | customer:C-1|ticket:T#9|touch:V1|playbook:thank")).toEqual([
      { kind: "segment", name: "VIP" },
      { kind: "customer", externalId: "C-1" },
      { kind: "ticket", reference: "T#9" },
      { kind: "touch", externalId: "V1" },
      { kind: "playbook", key: "thank" },
    ]);
  });

  it("takes names with colons, bars, percent signs and Chinese as they are meant", () => {
    expect(targets("segment:A:B")).toEqual([{ kind: "segment", name: "A:B" }]);
    expect(targets("segment:A%7CB|segment:50% club")).toEqual([
      { kind: "segment", name: "A|B" },
      { kind: "segment", name: "50% club" },
    ]);
    expect(targets("segment：大客户|客户:1")).toBe("cost.target.unknown-form");
    expect(targets("Segment：大客户")).toEqual([{ kind: "segment", name: "大客户" }]);
  });

  it("counts a target that is named twice once", () => {
    expect(targets("customer:1|customer: 1 |Customer:1")).toEqual([{ kind: "customer", externalId: "1" }]);
  });

  it("refuses nothing, unknown kinds, empty names, and all beside others", () => {
    for (const text of ["", "  "]) expect(targets(text), text).toBe("cost.target.missing");
    for (const text of ["VIP", "segment:", "team:VIP", "customer:1|", "|"]) {
      expect(targets(text), text).toBe("cost.target.unknown-form");
    }
    expect(targets("all|customer:1")).toBe("cost.target.all-alone");
    expect(targets("customer:1|all")).toBe("cost.target.all-alone");
    expect(targets(`customer:${"x".repeat(2_000)}`)).toBe("cost.target.too-long");
  });

  it("is printed so that it reads back the same, and so that SQL can cut it at every bar", () => {
    const name = fc
      .string({ unit: fc.constantFrom("a", "|", ":", "%", "7", "C", "2", "5", "中", " ", "：") })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const target: fc.Arbitrary<CostTarget> = fc.oneof(
      name.map((text) => ({ kind: "segment" as const, name: text })),
      name.map((text) => ({ kind: "customer" as const, externalId: text })),
      name.map((text) => ({ kind: "playbook" as const, key: text })),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(target, { minLength: 1, maxLength: 5, selector: (t) => JSON.stringify(t) }),
        (list) => {
          const printed = printAppliesTo(list);
          expect(targets(printed)).toEqual(list);
          const inSql = printed.split("|").map((part) => part.slice(part.indexOf(":") + 1));
          const names = inSql.map((text) => text.replaceAll("%7C", "|").replaceAll("%25", "%"));
          expect(names).toEqual(list.map((one) => Object.values(one)[1]));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
