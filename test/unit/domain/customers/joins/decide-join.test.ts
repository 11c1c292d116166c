import { describe, expect, it } from "vitest";
import { decideJoin } from "../../../../../src/domain/customers/joins/decide-join.ts";
import {
  candidatePairs,
  fileFigures,
  findPairs,
} from "../../../../../src/domain/customers/joins/join-candidates.ts";
import { type JoinRow, joinFile } from "../../../../../src/domain/customers/joins/join-file.ts";

const SOURCES = new Set(["crm", "pay", "desk"]);
let lastId = 0;
const row = (name: string, told: Partial<JoinRow> = {}): JoinRow => {
  lastId += 1;
  const id = told.id ?? lastId;
  return {
    id,
    headId: id,
    source: "crm",
    externalId: `x${id}`,
    name,
    domain: null,
    country: null,
    attributes: {},
    emails: [],
    ...told,
  };
};
const verdict = (first: JoinRow, second: JoinRow) => {
  const files = [first, second].map((each) => joinFile(each, SOURCES));
  const [a, b] = files;
  if (a === undefined || b === undefined) throw new Error("two");
  const [ab, ba] = [decideJoin(a, b, fileFigures(files)), decideJoin(b, a, fileFigures(files))];
  expect(ba.kind).toBe(ab.kind);
  return ab;
};
const pay = (name: string, told: Partial<JoinRow> = {}) => row(name, { source: "pay", ...told });

describe("whether two customers are one", () => {
  it("is certain by an id, a tax number or a site of their own", () => {
    expect(verdict(row("Acme"), pay("Zenith", { attributes: { "CRM ID": `x${lastId}` } })).kind).toBe(
      "certain",
    );
    const tax = { attributes: { "VAT ID": "DE123456789" } };
    expect(verdict(row("Acme", tax), pay("Acme Holding", tax)).kind).toBe("certain");
    expect(
      verdict(row("Acme GmbH", { domain: "acme.de" }), pay("ACME", { domain: "www.acme.de" })).kind,
    ).toBe("certain");
  });

  it("is no question where tax numbers differ, whatever else agrees", () => {
    const told = (vat: string) => ({ domain: "acme.de", attributes: { vat } });
    expect(verdict(row("Acme", told("DE123456789")), pay("Acme", told("DE987654321")))).toMatchObject({
      kind: "apart",
      evidence: { differs: [{ sign: "tax-id", first: "123456789", second: "987654321" }] },
    });
  });

  it("is asked where a site agrees and a country, a form or the name does not", () => {
    const site = { domain: "acme.com" };
    expect(
      verdict(row("Acme", { ...site, country: "DE" }), pay("Acme", { ...site, country: "France" })).kind,
    ).toBe("propose");
    expect(verdict(row("Acme GmbH", site), pay("Acme AG", site)).kind).toBe("propose");
    expect(verdict(row("Acme", site), pay("Zenith Tools", site)).kind).toBe("propose");
  });

  it("never trusts a free provider or a shared host", () => {
    for (const host of ["gmail.com", "163.com", "shop.myshopify.com"])
      expect(verdict(row("Anna Alt", { domain: host }), pay("Ben Jung", { domain: host })).kind).toBe(
        "apart",
      );
    const mail = (address: string) => ({ emails: [address] });
    expect(verdict(row("Acme", mail("a@gmx.de")), pay("Zenith", mail("b@gmx.de"))).kind).toBe("apart");
  });

  it("lets one system that tells two apart have its way", () => {
    const site = { domain: "acme.com" };
    expect(verdict(row("Acme", site), row("Acme", site)).kind).toBe("apart");
  });

  it("asks nothing of a name that many have", () => {
    const files = ["a", "b", "c", "d", "e"].map((id, place) =>
      joinFile(row("Hotel Post", { source: place % 2 === 0 ? "crm" : "pay", externalId: id }), SOURCES),
    );
    const [a, b] = files;
    if (a === undefined || b === undefined) throw new Error("two");
    expect(decideJoin(a, b, fileFigures(files)).kind).toBe("apart");
    expect(decideJoin(a, b, fileFigures([a, b])).kind).toBe("propose");
  });
});

describe("the pairs that are looked at", () => {
  const all = (rows: readonly JoinRow[]) => rows.map((each) => joinFile(each, SOURCES));

  it("hold a slip in a name of one word, and nobody who has nothing in common", () => {
    const files = all([row("Karelia"), pay("Karlia"), pay("Zenith"), row("Obermeier Stahl")]);
    const pairs = [...candidatePairs(files)].map(([a, b]) => [a.label, b.label].sort().join("+"));
    expect(pairs).toEqual(["Karelia+Karlia"]);
  });

  it("hold each pair once, and none of those who are one already", () => {
    const joined = row("Acme", { domain: "acme.com" });
    const files = all([
      joined,
      pay("Acme", { domain: "acme.com", headId: joined.id }),
      row("Acme Inc", { source: "desk", domain: "acme.com" }),
    ]);
    expect([...candidatePairs(files)]).toHaveLength(2);
  });

  it("grow with the customers, not with their pairs", () => {
    const trades = ["Hotel", "Bau", "Consulting", "Media", "Services"];
    const files = all(
      Array.from({ length: 4000 }, (_, i) =>
        row(`${trades[i % 5]} Number ${i.toString(36)}x`, { source: i % 2 ? "crm" : "pay" }),
      ),
    );
    expect([...candidatePairs(files)].length).toBeLessThan(8 * 4000);
  });

  it("are told by whom they count for, the lower number first, the surest first", async () => {
    const a = row("Acme", { id: 900, headId: 900, domain: "acme.com" });
    const b = pay("Acme", { id: 901, headId: 800, domain: "acme.com" });
    const pairs = await findPairs(all([a, b]), async () => {});
    expect(pairs).toMatchObject([{ firstId: 800, secondId: 900, kind: "certain" }]);
  });
});
