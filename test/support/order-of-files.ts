import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The longest files come first, so that all workers have work to the end, and the files of a tier stay together: those that
 * share a process would need a new one at each change.
 */
const TIERS = ["browser", "processes", "model", "integration", "unit"];

export default class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => TIERS.indexOf(project.name);
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
