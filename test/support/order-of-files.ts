import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The longest tiers come first, so that both workers have work to the end, and the files of a tier stay together: those that
 * share a process would need a new one at each change. The walk of four weeks moves the clock of the workspace in which
 * every browser test clicks: it comes after the others.
 */
const TIERS = ["processes", "model", "integration", "unit", "browser"];

export default class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) =>
      TIERS.indexOf(project.name) + (moduleId.endsWith("/four-weeks.test.ts") ? 1 : 0);
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
