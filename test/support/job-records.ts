import type { JobTools } from "../../src/jobs/job-tools.ts";

/** Records of jobs that have missed nothing, and that nobody waits for. */
export const nothingMissed = {
  statusOf: async () => null,
  marks: async () => [],
  mark: async () => {},
  keepMarksIn: async () => {},
  noteMissed: async () => {},
  ran: async () => new Set<string>(),
} satisfies Partial<JobTools["jobRuns"]>;
