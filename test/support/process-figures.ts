import type { ProcessFigures } from "../../src/store/jobs/process-figures.ts";

/** Of a process that has nothing to do. */
export const NO_FIGURES: ProcessFigures = {
  outbox: { due: 0, later: 0, posting: 0, oldestAt: null, dueSince: null },
  deadLetters: 0,
  inbox: { waiting: 0, oldestAt: null, givenUp: 0 },
  scoredUpTo: null,
  jobs: [],
};
