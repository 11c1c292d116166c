import type { AllOperations } from "../../src/domain/messages/operations.ts";
import { phrase } from "../../src/domain/phrase.ts";
import type { ModelVersion } from "../../src/domain/risk/versions/model-version.ts";

const at = new Date("2026-12-08T02:00:00Z");
const version = (id: number) =>
  ({ id, serves: "network", trainedAt: at, decision: null }) as unknown as ModelVersion;

/** All that operations can be told of at once. @param name of whatever has one */
export const allOperations = (name: string): AllOperations => {
  const ten = <Item>(item: (place: number) => Item) => Array.from({ length: 10 }, (_, place) => item(place));
  const names = "names data contracts sources members model playbooks posting messages".split(" ");
  return {
    kind: "all",
    checks: names.map((check) => ({
      ...{ name: check, status: "warning" as const, advice: phrase("health.data.import") },
      finding: [phrase("as-written", { text: name })],
    })),
    sources: ten((place) => ({
      ...{ name: `${place}${name}`, title: "HubSpot", pulledAt: at },
      failures: place % 2 === 0 ? [{ what: phrase("as-written", { text: name }), since: at }] : [],
    })),
    jobs: {
      failed: ten((place) => ({ job: `job-${place}`, at, error: name, isLast: place % 2 === 0 })),
      missed: ten((place) => ({ job: `job-${place}`, periods: place + 1, lastDay: "2026-12-07" })),
    },
    model: { champion: version(12), candidate: version(13), before: 11 },
    imports: ten((id) => ({
      ...{ id, preset: "customers", source: "crm", fileName: name, startedAt: at, status: "done" as const },
      ...{ accepted: 3, updated: 0, read: 9, duplicates: 0, rejected: id },
    })),
  };
};
