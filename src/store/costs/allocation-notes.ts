import type { CostNote } from "../../domain/costs/allocation-notes.ts";
import type { PoolOutcome } from "../../domain/costs/sharing/shared-pools.ts";
import type { CostOfKey } from "./cost-sums.ts";
import type { TouchLabourCosts } from "./touch-labour-costs.ts";

const MOST_NAMED = 10;

export type SharingNotes = ReturnType<typeof sharingNotes>;

/** Gathers, pool by pool, what a reader should know of how they were shared; holds names, not pools. */
export function sharingNotes() {
  const fellBack = new Map<PoolOutcome["pool"]["driver"], Set<string>>();
  const forNobody = new Set<string>();
  const unknown = new Set<string>();
  return {
    add({ pool, weighedBy, parties, unknown: names }: PoolOutcome): void {
      const { driver, appliesTo } = pool;
      if (weighedBy === "nobody") {
        forNobody.add(appliesTo);
        return;
      }
      for (const name of names) unknown.add(name);
      const byDriver = weighedBy === "driver";
      if (byDriver || parties < 2) return;
      fellBack.set(driver, (fellBack.get(driver) ?? new Set()).add(appliesTo));
    },

    notes(
      namingNobody: readonly string[],
      { directMinor, indirectMinor }: Omit<CostOfKey, "key">,
      { unpricedMinutes: minutes, unpricedTouches: touches }: TouchLabourCosts,
    ): CostNote[] {
      const notes: CostNote[] = [...fellBack].map(([driver, appliesTo]) => ({
        kind: "driver-total-zero",
        driver,
        appliesTo: [...appliesTo],
      }));
      if (namingNobody.length > 0 || forNobody.size > 0) {
        const minor = directMinor + indirectMinor;
        notes.push({ kind: "unallocated", minor, appliesTo: [...namingNobody, ...forNobody] });
      }
      if (unknown.size > 0)
        notes.push({
          kind: "unknown-targets",
          targets: [...unknown].slice(0, MOST_NAMED),
          count: unknown.size,
        });
      if (touches > 0) notes.push({ kind: "unpriced-minutes", minutes, touches });
      return notes;
    },
  };
}
