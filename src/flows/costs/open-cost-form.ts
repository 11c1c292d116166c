import { mayKeepLedger } from "../../domain/access.ts";
import { type Day, firstDayOfMonth, lastDayOfMonth, localTime, monthOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";

export type OpenCostFormDeps = {
  readonly costTargets: Pick<CostTargetStore, "segments" | "usualCurrency">;
  readonly clock: Clock;
};

/** What an empty form starts with. */
export type CostFormFacts = {
  /** Only direct costs of customers the member owns. */
  readonly onlyOwn: boolean;
  /** At most as many as a menu holds, the largest first. */
  readonly segments: readonly string[];
  /** The currency used last; null where none was ever used. */
  readonly currency: string | null;
  /** The running month where the member is. */
  readonly fromDay: Day;
  readonly toDay: Day;
};

/** As many options as Slack's menus take. */
const MOST_SEGMENTS = 100;

/** The facts of an empty form for a member. */
export async function openCostForm(
  { costTargets, clock }: OpenCostFormDeps,
  member: Member,
): Promise<CostFormFacts> {
  const onlyOwn = !mayKeepLedger(member);
  const [segments, currency] = await Promise.all([
    onlyOwn ? [] : costTargets.segments(MOST_SEGMENTS),
    costTargets.usualCurrency(),
  ]);
  const month = monthOf(localTime(clock(), member.timeZone).day);
  const [fromDay, toDay] = [firstDayOfMonth(month), lastDayOfMonth(month)];
  return { onlyOwn, segments: segments.map(({ name }) => name), currency, fromDay, toDay };
}
