import { MS_PER_HOUR } from "../../domain/clock.ts";
import { faultsOfFields, type WriteBackFields } from "../../domain/imports/write-back.ts";
import { DEFAULT_NUDGE_POLICY } from "../../domain/outreach/nudges.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { SourceConnection, SourceWriteBack } from "../../sources/pull/source-definition.ts";
import { type NamedSource, openSource, type Systems } from "../../sources/pull/systems.ts";
import type { DueWriteBack, WriteBackStore } from "../../store/imports/write-backs.ts";
import type { ScoreBasisStore } from "../../store/risk/score-basis.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";

export type ReadyToWriteBackDeps = FindRestingSourcesDeps & {
  readonly systems: Systems;
  readonly scoreBasis: ScoreBasisStore;
  readonly writeBacks: Pick<WriteBackStore, "due">;
};

/** A system whose fields are there and fit. */
export type ReadyFields = {
  readonly kind: "ready";
  readonly writeBack: SourceWriteBack;
  readonly connection: SourceConnection;
};
export type UnreadyFields = { readonly kind: "unready"; readonly problem: Phrase };

/** @throws SourceError where the system cannot be asked */
export async function readyFields(
  systems: Systems,
  source: NamedSource,
  fields: WriteBackFields,
  now: Date,
): Promise<ReadyFields | UnreadyFields> {
  const opened = await openSource(systems, source, now);
  if (opened.kind === "unready")
    return unready(opened.problems[0] ?? phrase("source.unknown-kind", { kind: source.kind }));
  const { writeBack, title } = opened.definition;
  if (writeBack === undefined) return unready(phrase("source.write-back.not-possible", { system: title }));
  const faults = faultsOfFields(fields, await writeBack.fields(opened.connection), writeBack.kinds);
  for (const is of ["missing", "of-another-kind"] as const) {
    const names = faults.flatMap((fault) => (fault.is === is ? [fault.field] : [])).join(", ");
    if (names === "") continue;
    const about = { fields: names, system: title, into: writeBack.into };
    const code = FAULTS[is];
    return unready(phrase(code, { ...about, kinds: writeBack.kinds.text.join(", ") }));
  }
  return { kind: "ready", writeBack, connection: opened.connection };
}

const FAULTS = {
  missing: phrase("source.write-back.no-field").code,
  "of-another-kind": phrase("source.write-back.wrong-field").code,
} as const;

const unready = (problem: Phrase): UnreadyFields => ({ kind: "unready", problem });

/** Whose band has changed since it was written, or why nobody's can be written as it is. */
export async function findDue(
  deps: ReadyToWriteBackDeps,
  source: string,
  now: Date,
): Promise<{ readonly due: readonly DueWriteBack[]; readonly because: Phrase | null }> {
  const nobody = (because: Phrase) => ({ due: [], because });
  const basis = await deps.scoreBasis.newest(now);
  if (basis === null) return nobody(phrase("source.write-back.not-scored"));
  if (basis.serves === "constant") return nobody(phrase("source.write-back.no-signal"));
  const { resting } = await findRestingSources(deps, now);
  if (resting.some((one) => one.source === source)) return nobody(phrase("source.write-back.stale"));
  const freshAfter = new Date(now.getTime() - DEFAULT_NUDGE_POLICY.maxScoreAgeHours * MS_PER_HOUR);
  if (new Date(basis.scoredAt) <= freshAfter) return nobody(phrase("source.write-back.old-scores"));
  return { due: await deps.writeBacks.due(source, now, freshAfter), because: null };
}
