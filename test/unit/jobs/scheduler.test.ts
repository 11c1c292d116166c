import { afterEach, describe, expect, it, vi } from "vitest";
import { startScheduler } from "../../../src/jobs/scheduler.ts";

const NEVER_IN_THIS_TEST = "0 0 29 2 *";

function recordingLog() {
  const errors: string[] = [];
  return {
    log: {
      info: () => {},
      warn: () => {},
      error: (_: object, message: string) => void errors.push(message),
    },
    errors,
  };
}

const NIGHT_MS = 8 * 3_600_000;

describe("scheduler", () => {
  afterEach(() => void vi.useRealTimers());

  it.each([
    ["of seconds", { everyMs: 2_000 }],
    ["of minutes", { cron: "* * * * *" }],
  ])("asks again and again, and says nothing of ticks %s that a night's sleep took", async (_, rhythm) => {
    vi.useFakeTimers({ now: new Date("2026-03-02T18:00:30Z") });
    const { log, errors } = recordingLog();
    const warned: unknown[] = [];
    const asked: Date[] = [];
    const tick = { name: "jobs", ...rhythm, work: async () => void asked.push(new Date()) };
    const scheduler = startScheduler([tick], {
      ...log,
      warn: (...said: unknown[]) => void warned.push(said),
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked.length).toBeGreaterThan(2);
    vi.setSystemTime(Date.now() + NIGHT_MS);
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked.length).toBeGreaterThan(before);
    expect([warned, errors]).toEqual([[], []]);
    await scheduler.stop();
  });

  it("asks everything once at the start, to catch up", async () => {
    const asked: string[] = [];
    const tick = (name: string) => ({
      name,
      cron: NEVER_IN_THIS_TEST,
      work: async () => void asked.push(name),
    });
    const scheduler = startScheduler([tick("jobs"), tick("deliver")], recordingLog().log);
    await scheduler.stop();
    expect(asked).toEqual(["jobs", "deliver"]);
  });

  it("lets others go first where a tick says so, and never asks once it has stopped", async () => {
    vi.useFakeTimers({ now: new Date("2026-03-02T18:00:30Z") });
    const asked: string[] = [];
    const tick = (name: string, firstAfterMs: number) => ({
      ...{ name, firstAfterMs, cron: NEVER_IN_THIS_TEST },
      work: async () => void asked.push(name),
    });
    const scheduler = startScheduler([tick("soon", 2_000), tick("later", 5_000)], recordingLog().log);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual(["soon"]);
    await scheduler.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual(["soon"]);
  });

  it("waits for what is under way when it stops", async () => {
    let finish = () => {};
    const underWay = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const tick = { name: "jobs", cron: NEVER_IN_THIS_TEST, work: () => underWay };
    const scheduler = startScheduler([tick], recordingLog().log);
    const order: string[] = [];
    const stopped = scheduler.stop().then(() => order.push("stopped"));
    order.push("finished");
    finish();
    await stopped;
    expect(order).toEqual(["finished", "stopped"]);
  });

  it("survives a tick that fails, and logs it as a failure", async () => {
    const { log, errors } = recordingLog();
    const tick = {
      name: "jobs",
      cron: NEVER_IN_THIS_TEST,
      work: () => Promise.reject(new Error("no database")),
    };
    await startScheduler([tick], log).stop();
    expect(errors).toEqual(["tick failed; the next one tries again"]);
  });
});
