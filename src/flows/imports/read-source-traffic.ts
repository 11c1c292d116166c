import { type Systems, variableOf } from "../../sources/pull/systems.ts";
import type {
  DeliveryCounts,
  HookDeliveriesStore,
  RefusedDeliveries,
} from "../../store/imports/hook-deliveries.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import type { WriteBackCounts, WriteBackSetting, WriteBackStore } from "../../store/imports/write-backs.ts";

export type ReadSourceTrafficDeps = {
  readonly sources: Pick<SourcesStore, "find">;
  readonly hookDeliveries: Pick<HookDeliveriesStore, "counts" | "refused">;
  readonly writeBacks: Pick<WriteBackStore, "setting" | "counts">;
  readonly systems: Pick<Systems, "definitions" | "secret">;
};

/** What a system delivers by itself, and what is written into it. */
export type SourceTraffic = {
  /** Null: it delivers nothing. */
  readonly hook:
    | (DeliveryCounts & {
        readonly secret: { readonly name: string; readonly isSet: boolean };
        readonly refused: readonly RefusedDeliveries[];
      })
    | null;
  /** Null: never turned on. */
  readonly writeBack: (WriteBackSetting & WriteBackCounts) | null;
};

/** @returns null where there is no such source */
export async function readSourceTraffic(
  { sources, hookDeliveries, writeBacks, systems }: ReadSourceTrafficDeps,
  { name }: { readonly name: string },
): Promise<SourceTraffic | null> {
  const source = await sources.find(name);
  if (source === null) return null;
  const hook = systems.definitions[source.kind]?.hook;
  const setting = await writeBacks.setting(name);
  const variable = hook && variableOf(source, hook.secret);
  return {
    hook:
      variable === undefined
        ? null
        : {
            ...(await hookDeliveries.counts(name)),
            secret: { name: variable, isSet: systems.secret(variable) !== null },
            refused: await hookDeliveries.refused(name),
          },
    writeBack: setting === null ? null : { ...setting, ...(await writeBacks.counts(name)) },
  };
}
