import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { type ListedOverrides, tallyOf, teamTally } from "../../domain/outreach/overrides/override.ts";
import type { OverrideStore } from "../../store/outreach/overrides.ts";

export type ListOverridesDeps = {
  readonly overrides: Pick<OverrideStore, "openOf" | "scored">;
  readonly clock: Clock;
};

/** As many as are read at a glance. Chosen by the product. */
const MOST_OVERRIDES_LISTED = 15;

/** A member's own calls and how they turned out; for those who steer also the team's sum, and nobody else's own. */
export async function listOverrides(
  deps: ListOverridesDeps,
  { reader }: { readonly reader: Member },
): Promise<ListedOverrides> {
  const now = deps.clock();
  const by = reader.slackUserId;
  const found = await deps.overrides.openOf(by, now, MOST_OVERRIDES_LISTED + 1);
  const own = tallyOf(await deps.overrides.scored(by));
  const team = reader.role === "rep" ? null : (teamTally(await deps.overrides.scored(null)) ?? "too-few");
  return {
    open: found.slice(0, MOST_OVERRIDES_LISTED),
    hasMore: found.length > MOST_OVERRIDES_LISTED,
    ...{ own, team, now },
  };
}
