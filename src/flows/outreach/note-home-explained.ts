import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import type { HomeVisitStore } from "../../store/outreach/home-visits.ts";

export type NoteHomeExplainedDeps = {
  readonly homeVisits: Pick<HomeVisitStore, "explained">;
  readonly clock: Clock;
};

/** A member knows what Home is for: it explains itself to them no more. */
export async function noteHomeExplained(
  { homeVisits, clock }: NoteHomeExplainedDeps,
  { member }: { readonly member: Pick<Member, "slackUserId"> },
): Promise<void> {
  await homeVisits.explained(member.slackUserId, clock());
}
