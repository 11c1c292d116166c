import { describe, expect, it } from "vitest";
import type { CustomerMatch, CustomerSearch } from "../../../../src/domain/customers/customer-search.ts";
import { findAsked } from "../../../../src/flows/asking/find-asked.ts";
import { findChannelCustomer } from "../../../../src/flows/asking/find-channel-customer.ts";

const called = (id: number, ...keys: string[]): CustomerMatch => ({
  ...{ id, name: keys[0] ?? "", externalId: `C-${id}`, domain: null, segment: null, town: null },
  ...{ country: null, owner: null, tier: null, keys },
});
const finding = (kind: CustomerSearch["kind"], ...matches: CustomerMatch[]) => ({
  customers: { search: async () => ({ kind, matches }) },
});

describe("a name in a question", () => {
  it("is nobody's where it only stands inside a word: “it” is no Initech", async () => {
    const initech = called(1, "initech");
    expect(await findAsked(finding("partial", initech), "it")).toEqual({ kind: "none", nearest: [initech] });
  });

  it.each([
    ["init", called(1, "initech")],
    ["tools", called(1, "acme tools")],
    ["贸易", called(1, "北京贸易")],
  ])("is a customer's where a word begins with it: %s", async (typed, match) => {
    expect(await findAsked(finding("partial", match), typed)).toMatchObject({ kind: "found", customerId: 1 });
  });

  it("is asked about where several fit", async () => {
    const found = await findAsked(finding("partial", called(1, "acme one"), called(2, "acme two")), "acme");
    expect(found.kind).toBe("choice");
  });
});

describe("the customer of a channel", () => {
  const asked = (name: string | undefined, ...matches: CustomerMatch[]) =>
    findChannelCustomer(
      {
        workspace: {
          channel: async () => ({
            shared: false,
            botIsMember: true,
            ...(name === undefined ? {} : { name }),
          }),
        },
        customers: { called: async () => matches },
      },
      "C1",
    );

  it("is the one it is called after", async () => {
    expect(await asked("acc-acme", called(1, "acme"))).toBe(1);
  });

  it.each([
    ["several", "acc-acme", [called(1, "acme"), called(2, "acme")]],
    ["nobody", "random", []],
    ["a channel without a name", undefined, [called(1, "acme")]],
  ] as const)("is nobody: %s", async (_, name, matches) => {
    expect(await asked(name, ...matches)).toBeNull();
  });
});
