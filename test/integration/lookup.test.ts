import { beforeEach, describe, expect, it } from "vitest";
import { type LookUpResult, lookUpCustomer } from "../../src/flows/customers/look-up-customer.ts";
import { customerStore } from "../../src/store/customers/customers.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

describeOnEachDatabase("look-up", (database) => {
  const ids = new Map<string, number>();
  const lookUp = (typed: string) => lookUpCustomer({ customers: customerStore(database()) }, typed);
  const nameOf = (id: number) => [...ids].find(([, known]) => known === id)?.[0];
  const found = (result: LookUpResult) => (result.kind === "found" ? nameOf(result.customerId) : result);
  const names = (result: LookUpResult) =>
    result.kind === "choice" ? result.matches.map(({ name }) => name) : result;

  beforeEach(async () => {
    ids.clear();
    const add = async (name: string, rest = {}) =>
      ids.set(name, await addCustomer(database(), { name, ...rest }));
    await add("Acme Corporation", {
      domain: "acme.com",
      externalId: "C-1042",
      attributes: { aliases: "Roadrunner Supplies" },
    });
    await add("Acme Tools GmbH", { externalId: "C-1043" });
    await add("Café Müller", { domain: "cafe-mueller.de" });
    await add("北京科技有限公司", { externalId: "CN-7" });
    await add("华为技术");
    await add("Globex 100% Ltd", { externalId: "13085" });
    await add("Initech_West");
  });

  describe("finds one customer", () => {
    it.each([
      ["by its whole name", "acme corporation", "Acme Corporation"],
      ["by an alias", "roadrunner supplies", "Acme Corporation"],
      ["by its domain", "ACME.com", "Acme Corporation"],
      ["by a web address", "https://www.acme.com/about?x=1", "Acme Corporation"],
      ["by its external id", "c-1042", "Acme Corporation"],
      ["by a number", "13085", "Globex 100% Ltd"],
      ["without its accents", "cafe muller", "Café Müller"],
      ["with other accents", "CAFÉ MULLÉR", "Café Müller"],
      ["in Chinese", "北京科技", "北京科技有限公司"],
      ["by a part in Chinese", "科技", "北京科技有限公司"],
      ["by two Chinese characters", "华为", "华为技术"],
      ["by a part that only it has", "glob", "Globex 100% Ltd"],
    ])("%s", async (_, typed, expected) => {
      expect(found(await lookUp(typed))).toBe(expected);
    });
  });

  it("tells namesakes apart by town, owner and tier, as far as they are known", async () => {
    const { pool } = database();
    await pool.query(
      `INSERT INTO members (slack_user_id, name, email, account)
       VALUES ('U1', 'Ana', 'ANA@example.com', 'member'), ('U0', 'Gone', 'ana@Example.com', 'deactivated')`,
    );
    const twin = async (externalId: string, rest: object) =>
      addCustomer(database(), { name: "Twin", externalId, ...rest });
    const first = await twin("T-1", {
      ownerEmail: "ana@example.com",
      attributes: { City: " 臺北市 ", a: "b" },
    });
    await twin("T-2", { ownerEmail: "nobody@example.com", attributes: { town: " " } });
    await pool.query("INSERT INTO value_tiers VALUES ($1, 'top', now())", [first]);
    const result = await lookUp("twin");
    expect(result.kind === "choice" && result.matches).toMatchObject([
      { externalId: "T-1", town: "臺北市", owner: "Ana", tier: "top" },
      { externalId: "T-2", town: null, owner: "nobody@example.com", tier: null },
    ]);
  });

  it.each([
    ["globx", "Globex 100% Ltd"],
    ["golbex", "Globex 100% Ltd"],
    ["cafe muler", "Café Müller"],
    ["北京科枝", "北京科技有限公司"],
  ])("takes the typo %s for the one it clearly means, and says so", async (typed, expected) => {
    const result = await lookUp(typed);
    expect(found(result)).toBe(expected);
    expect(result).toMatchObject({ how: "similar" });
  });

  it("offers a choice where several fit, and never picks one", async () => {
    expect(names(await lookUp("acm"))).toEqual(
      expect.arrayContaining(["Acme Corporation", "Acme Tools GmbH"]),
    );
  });

  it("prefers the exact spelling to longer names that contain it", async () => {
    expect(found(await lookUp("acme"))).toBe("Acme Corporation");
  });

  it("offers at most ten and says that there are more", async () => {
    for (let i = 0; i < 12; i++) await addCustomer(database(), { name: `Zeta Works ${i}` });
    const result = await lookUp("zeta");
    expect(result).toMatchObject({ kind: "choice", more: true });
    expect(names(result)).toHaveLength(10);
  });

  it("names the nearest where nothing fits", async () => {
    expect(await lookUp("acne tulls")).toMatchObject({
      kind: "none",
      nearest: [{ name: "Acme Tools GmbH" }, {}],
    });
    expect(await lookUp("qqqqqq")).toEqual({ kind: "none", nearest: [] });
  });

  it("takes % and _ as what they are", async () => {
    expect(await lookUp("100%")).toMatchObject({ kind: "found" });
    expect(await lookUp("%")).toEqual({ kind: "none", nearest: [] });
    expect(await lookUp("_")).toEqual({ kind: "none", nearest: [] });
    expect(found(await lookUp("initech_w"))).toBe("Initech_West");
  });

  it.each([
    ["only spaces", "   ", "nothing-to-look-up"],
    ["control characters", "\u0000\u0007\u001b", "nothing-to-look-up"],
    ["4,000 characters", "x".repeat(4000), "too-long"],
    ["a quote", "'; DROP TABLE customers; --", "none"],
    ["a channel mention", "<!channel>", "none"],
    ["a half surrogate", "\ud83d", "nothing-to-look-up"],
  ])("answers %s", async (_, typed, kind) => {
    expect((await lookUp(typed)).kind).toBe(kind);
  });
});
