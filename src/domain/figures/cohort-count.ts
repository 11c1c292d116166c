import type { Cohort } from "../customers/cohort.ts";
import type { CustomerTurn } from "./customer-days.ts";

/** Counts customers one at a time. */
export function cohortCount() {
  const sum = { atStart: 0, atEnd: 0, retained: 0, joined: 0, reactivated: 0, left: 0, served: 0 };
  return {
    add(turn: CustomerTurn): void {
      sum.atStart += Number(turn.atStart);
      sum.atEnd += Number(turn.atEnd);
      sum.retained += Number(turn.atStart && turn.atEnd);
      sum.joined += Number(turn.joined);
      sum.reactivated += turn.reactivated;
      sum.left += turn.left;
      sum.served += Number(turn.served);
    },
    cohort: (): Cohort => ({ ...sum }),
  };
}

/** Those of both. */
export function addCohorts(a: Cohort, b: Cohort): Cohort {
  return {
    atStart: a.atStart + b.atStart,
    atEnd: a.atEnd + b.atEnd,
    retained: a.retained + b.retained,
    joined: a.joined + b.joined,
    reactivated: a.reactivated + b.reactivated,
    left: a.left + b.left,
    served: a.served + b.served,
  };
}
