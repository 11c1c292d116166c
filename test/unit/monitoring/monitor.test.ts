import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import { createMonitor, type MonitorDeps } from "../../../src/monitoring/monitor.ts";
import { NO_FIGURES } from "../../support/process-figures.ts";

const NOW = new Date("2026-11-24T04:30:00Z");
const log = { info: () => {}, warn: () => {}, error: () => {} };
const never = () => new Promise<never>(() => {});
const HANG_MS = 800;

function watched(deps: Partial<MonitorDeps> = {}) {
  return createMonitor({
    ...{ readFigures: async () => NO_FIGURES, pendingMigrations: async () => 0, jobs: [] },
    ...{ askSlack: async () => null, socketDownSince: () => null, clock: () => NOW, log },
    ...deps,
  });
}
const codes = async (monitor: ReturnType<typeof watched>) =>
  (await monitor.look()).notReady.map(({ code }) => code);

describe("whoever watches the process", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is answered in time whatever hangs, and what hangs is begun once", async () => {
    const readFigures = vi.fn(never);
    const askSlack = vi.fn(never);
    const monitor = watched({ readFigures, askSlack });
    for (let times = 0; times < 3; times += 1) {
      const looked = monitor.look();
      await vi.advanceTimersByTimeAsync(HANG_MS);
      expect((await looked).figures).toBeNull();
    }
    expect([readFigures.mock.calls.length, askSlack.mock.calls.length]).toEqual([1, 1]);
  });

  it("hears that the database failed, and the log why", async () => {
    const warn = vi.fn();
    const readFigures = () => Promise.reject(new Error("gone"));
    expect(await codes(watched({ readFigures, log: { ...log, warn } }))).toEqual(["database"]);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it("asks Slack once a minute at most, and hears at once that it was told to stop", async () => {
    let now = NOW;
    const refusal = phrase("ready.slack-unknown");
    const askSlack = vi.fn().mockResolvedValueOnce(refusal).mockResolvedValue(null);
    const monitor = watched({ askSlack, clock: () => now });
    expect([await codes(monitor), await codes(monitor)]).toEqual([["slack"], ["slack"]]);
    now = new Date(NOW.getTime() + 60_000);
    expect(await codes(monitor)).toEqual([]);
    expect(askSlack).toHaveBeenCalledTimes(2);
    monitor.stopping();
    expect(await codes(monitor)).toEqual(["stopping"]);
  });

  it("keeps Slack's last word while Slack hangs", async () => {
    let now = NOW;
    const askSlack = vi.fn().mockResolvedValueOnce(null).mockImplementation(never);
    const monitor = watched({ askSlack, clock: () => now });
    expect(await codes(monitor)).toEqual([]);
    now = new Date(NOW.getTime() + 60_000);
    const looked = monitor.look();
    await vi.advanceTimersByTimeAsync(HANG_MS);
    expect((await looked).notReady).toEqual([]);
  });
});
