import { contactsOf } from "../contacts.ts";
import { contractOf, usageHabits } from "../contract.ts";
import { calmCourse } from "../course.ts";
import { type Invented, profileOf } from "../customer-file.ts";
import { orderHabits } from "../orders.ts";
import { planCustomer } from "../plan.ts";
import { type RandomStream, randomStream } from "../random.ts";
import { demoId } from "../story-cast.ts";
import { LIFE_WEEKS, type Timeline } from "./timeline.ts";

/** As in the seeded history, in which 55 of 100 customers came within 102 weeks. */
const NEW_PER_WEEK_AND_CUSTOMER = 0.55 / 102;
/** Beyond every customer's own streams of the seeded history. */
const FIRST_PART = 5_000_000;

export type Newcomer = { readonly invented: Invented; readonly firstWeek: number; readonly index: number };

/**
 * Customers who came after the demo was loaded, week by week.
 * @param customers those that the demo began with
 * @param taken names and domains that others have; is added to
 */
export function newcomers(
  seed: number,
  customers: number,
  taken: Set<string>,
  timeline: Timeline,
): Newcomer[] {
  const arrivals = randomStream(seed, FIRST_PART);
  const came: Newcomer[] = [];
  for (let week = 0; week < timeline.toldWeeks; week += 1) {
    const count = Math.floor(customers * NEW_PER_WEEK_AND_CUSTOMER + arrivals.between(0, 1));
    for (let number = 0; number < count; number += 1) {
      const index = customers + came.length;
      const random = randomStream(seed, FIRST_PART + 1 + index);
      came.push({
        invented: newcomer(random, demoId(index + 1), taken, week, timeline),
        firstWeek: week,
        index,
      });
    }
  }
  return came;
}

function newcomer(
  random: RandomStream,
  externalId: string,
  taken: Set<string>,
  week: number,
  { calendar }: Timeline,
): Invented {
  const plan = planCustomer(random, externalId, taken);
  const course = calmCourse(LIFE_WEEKS - week);
  const isContract = plan.relation === "contract";
  const contract = isContract ? contractOf(random, plan, course, Number.POSITIVE_INFINITY, calendar) : null;
  const noTerms = { monthlyRevenueMinor: null, startedOn: null, renewsOn: null, endedOn: null };
  const file = {
    profile: profileOf(random, plan, contract ?? noTerms),
    contacts: contactsOf(random, plan),
    ...{ activities: [], tickets: [], feedback: [], touches: [] },
  };
  const usage = isContract ? usageHabits(random, plan.segment) : null;
  const orders = isContract ? null : { habits: orderHabits(random, plan.segment), nextDaysAgo: 0 };
  return { file, standing: { plan, course, contract, usage, orders, closesOn: null } };
}
