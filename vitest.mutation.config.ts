import { defineConfig } from "vitest/config";

/** The unit tier alone: mutation testing runs it hundreds of times, and what needs a database would take days. */
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts"],
    setupFiles: ["test/support/fail-on-console-error.ts"],
    testTimeout: 60_000,
  },
});
