import type { Reporter, TestModule, Vitest } from "vitest/node";

/** What may be absent from a machine, and the key under which its set-up provides `{ missing: why }`. */
const OPTIONAL = [
  { what: "native PostgreSQL", key: "nativeDatabases" },
  { what: "browser", key: "browser" },
] as const;

/** Ends a run with one plain line of counts, and names what could not run. */
export default class SummaryReporter implements Reporter {
  private vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    let failedModules = 0;
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.errors().length > 0) failedModules += 1;
    }
    const failed = counts.failed + failedModules;
    const figures = `${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`;
    process.stdout.write(`\n${[figures, ...this.notRun()].join("; ")}\n`);
  }

  /** "browser: not run (no browser found …)", for each thing that a set-up of this run looked for and did not find. */
  private notRun(): string[] {
    const provided = (this.vitest?.projects ?? []).map((project) => project.getProvidedContext());
    return OPTIONAL.flatMap(({ what, key }) => {
      const found = provided.map((context) => context[key]).find((value) => value !== undefined);
      return found !== undefined && "missing" in found ? [`${what}: not run (${found.missing})`] : [];
    });
  }
}
