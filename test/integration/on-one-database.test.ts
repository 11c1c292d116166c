import { afterAll, expect, it } from "vitest";
import { describeOnEachDatabase } from "../support/databases.ts";

const ran: string[] = [];

describeOnEachDatabase("a suite on each database", (database, itOnOne) => {
  it("runs its tests on each", async () => {
    const { rows } = await database().pool.query("SELECT version() AS version");
    ran.push(`on each: ${rows[0].version}`);
  });

  itOnOne("runs those for one on one", () => {
    ran.push("on one");
  });
});

afterAll(() => {
  expect(ran.filter((test) => test === "on one")).toEqual(["on one"]);
  expect(new Set(ran).size).toBe(ran.length);
});
