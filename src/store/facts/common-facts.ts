import type { Feasts } from "../../domain/feasts.ts";
import type { AllFacts, FactKey, Facts } from "../../domain/outreach/facts.ts";
import { dayOf } from "../../domain/outreach/playbooks/days.ts";
import { lastPause, restingSource } from "../../domain/risk/scores/stale-source.ts";
import type { Queryable } from "../database/database.ts";
import { readPlaybookSettings } from "../outreach/playbook-settings.ts";
import { sourceHistories } from "../risk/source-days.ts";

/** What holds of many customers alike. */
type Common = {
  readonly ofSources: ReadonlyMap<string, OfSource> | null;
  readonly ofTeam: OfTeam | null;
};

/** Read once, however many customers there are. */
export async function readCommon(db: Queryable, keys: readonly FactKey[], now: Date): Promise<Common> {
  const [ofSources, ofTeam] = await Promise.all([
    keys.some(isOfSource) ? readOfSources(db, now) : null,
    keys.some(isOfTeam) ? readOfTeam(db) : null,
  ]);
  return { ofSources, ofTeam };
}

/** Adds to what was read of one customer, in place, what holds of many alike. */
export function completing<Key extends FactKey>(
  keys: readonly Key[],
  { ofSources, ofTeam }: Common,
  { now, feasts }: { readonly now: Date; readonly feasts: Feasts },
): (facts: Facts<Key>) => Facts<Key> {
  const asksFeast = keys.some((key) => key === "nextFeast");
  const today = dayOf(now);
  return (facts) => {
    const { source, country } = facts.customer;
    return Object.assign(
      facts,
      ofSources === null ? null : (ofSources.get(source) ?? SENDS),
      asksFeast ? { nextFeast: country === null ? null : feasts.after(country, today) } : null,
      ofTeam,
    );
  };
}

type OfSource = Pick<AllFacts, "resting" | "lastPause">;
export const isOfSource = (key: FactKey): key is keyof OfSource => key === "resting" || key === "lastPause";
const SENDS: OfSource = { resting: null, lastPause: null };

type OfTeam = Pick<AllFacts, "playbookSettings">;
export const isOfTeam = (key: FactKey): key is keyof OfTeam => key === "playbookSettings";

/** What the team set: the same object for all customers. */
async function readOfTeam(db: Queryable): Promise<OfTeam> {
  return { playbookSettings: await readPlaybookSettings(db) };
}

/** How each source stands, by name: the same for all its customers. */
async function readOfSources(db: Queryable, now: Date): Promise<ReadonlyMap<string, OfSource>> {
  const histories = await sourceHistories(db, now);
  return new Map(
    histories.map((history) => [
      history.source,
      { resting: restingSource(history, now), lastPause: lastPause(history, now) },
    ]),
  );
}
