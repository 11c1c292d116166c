import { afterEach, beforeEach, expect, vi } from "vitest";

// Nothing the product does writes to the console by accident; what it must say goes to its log or its output.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, "unexpected console.error").toEqual([]);
  expect(vi.mocked(console.warn).mock.calls, "unexpected console.warn").toEqual([]);
  vi.restoreAllMocks();
});
