import type { Clock } from "../../domain/clock.ts";
import { type Systems, variableOf } from "../../sources/pull/systems.ts";
import type { HookDeliveriesStore } from "../../store/imports/hook-deliveries.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";

export type TakeDeliveryDeps = {
  readonly sources: Pick<SourcesStore, "find">;
  readonly hookDeliveries: Pick<HookDeliveriesStore, "add" | "refuse">;
  readonly systems: Pick<Systems, "definitions" | "secret">;
  readonly clock: Clock;
};

export type Delivered = {
  readonly source: string;
  /** The address that it came to; null where the bot does not know its own. */
  readonly url: string | null;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** As sources are named; anything else in an address is no source's. */
const NAME = /^[a-z0-9_-]{1,60}$/;

/** Under this name those are counted that came for a source that is not there. */
const NOBODY = "";

/** Keeps what a system delivers by itself, to be worked off later; what is not signed as it should be is counted alone. */
export async function takeDelivery(
  { sources, hookDeliveries, systems, clock }: TakeDeliveryDeps,
  { source: name, url, headers, body }: Delivered,
): Promise<"taken" | "refused" | "unknown"> {
  const now = clock();
  const source = NAME.test(name) ? await sources.find(name) : null;
  const hook = source && systems.definitions[source.kind]?.hook;
  if (!source || !hook) {
    await hookDeliveries.refuse(NOBODY, "unknown-source", now);
    return "unknown";
  }
  const refuse = async (because: string) => {
    await hookDeliveries.refuse(source.name, because, now);
    return "refused" as const;
  };
  const secret = systems.secret(variableOf(source, hook.secret));
  if (secret === null) return refuse("no-secret");
  const checked = hook.check({ headers, body, url, secret, settings: source.settings, now });
  if (checked.kind === "refused") return refuse(checked.because);
  const kept = hook.headers.flatMap((header) => {
    const value = headers[header];
    return value === undefined ? [] : [[header, value] as const];
  });
  await hookDeliveries.add({
    ...{ source: source.name, deliveryId: checked.id, headers: Object.fromEntries(kept), body },
    receivedAt: now,
    dueAt: new Date(now.getTime() + (hook.tells === "changes" ? hook.visibleAfterMs : 0)),
  });
  return "taken";
}
