import { describe, expect, it } from "vitest";
import { morningAfter } from "../../../src/sandbox/mornings.ts";

const morning = (now: string, zone: string, weekday: string | null = null) =>
  morningAfter(new Date(now), zone, weekday).toISOString();

describe("the next morning", () => {
  it("is 9:00 of the next day in the zone, whatever day UTC has", () => {
    expect(morning("2026-11-20T12:00:00Z", "Europe/Berlin")).toBe("2026-11-21T08:00:00.000Z");
    expect(morning("2026-11-20T18:00:00Z", "Asia/Shanghai")).toBe("2026-11-22T01:00:00.000Z");
    expect(morning("2026-11-20T02:00:00Z", "America/New_York")).toBe("2026-11-20T14:00:00.000Z");
  });

  it("stays 9:00 over a change of the clocks", () => {
    expect(morning("2026-10-24T12:00:00Z", "Europe/Berlin")).toBe("2026-10-25T08:00:00.000Z");
    expect(morning("2026-03-28T12:00:00Z", "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z");
    expect(morning("2026-11-20T12:00:00Z", "Asia/Kolkata")).toBe("2026-11-21T03:30:00.000Z");
  });

  it("goes on to the weekday, never today", () => {
    expect(morning("2026-11-20T12:00:00Z", "Europe/Berlin", "Mon")).toBe("2026-11-23T08:00:00.000Z");
    expect(morning("2026-11-23T06:00:00Z", "Europe/Berlin", "Mon")).toBe("2026-11-30T08:00:00.000Z");
  });
});
