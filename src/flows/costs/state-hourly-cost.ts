import type { Day } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { Money } from "../../domain/money.ts";
import type { HourlyCostStore, StatedHourlyCost } from "../../store/costs/hourly-costs.ts";

export type StateHourlyCostDeps = {
  readonly hourlyCosts: Pick<HourlyCostStore, "member" | "state">;
  readonly clock: Clock;
};

export type StateHourlyCostRequest = {
  /** E-mail address or Slack user id. */
  readonly member: string;
  readonly fromDay: Day;
  readonly perHour: Money;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

export type StateHourlyCostResult =
  | { readonly kind: "unknown-member" }
  | { readonly kind: "answered"; readonly member: Pick<Member, "name">; readonly result: StatedHourlyCost };

/** States what an hour of a member costs, from a day on. */
export async function stateHourlyCost(
  { hourlyCosts, clock }: StateHourlyCostDeps,
  { member: named, fromDay, perHour, by }: StateHourlyCostRequest,
): Promise<StateHourlyCostResult> {
  const member = await hourlyCosts.member(named);
  if (member === null) return { kind: "unknown-member" };
  const cost = { memberId: member.slackUserId, fromDay, perHour };
  return { kind: "answered", member, result: await hourlyCosts.state(cost, { by, at: clock() }) };
}
