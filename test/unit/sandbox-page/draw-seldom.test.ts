import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drawSeldom } from "../../../src/sandbox/page/workspace/draw-seldom.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const drawing = () => {
  const draw = vi.fn();
  return { draw, drawing: drawSeldom(draw) };
};

it("draws what comes first at once, and what follows soon after together, to the last", () => {
  const { draw, drawing: page } = drawing();
  page.soon();
  expect(draw).toHaveBeenCalledTimes(1);
  for (let update = 0; update < 100; update += 1) page.soon();
  expect(draw).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(50);
  expect(draw).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(draw).toHaveBeenCalledTimes(2);
});

it("draws at once for whoever waits, and not again for the same", () => {
  const { draw, drawing: page } = drawing();
  page.soon();
  page.soon();
  page.now();
  expect(draw).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(draw).toHaveBeenCalledTimes(2);
});

it("draws nothing once it is stopped", () => {
  const { draw, drawing: page } = drawing();
  page.soon();
  page.soon();
  page.stop();
  vi.advanceTimersByTime(1_000);
  expect(draw).toHaveBeenCalledTimes(1);
});
