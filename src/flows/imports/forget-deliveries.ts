import { type Clock, daysAfter } from "../../domain/clock.ts";
import type { HookDeliveriesStore } from "../../store/imports/hook-deliveries.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import { DELIVERIES } from "./work-deliveries.ts";

export type ForgetDeliveriesDeps = {
  readonly sources: Pick<SourcesStore, "list" | "forgetFailure">;
  readonly hookDeliveries: Pick<HookDeliveriesStore, "counts" | "forget">;
  readonly clock: Clock;
};

/** Contents may be somebody's words: they are kept as long as it takes to ask why a figure changed. Chosen. */
const CONTENTS_KEPT_DAYS = 7;
/** Longer than any system goes on delivering the same again; given up ones can be tried until then. Chosen. */
const KEPT_DAYS = 30;

/** Forgets what was delivered long ago, and that it was given up. @returns how many contents, and how many altogether */
export async function forgetDeliveries({ sources, hookDeliveries, clock }: ForgetDeliveriesDeps) {
  const now = clock();
  const contents = daysAfter(now, -CONTENTS_KEPT_DAYS);
  const forgotten = await hookDeliveries.forget(contents, daysAfter(now, -KEPT_DAYS));
  for (const { name } of await sources.list()) {
    const { givenUp } = await hookDeliveries.counts(name);
    if (givenUp === 0) await sources.forgetFailure(name, DELIVERIES);
  }
  return forgotten;
}
