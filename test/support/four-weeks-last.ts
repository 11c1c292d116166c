import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The walk of four weeks moves the clock of the workspace in which every browser test clicks: it comes after the others. */
export default class FourWeeksLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWalk = ({ moduleId }: TestSpecification) => moduleId.endsWith("/four-weeks.test.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !isWalk(file)), ...sorted.filter(isWalk)];
  }
}
