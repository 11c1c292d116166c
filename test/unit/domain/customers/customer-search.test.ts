import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clearlyMeant,
  editDistance,
  queryKey,
  slips,
} from "../../../../src/domain/customers/customer-search.ts";

const match = (id: number, ...keys: string[]) => ({
  id,
  name: `name ${id}`,
  externalId: "",
  domain: null,
  segment: null,
  ...{ town: null, country: null, owner: null, tier: null },
  keys,
});

describe("what someone typed", () => {
  it.each([
    ["https://www.acme.co.uk/about?x#y", "acme co uk"],
    ["www.acme.com", "acme com"],
    ["  ACMÉ  ", "acme"],
    ["http", "http"],
  ])("%s is looked up as %s", (typed, key) => expect(queryKey(typed)).toBe(key));
});

describe("edit distance", () => {
  it.each([
    ["acme", "acme", 0],
    ["acme", "amce", 1],
    ["acme", "acne", 1],
    ["acme", "acmee", 1],
    ["acme", "cme", 1],
    ["", "ab", 2],
    ["北京科技", "北京科枝", 1],
    ["kitten", "sitting", 3],
  ])("from %s to %s is %d", (a, b, edits) => expect(editDistance(a, b, 5)).toBe(edits));

  it("stops counting beyond the limit", () => {
    expect(editDistance("acme", "globex", 2)).toBe(3);
    expect(editDistance("a", "abcdef", 2)).toBe(3);
  });

  it("is symmetric, and 0 only for the same word", () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it("is one for every slip", () => {
    for (const slip of slips("globex")) expect(editDistance("globex", slip, 3)).toBe(1);
    expect(slips("abc").sort()).toEqual(["ab", "ac", "acb", "bac", "bc"]);
    expect(slips("aab")).toEqual(["aba", "ab", "aa"]);
    expect(slips("ab")).toEqual([]);
    expect(slips("abcd".repeat(10))).not.toEqual([]);
    expect(slips(`${"abcd".repeat(10)}e`)).toEqual([]);
  });
});

describe("the customer a typo means", () => {
  it("is the only one a slip away", () => {
    expect(clearlyMeant("acne", [match(1, "acme corp"), match(2, "globex")])?.id).toBe(1);
  });

  it("is none where two are equally close, or none is", () => {
    expect(clearlyMeant("acne", [match(1, "acme"), match(2, "acre")])).toBeNull();
    expect(clearlyMeant("zzzz", [match(1, "acme")])).toBeNull();
    expect(clearlyMeant("ac", [match(1, "ab")])).toBeNull();
  });

  it("may be two slips away in a longer name", () => {
    expect(clearlyMeant("logistiks kamara", [match(1, "logistics kamaro")])?.id).toBe(1);
    expect(clearlyMeant("acen", [match(1, "acme")])).toBeNull();
  });
});
