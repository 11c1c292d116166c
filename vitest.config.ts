import { defineConfig } from "vitest/config";
import OrderOfFiles from "./test/support/order-of-files.ts";
import { WORKERS } from "./test/support/worker-count.ts";

const setupFiles = ["test/support/fail-on-console-error.ts", "test/support/fail-on-missing-words.ts"];

/** Where threads of database and model are started: as they are built, which is done once a run. */
const buildThreads = "test/support/build-threads.ts";
const withThreads = [...setupFiles, "test/support/use-built-threads.ts"];

/** They start the program as its users do, each on data of its own: they can run side by side. */
const PROCESSES = ["chaos", "command-line", "start"].map((name) => `test/e2e/${name}.test.ts`);

/** They count tensors and threads that are left, choose a backend, or take long: each file has a process of its own. */
const MODEL = ["any-table", "backends", "train-and-score", "worker-model", "worker-pool"].map(
  (name) => `test/unit/model/${name}.test.ts`,
);

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: OrderOfFiles },
    reporters: ["default", "./test/support/summary-reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "test/contract/**/*.test.ts", "test/*.test.ts"],
          exclude: MODEL,
          setupFiles,
          // Pure rules keep no state: loaded once a worker, not once a file, which took a third of this tier's time.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "model",
          include: MODEL,
          setupFiles: withThreads,
          globalSetup: [buildThreads],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts", "test/e2e/**/*.test.ts"],
          exclude: PROCESSES,
          setupFiles: [...withThreads, "test/support/no-undeclared-nulls.ts"],
          globalSetup: [buildThreads, "test/support/start-databases.ts"],
          // What a test leaves behind is in the database, which the next one empties; the program is loaded once.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "processes",
          include: PROCESSES,
          setupFiles: withThreads,
          globalSetup: [buildThreads],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          setupFiles: withThreads,
          globalSetup: [buildThreads, "test/browser/find-browser.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
