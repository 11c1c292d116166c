import { describe, expect, it } from "vitest";
import { keptByState } from "../../../../src/store/risk/kept-by-state.ts";

describe("what was read of a row", () => {
  it("is given again only while the row is as it was", () => {
    const kept = keptByState<string>(2);
    expect(kept.of(1, "first")).toBeNull();
    expect(kept.keep(1, "first", "read")).toBe("read");
    expect(kept.of(1, "first")).toBe("read");
    expect(kept.of(1, "second")).toBeNull();
    expect(kept.of(1, null)).toBeNull();
  });

  it("is not kept of a row that is gone", () => {
    const kept = keptByState<string>(2);
    kept.keep(1, "first", "read");
    expect(kept.keep(1, "first", null)).toBeNull();
    expect(kept.of(1, "first")).toBeNull();
  });

  it("is kept of so many rows, those read last", () => {
    const kept = keptByState<string>(2);
    for (const id of [1, 2, 3]) kept.keep(id, "state", `read ${id}`);
    expect([1, 2, 3].map((id) => kept.of(id, "state"))).toEqual([null, "read 2", "read 3"]);
  });
});
