import type { CustomerFile } from "../domain/customer-records.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { demoCosts } from "./costs.ts";
import { simulateCourse } from "./course.ts";
import { customerFile, HISTORY_WEEKS } from "./customer-file.ts";
import { DEMO_CUSTOMERS, type DemoData } from "./demo-data.ts";
import { demoLedger } from "./ledger.ts";
import { planCustomer } from "./plan.ts";
import { type RandomStream, randomStream } from "./random.ts";
import { STORY } from "./story.ts";
import { demoId } from "./story-cast.ts";
import { DEMO_TEAM } from "./team.ts";

export type DemoRequest = {
  /** Any integer; `DEMO_SEED` for the demo everyone sees. */
  readonly seed: number;
  /** The moment the records lead up to. */
  readonly asOf: Date;
  /** How many; at least those of the story. `DEMO_CUSTOMERS` unless given. */
  readonly customers?: number;
};

/**
 * An invented team of eleven, its business customers with about 24 months of records, and its costs. The same seed,
 * moment and number give the same data. Nothing happens after `asOf`, except that contracts renew and costs of the
 * running month and year are already booked.
 */
export function generateDemo({ seed, asOf, customers = DEMO_CUSTOMERS }: DemoRequest): DemoData {
  const calendar = calendarOf(asOf);
  const taken = new Set(STORY.flatMap(({ plan }) => [plan.domain, plan.name]));
  const files = Array.from({ length: customers }, (_, index): CustomerFile => {
    const random = randomStream(seed, index);
    const told = STORY[index];
    return told ? told.tell(random, calendar) : invented(random, demoId(index + 1), taken, calendar);
  });
  return {
    members: DEMO_TEAM,
    files,
    costs: demoCosts(calendar, customers),
    ...demoLedger(calendar, customers),
  };
}

function invented(
  random: RandomStream,
  externalId: string,
  taken: Set<string>,
  calendar: Calendar,
): CustomerFile {
  const plan = planCustomer(random, externalId, taken);
  // About half were customers before the history begins; the others joined since, the last two weeks ago.
  const weeks = random.chance(0.45) ? HISTORY_WEEKS : random.integer(2, HISTORY_WEEKS - 1);
  return customerFile(random, plan, simulateCourse(random, weeks, plan.attention), calendar);
}
