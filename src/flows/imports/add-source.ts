import type { Clock } from "../../domain/clock.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { badSettings, type NamedSource, type Systems, variableOf } from "../../sources/pull/systems.ts";
import type { SourcesStore } from "../../store/imports/sources.ts";

export type AddSourceDeps = {
  readonly sources: Pick<SourcesStore, "add">;
  readonly systems: Systems;
  readonly clock: Clock;
};

export type AddedSource =
  | {
      readonly kind: "added";
      readonly title: string;
      /** Environment variables that it reads, and which of them are not set yet. */
      readonly secrets: ReadonlyArray<{ readonly name: string; readonly isSet: boolean }>;
      /** Whether it can say by itself that something is new. */
      readonly delivers: boolean;
    }
  | { readonly kind: "unknown-kind"; readonly kinds: readonly string[] }
  | { readonly kind: "bad-settings"; readonly problem: Phrase }
  | { readonly kind: "there-already" };

/** Notes a system to pull from; asks it nothing yet. */
export async function addSource(
  { sources, systems, clock }: AddSourceDeps,
  source: NamedSource,
): Promise<AddedSource> {
  const definition = systems.definitions[source.kind];
  if (definition === undefined) return { kind: "unknown-kind", kinds: Object.keys(systems.definitions) };
  const settings = definition.settings.safeParse(source.settings);
  if (!settings.success) return { kind: "bad-settings", problem: badSettings(settings.error) };
  if (!(await sources.add({ ...source, settings: settings.data }, clock()))) return { kind: "there-already" };
  const { hook } = definition;
  const names = [...definition.secrets, ...(hook ? [hook.secret] : [])].map((secret) =>
    variableOf(source, secret),
  );
  const secrets = names.map((name) => ({ name, isSet: systems.secret(name) !== null }));
  return { kind: "added", title: definition.title, secrets, delivers: hook !== undefined };
}
