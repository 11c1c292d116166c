import { expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { noteTableSizesDaily } from "../../src/jobs/note-table-sizes-daily.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const DUE = { period: "2026-11-30", day: "2026-11-30", timeZone: "UTC" };

describeOnEachDatabase("how large tables are", (database) => {
  const { pool } = { pool: { query: (sql: string) => database().pool.query(sql) } };
  const store = () => createStore(database()).tableSizes;
  const note = (day: string) =>
    noteTableSizesDaily(
      bindFlows({ tableSizes: store(), clock: () => new Date(`${day}T03:00:00Z`), timeZone: "UTC" }),
      "UTC",
    ).run(DUE);
  const sizeOf = async (name: string, today: string) =>
    (await store().read(today)).tables.find((table) => table.name === name);

  it("is told beside what it was thirty days before, or on the first day noted since", async () => {
    expect(await store().read("2026-11-30")).toMatchObject({ comparedWith: null });
    expect(await sizeOf("audit_events", "2026-11-30")).toMatchObject({ earlierBytes: null });
    const small = (await sizeOf("audit_events", "2026-11-01"))?.bytes;
    await note("2026-11-01");
    await pool.query(`INSERT INTO audit_events (at, actor, action, details)
      SELECT now(), 'x', 'y', '{}' FROM generate_series(1, 5000)`);
    await note("2026-11-20");
    for (const today of ["2026-11-21", "2026-12-01", "2026-12-15"]) {
      const { bytes = 0, earlierBytes } = (await sizeOf("audit_events", today)) ?? {};
      expect(earlierBytes).toBe(small);
      expect(bytes).toBeGreaterThan((small ?? 0) + 100_000);
      expect(await store().read(today)).toMatchObject({ comparedWith: "2026-11-01" });
    }
    expect(await store().read("2026-12-21")).toMatchObject({ comparedWith: "2026-11-20" });
  });

  it("is noted once a day, however often, and forgotten after 400 days", async () => {
    for (const day of ["2025-10-25", "2025-10-26", "2026-11-30", "2026-11-30"]) await note(day);
    const { rows } = await pool.query("SELECT DISTINCT day::text FROM table_sizes ORDER BY 1");
    expect(rows).toEqual([{ day: "2025-10-26" }, { day: "2026-11-30" }]);
  });
});
