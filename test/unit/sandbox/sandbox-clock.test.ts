import { describe, expect, it } from "vitest";
import { sandboxClock } from "../../../src/sandbox/sandbox-clock.ts";

const START = new Date("2026-11-20T12:00:00Z");
const later = (ms: number) => new Date(START.getTime() + ms);

describe("the workspace's clock", () => {
  it("rings alarms in their order, each at its own time, and those they set on the way", async () => {
    const clock = sandboxClock(() => START, 0);
    const rung: [string, number][] = [];
    const note = (name: string) => rung.push([name, clock.now().getTime() - START.getTime()]);
    clock.after(3_000, () => note("second"));
    clock.after(1_000, () => {
      note("first");
      clock.after(500, () => note("set on the way"));
    });
    clock.after(9_000, () => note("too late"));
    const cancel = clock.after(2_000, () => note("cancelled"));
    cancel();
    await clock.advanceTo(later(5_000));
    expect(rung).toEqual([
      ["first", 1_000],
      ["set on the way", 1_500],
      ["second", 3_000],
    ]);
    expect(clock.now()).toEqual(later(5_000));
    clock.close();
  });

  it("waits for its listeners, and never goes back", async () => {
    const clock = sandboxClock(() => START, 0);
    const heard: Date[] = [];
    clock.onMoved(async (now) => {
      await Promise.resolve();
      heard.push(now);
    });
    await clock.advanceTo(later(1));
    expect(heard).toEqual([later(1)]);
    await expect(clock.advanceTo(START)).rejects.toThrow(RangeError);
  });

  it("stops on the way: what fell due by then has rung, and the listeners are done before it goes on", async () => {
    const stops = (from: Date, to: Date) => {
      expect([from, to]).toEqual([START, later(5_000)]);
      return [later(1_000), later(3_000)];
    };
    const clock = sandboxClock(() => START, 0, stops);
    const order: string[] = [];
    const since = () => `${clock.now().getTime() - START.getTime()}`;
    clock.after(2_000, () => order.push(`alarm ${since()}`));
    clock.onMoved(async () => {
      order.push(`begun ${since()}`);
      await Promise.resolve();
      order.push(`done ${since()}`);
    });
    await clock.advanceTo(later(5_000));
    expect(order.join(", ")).toBe(
      "begun 1000, done 1000, alarm 2000, begun 3000, done 3000, begun 5000, done 5000",
    );
    clock.close();
  });

  it("waits before each stretch, also the later ones, for what people have asked meanwhile", async () => {
    const clock = sandboxClock(
      () => START,
      0,
      () => [later(5_000)],
    );
    const order: string[] = [];
    let underWay = Promise.resolve();
    clock.onMoved((now) => {
      if (now.getTime() !== later(5_000).getTime()) return;
      const cancel = clock.after(3_000, () => order.push("too late"));
      underWay = (async () => {
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        cancel();
        order.push("answered");
      })();
    });
    await clock.advanceTo(later(10_000), () => underWay);
    expect(order).toEqual(["answered"]);
    clock.close();
  });

  it("runs with the clock it was given, and goes on from a saved offset", () => {
    let now = START;
    const clock = sandboxClock(() => now, 60_000);
    expect(clock.now()).toEqual(later(60_000));
    now = later(10);
    expect(clock.now()).toEqual(later(60_010));
  });
});
