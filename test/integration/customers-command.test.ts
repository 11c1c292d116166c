import { expect, it } from "vitest";
import { describeOnOneDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

describeOnOneDatabase("customers of several systems on the command line", (database) => {
  const mainstay = mainstayIn(database);

  it("are joined where it is certain, listed where not, joined and taken apart by name, and stay apart", async () => {
    await mainstay.customers(
      [
        {
          external_id: "1",
          name: "Acme GmbH",
          domain: "acme.example",
          started_on: "2026-01-01",
          monthly_revenue: 5,
        },
        { external_id: "2", name: "Zenith Tools" },
      ],
      ...["--source", "crm"],
    );
    await mainstay.customers(
      [
        { external_id: "cus9", name: "ACME", domain: "www.acme.example" },
        { external_id: "cus8", name: "Zenith-Tools" },
      ],
      ...["--source", "pay"],
    );
    await mainstay.costs([
      { from: "2026-02-01", to: "2026-02-28", amount: 7, applies_to: "customer:cus9" },
      { from: "2026-02-01", to: "2026-02-28", amount: 3, applies_to: "customer:1" },
    ]);
    const looked = await mainstay.run("customers", "duplicates");
    expect(looked.out).toContain("1 pair was joined, because it is certain.");
    expect(looked.out).toContain("Zenith Tools (crm:2) and Zenith-Tools (pay:cus8)");
    expect((await mainstay.run("customers", "joined")).out).toMatch(/ACME \(pay:cus9\) +Acme GmbH \(crm:1\)/);
    // A cost that names either is of the one they are.
    const costs = await mainstay.run(
      "costs",
      "--from",
      "2026-02-01",
      "--to",
      "2026-02-28",
      "--by",
      "customer",
    );
    expect(costs.out).toMatch(/Acme GmbH.*10\.00/);
    expect(costs.out).not.toContain("ACME");

    expect((await mainstay.run("customers", "apart", "pay:cus8", "2")).out).toContain("stay two customers");
    expect((await mainstay.run("customers", "duplicates")).out).toContain(
      "No two of 4 customers look like one.",
    );
    expect((await mainstay.run("customers", "join", "Zenith Tools", "cus8")).code).toBe(1);
    expect((await mainstay.run("customers", "join", "crm:2", "cus8")).out).toContain("counts for");
    expect((await mainstay.run("customers", "join", "cus8", "crm:2")).out).toContain("one customer already");
    expect((await mainstay.run("customers", "apart", "cus9", "crm:1")).out).toContain("two customers again");
    expect((await mainstay.run("customers", "joined", "--json")).json.joined).toHaveLength(1);
  });
});
