import { expect, it } from "vitest";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { createStore } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T20:00:00Z");

describeOnEachDatabase("events of the team", (database) => {
  const flows = (timeZone = "UTC") => bindFlows({ ...createStore(database()), clock: () => NOW, timeZone });
  const typed = {
    name: "Open day",
    day: "2026-12-20",
    place: "Berlin",
    for: "segment",
    which: "RETAIL",
  } as const;

  it("are kept, counted, listed by day and taken out, each noted", async () => {
    const id = await addCustomer(database(), { name: "Acme" });
    await database().pool.query("UPDATE customers SET segment = 'Retail' WHERE id = $1", [id]);
    const gone = await addCustomer(database(), { name: "Gone", endedOn: "2026-12-09" });
    await database().pool.query("UPDATE customers SET segment = 'Retail' WHERE id = $1", [gone]);
    const added = await flows().addEvent({ typed, by: "U1" });
    expect(added).toMatchObject({
      kind: "added",
      event: { name: "Open day", customers: 1, setBy: "U1", audience: { for: "segment", which: "RETAIL" } },
    });
    await flows().addEvent({ typed: { ...typed, name: "Earlier", day: "2026-12-10" }, by: null });
    const { events } = await flows().listEvents();
    expect(events.map(({ name }) => name)).toEqual(["Earlier", "Open day"]);
    const [, { id: eventId = 0 } = {}] = events;
    expect(await flows().removeEvent({ id: eventId, by: "U1" })).toEqual({ name: "Open day" });
    expect(await flows().removeEvent({ id: eventId, by: "U1" })).toEqual({ name: null });
    const { rows } = await database().pool.query(
      "SELECT actor, action, details ->> 'name' AS name FROM audit_events ORDER BY id",
    );
    expect(rows).toEqual([
      { actor: "U1", action: "event.added", name: "Open day" },
      { actor: "command line", action: "event.added", name: "Earlier" },
      { actor: "U1", action: "event.removed", name: "Open day" },
    ]);
  });

  it("are one where name and day are the same, and say when nobody fits", async () => {
    expect(await flows().addEvent({ typed, by: null })).toMatchObject({ event: { customers: 0 } });
    expect(await flows().addEvent({ typed: { ...typed, name: "open DAY " }, by: null })).toEqual({
      kind: "known",
    });
    expect((await flows().listEvents()).events).toHaveLength(1);
  });

  it("go by the day where the team is", async () => {
    const today = { ...typed, day: "2026-12-09" };
    expect(await flows("UTC").addEvent({ typed: today, by: null })).toMatchObject({ kind: "added" });
    // There it is half past one in the morning of the next day.
    expect(await flows("Asia/Kolkata").addEvent({ typed: today, by: null })).toEqual({
      kind: "wrong",
      errors: { day: "events.past-day" },
    });
    expect((await flows("Asia/Kolkata").listEvents()).events).toEqual([]);
  });
});
