// Mutation testing: changes the rules in one place at a time and runs the unit tests that reach it; a change that no
// test notices is a rule that nobody wrote down. How to run it and read it: CONTRIBUTING.md.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: ["src/{domain,jobs,delivery,sources}/**/*.ts", "model/**/*.ts"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  // Stryker would rewrite the settings for its copy through TypeScript's JavaScript interface, which version 7 has not;
  // where it finds no such file it leaves them alone, and nothing in them needs rewriting.
  tsconfigFile: "none",
  // Counting what each test reaches makes the model's inner loops many times slower; the usual five minutes are too few.
  dryRunTimeoutMinutes: 60,
  ignorePatterns: [".data", "docs", "reports"],
  // A file of 50 changes takes half a minute: what has not changed since the last run is not run again.
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  reporters: ["clear-text", "html"],
  htmlReporter: { fileName: "reports/mutation/index.html" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
