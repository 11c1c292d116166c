import { expect, it } from "vitest";
import { lookAtServer } from "../../src/store/database/check-server.ts";
import { describeOnEachDatabase, ownDatabases } from "../support/databases.ts";

describeOnEachDatabase("a server, before a start", (database) => {
  const { embedded, native } = ownDatabases();
  const urlOf = async () => {
    const { rows } = await database().pool.query("SELECT version() AS version");
    return native === null || /emscripten|wasm/i.test(rows[0].version) ? embedded : native;
  };

  it("is there, up to date, and says which time zones it does not know", async () => {
    const zones = ["Europe/Berlin", "UTC", "europe/berlin", "Mars/Olympus"];
    const expected = { kind: "there", pendingMigrations: 0, unknownZones: ["Mars/Olympus"] };
    expect(await lookAtServer(await urlOf(), zones)).toEqual(expected);
  });
});
