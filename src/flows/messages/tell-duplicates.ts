import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { BY_ITSELF, PAIRS_NAMED } from "../../domain/customers/joins/listed-pair.ts";
import type { CustomerPairStore } from "../../store/imports/customer-pairs.ts";
import { type SendAlertDeps, sendAlert } from "./send-alert.ts";

export type TellDuplicatesDeps = SendAlertDeps & {
  readonly customerPairs: Pick<CustomerPairStore, "untold" | "proposed" | "untoldJoins" | "told">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** Tells the operators' channels of new pairs, once a day at most and only where there are some. @returns messages kept */
export async function tellDuplicates(deps: TellDuplicatesDeps): Promise<number> {
  const { customerPairs, clock, timeZone } = deps;
  const untold = await customerPairs.untold();
  if (untold.proposed + untold.joined === 0) return 0;
  const now = clock();
  const [open, joined] = await Promise.all([
    customerPairs.proposed(PAIRS_NAMED),
    customerPairs.untoldJoins(BY_ITSELF, PAIRS_NAMED),
  ]);
  const { day } = localTime(now, timeZone);
  const message = {
    kind: "duplicates" as const,
    day,
    pairs: open.pairs,
    more: open.inAll - open.pairs.length,
    joined,
    moreJoined: untold.joined - joined.length,
  };
  const kept = await sendAlert(deps, {
    keyOf: (channelId) => `duplicates:${channelId}:${day}`,
    message,
    now,
  });
  // Where no channel asked for alerts nobody was told: the command lists them all the same.
  if (kept > 0) await customerPairs.told(now);
  return kept;
}
