import type { Clock } from "../../domain/clock.ts";
import { type FindDueDigestsDeps, findDueDigests } from "./due-digests.ts";

export type ListDigestTurnZonesDeps = FindDueDigestsDeps & { readonly clock: Clock };

/** The time zones in which the turn of a channel with a digest time of its own has come. */
export async function listDigestTurnZones(deps: ListDigestTurnZonesDeps): Promise<readonly string[]> {
  const due = await findDueDigests(deps, deps.clock());
  return [...new Set(due.map(({ setting }) => setting.timeZone))];
}
