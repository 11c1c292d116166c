import type { Clock } from "../domain/clock.ts";

export type SandboxClock = {
  /** The time in the workspace: the given clock plus how far it was moved. */
  readonly now: Clock;
  readonly offsetMs: () => number;
  /**
   * Runs `run` once `ms` milliseconds of the workspace's time have passed, be it by waiting or by moving the clock.
   * @returns cancels it
   */
  readonly after: (ms: number, run: () => void) => () => void;
  /**
   * Moves the clock forward, from stop to stop. What falls due on the way runs in its order and at its time; at each
   * stop the listeners run, and the promise resolves when all are done.
   * @param quiet waited for before each stretch: what is under way would otherwise run into its deadline
   * @throws RangeError when the instant has passed
   */
  readonly advanceTo: (instant: Date, quiet?: () => Promise<void>) => Promise<void>;
  readonly onMoved: (listener: (now: Date) => void | Promise<void>) => () => void;
  readonly close: () => void;
};

type Alarm = { readonly dueMs: number; readonly run: () => void; timer: NodeJS.Timeout };

/** Lets what has just happened set its own alarms, at the time it happened. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** `setTimeout` takes no more than this. */
const MAX_TIMEOUT_MS = 2_147_483_647;

/** Where a clock that is moved from one moment to another stops on the way; ascending. */
export type StopsOnTheWay = (from: Date, to: Date) => readonly Date[];

export function sandboxClock(
  clock: Clock,
  initialOffsetMs: number,
  stopsOnTheWay: StopsOnTheWay = () => [],
): SandboxClock {
  let offsetMs = initialOffsetMs;
  const alarms = new Set<Alarm>();
  const listeners = new Set<(now: Date) => void | Promise<void>>();
  const nowMs = () => clock().getTime() + offsetMs;

  const arm = (alarm: Alarm) => {
    const waitMs = Math.min(Math.max(alarm.dueMs - nowMs(), 0), MAX_TIMEOUT_MS);
    alarm.timer = setTimeout(() => {
      if (nowMs() >= alarm.dueMs) ring(alarm);
      else arm(alarm);
    }, waitMs);
    alarm.timer.unref();
  };
  const cancel = (alarm: Alarm) => {
    clearTimeout(alarm.timer);
    alarms.delete(alarm);
  };
  const ring = (alarm: Alarm) => {
    cancel(alarm);
    alarm.run();
  };
  const firstDue = (byMs: number) =>
    [...alarms].filter((alarm) => alarm.dueMs <= byMs).sort((a, b) => a.dueMs - b.dueMs)[0];

  const moveTo = async (instant: Date) => {
    for (let alarm = firstDue(instant.getTime()); alarm; alarm = firstDue(instant.getTime())) {
      offsetMs += Math.max(0, alarm.dueMs - nowMs());
      ring(alarm);
      await settled();
    }
    offsetMs += Math.max(0, instant.getTime() - nowMs());
    for (const listener of listeners) await listener(new Date(nowMs()));
  };

  return {
    now: () => new Date(nowMs()),
    offsetMs: () => offsetMs,
    after(ms, run) {
      const alarm: Alarm = { dueMs: nowMs() + ms, run, timer: setTimeout(() => {}, 0) };
      clearTimeout(alarm.timer);
      alarms.add(alarm);
      arm(alarm);
      return () => cancel(alarm);
    },
    async advanceTo(instant, quiet = async () => {}) {
      if (instant.getTime() < nowMs()) throw new RangeError("The clock only moves forward.");
      for (const stop of [...stopsOnTheWay(new Date(nowMs()), instant), instant]) {
        await quiet();
        await settled();
        await moveTo(stop);
      }
    },
    onMoved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const alarm of [...alarms]) cancel(alarm);
      listeners.clear();
    },
  };
}
