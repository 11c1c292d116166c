import { type Calendar, calendarOf } from "./calendar.ts";
import { demoCosts } from "./costs.ts";
import { simulateCourse } from "./course.ts";
import { HISTORY_WEEKS, type Invented, inventCustomer, knownBy } from "./customer-file.ts";
import { DEMO_CUSTOMERS, type DemoData } from "./demo-data.ts";
import { demoLedger } from "./ledger.ts";
import { planCustomer } from "./plan.ts";
import { type RandomStream, randomStream } from "./random.ts";
import { STORY, type StoryCustomer } from "./story.ts";
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
export function generateDemo(request: DemoRequest): DemoData {
  const { asOf, customers = DEMO_CUSTOMERS } = request;
  const calendar = calendarOf(asOf);
  return {
    members: DEMO_TEAM,
    files: inventCustomers(request).map(({ file }) => knownBy(asOf, file)),
    costs: demoCosts(calendar, customers),
    ...demoLedger(calendar, customers),
  };
}

/**
 * The customers with what follows from their records after `asOf`, and how each relationship stands then.
 * @param taken is given the names and domains they have
 */
export function inventCustomers(
  { seed, asOf, customers = DEMO_CUSTOMERS }: DemoRequest,
  taken = new Set<string>(),
): Invented[] {
  const calendar = calendarOf(asOf);
  for (const { plan } of STORY) taken.add(plan.domain).add(plan.name);
  return Array.from({ length: customers }, (_, index) => {
    const told = STORY[index];
    return told
      ? inventTold(told, seed, index, calendar)
      : invented(randomStream(seed, index), demoId(index + 1), taken, calendar);
  });
}

/** A customer of the story: the file as it is told, habits as chance gave them. */
function inventTold(told: StoryCustomer, seed: number, index: number, calendar: Calendar): Invented {
  const file = told.tell(randomStream(seed, index), calendar);
  const { standing } = inventCustomer(randomStream(seed, index), told.plan, told.course, calendar);
  const { startedOn, renewsOn, endedOn, monthlyRevenueMinor } = file.profile;
  const contract = { startedOn, renewsOn, endedOn, monthlyRevenueMinor: monthlyRevenueMinor ?? 0 };
  return { file, standing: { ...standing, contract: standing.contract && contract } };
}

function invented(
  random: RandomStream,
  externalId: string,
  taken: Set<string>,
  calendar: Calendar,
): Invented {
  const plan = planCustomer(random, externalId, taken);
  // About half were customers before the history begins; the others joined since, the last two weeks ago.
  const weeks = random.chance(0.45) ? HISTORY_WEEKS : random.integer(2, HISTORY_WEEKS - 1);
  return inventCustomer(random, plan, simulateCourse(random, weeks, plan.attention), calendar);
}
