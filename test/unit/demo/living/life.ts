import { DEMO_SEED } from "../../../../src/demo/demo-data.ts";
import { demoSince } from "../../../../src/demo/living/live-demo.ts";
import type { Contact } from "../../../../src/demo/living/timeline.ts";
import { daysAfter } from "../../../../src/domain/clock.ts";
import type { CustomerFile } from "../../../../src/domain/customer-records.ts";

/** A Thursday. */
export const STARTED_AT = new Date("2026-11-26T07:00:00Z");
export const onDay = (day: number) => daysAfter(STARTED_AT, day);

type Asked = {
  readonly from?: number;
  readonly to: number;
  readonly contacts?: readonly Contact[];
  readonly customers?: number;
  readonly seed?: number;
};

/** What happens between two days after the start. */
export function lived({ from = 0, to, contacts = [], customers = 80, seed = DEMO_SEED }: Asked) {
  return demoSince({ seed, customers, startedAt: STARTED_AT, since: onDay(from), now: onDay(to), contacts });
}

/** `DEMO-0001` and so on, reached on a day after the start. */
export const contact = (number: number, day: number): Contact => ({
  customer: `DEMO-${String(number).padStart(4, "0")}`,
  at: onDay(day),
});

export function fileOf(files: readonly CustomerFile[], name: string): CustomerFile {
  const file = files.find(({ profile }) => profile.name === name);
  if (!file) throw new Error(`${name} is missing`);
  return file;
}

/** Every record as it is at the end, whichever steps it was told in. */
export function recordsOf(steps: ReadonlyArray<{ readonly files: readonly CustomerFile[] }>): string[] {
  const known = new Map<string, string>();
  for (const file of steps.flatMap(({ files }) => files)) {
    const records = [
      ...file.activities,
      ...file.tickets,
      ...file.feedback,
      ...file.touches,
      ...file.contacts,
    ];
    for (const record of [...records, file.profile]) known.set(record.externalId, JSON.stringify(record));
  }
  return [...known.values()].sort();
}
