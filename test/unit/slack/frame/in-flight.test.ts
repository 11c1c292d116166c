import { expect, it } from "vitest";
import { inFlightCounter } from "../../../../src/slack/frame/in-flight.ts";

it("waits for what runs, and for what began meanwhile", async () => {
  const inFlight = inFlightCounter();
  const [first, second] = [held(), held()];
  const done: string[] = [];
  void inFlight.track(() => first.promise.then(() => done.push("first")));
  const drained = inFlight.drained(10_000);
  void inFlight.track(() => second.promise.then(() => done.push("second")));
  expect(inFlight.count).toBe(2);
  first.resolve();
  second.resolve();
  expect(await drained).toBe(true);
  expect(done).toEqual(["first", "second"]);
});

it("gives up after the time, and counts what failed as done", async () => {
  const inFlight = inFlightCounter();
  void inFlight.track(() => new Promise(() => {}));
  expect(await inFlight.drained(5)).toBe(false);
  await expect(inFlight.track(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(inFlight.count).toBe(1);
});

/** Work that ends when it is told to. */
function held() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
