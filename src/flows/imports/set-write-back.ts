import type { Clock } from "../../domain/clock.ts";
import type { WriteBackFields } from "../../domain/imports/write-back.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { SourceError } from "../../sources/pull/source-definition.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";
import type { WriteBackStore } from "../../store/imports/write-backs.ts";
import { findDue, type ReadyToWriteBackDeps, readyFields } from "./ready-to-write-back.ts";
import { WRITE_BACK } from "./send-write-backs.ts";
import { sourceFailure } from "./source-failure.ts";
import { type WriteBackText, type WriteBackTextsDeps, writeBackTexts } from "./write-back-texts.ts";

export type SetWriteBackDeps = ReadyToWriteBackDeps &
  WriteBackTextsDeps & {
    readonly sources: Pick<SourcesStore, "find" | "forgetFailure">;
    readonly writeBacks: Pick<WriteBackStore, "setting" | "set" | "due">;
    readonly clock: Clock;
  };

export type SetWriteBackInput = {
  readonly name: string;
  /** Null: those that were set before. */
  readonly fields: WriteBackFields | null;
  /** `try` writes nothing and changes no setting. */
  readonly turn: "on" | "off" | "try";
};

export type SetWriteBack =
  | { readonly kind: "unknown" }
  | { readonly kind: "no-fields" }
  | { readonly kind: "off" }
  | { readonly kind: "refused"; readonly problem: Phrase }
  | {
      readonly kind: "on" | "tried";
      /** How many would be written now. */
      readonly due: number;
      /** Why nobody's would be; null: there is no reason. */
      readonly because: Phrase | null;
      /** Of the first of them. */
      readonly first: readonly WriteBackText[];
    };

/** What a terminal shows; chosen. */
const SHOWN = 10;

/** Turns writing into a system on or off, or shows what would be written. It is turned on only where the fields are there. */
export async function setWriteBack(deps: SetWriteBackDeps, input: SetWriteBackInput): Promise<SetWriteBack> {
  const { name, turn } = input;
  const now = deps.clock();
  const source = await deps.sources.find(name);
  if (source === null) return { kind: "unknown" };
  const fields = input.fields ?? (await deps.writeBacks.setting(name))?.fields ?? null;
  if (turn === "off") {
    await deps.writeBacks.set({ source: name, fields: fields ?? {}, isOn: false }, now);
    await deps.sources.forgetFailure(name, WRITE_BACK);
    return { kind: "off" };
  }
  if (fields === null || Object.keys(fields).length === 0) return { kind: "no-fields" };
  const problem = await whyUnready(deps, source, fields, now);
  if (problem !== null) return { kind: "refused", problem };
  if (turn === "on") await deps.writeBacks.set({ source: name, fields, isOn: true }, now);
  const { due, because } = await findDue(deps, name, now);
  const first = await writeBackTexts(deps, fields, due.slice(0, SHOWN), now);
  return { kind: turn === "on" ? "on" : "tried", due: due.length, because, first };
}

async function whyUnready(
  { systems }: SetWriteBackDeps,
  source: Parameters<typeof readyFields>[1],
  fields: WriteBackFields,
  now: Date,
): Promise<Phrase | null> {
  try {
    const ready = await readyFields(systems, source, fields, now);
    return ready.kind === "unready" ? ready.problem : null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return phrase("source.write-back.not-asked", { problem: sourceFailure(error) });
  }
}
