import type { Clock } from "../../domain/clock.ts";
import type { UndeliveredStore } from "../../store/outreach/undelivered.ts";
import { findImpossible } from "../outreach/find-undelivered.ts";
import { warnUndelivered } from "./alert-undelivered.ts";
import type { SendAlertDeps } from "./send-alert.ts";

export type AlertImpossibleDeps = SendAlertDeps & {
  readonly undelivered: Pick<UndeliveredStore, "zones">;
  readonly clock: Clock;
};

/** Warns the operators' channels of those to whom nothing can ever arrive, which no failed message tells. @returns messages kept */
export async function alertImpossible(deps: AlertImpossibleDeps): Promise<number> {
  const now = deps.clock();
  let kept = 0;
  for (const one of await findImpossible(deps)) kept += await warnUndelivered(deps, one, now);
  return kept;
}
