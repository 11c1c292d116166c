import { z } from "zod";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import type { SourceConnection, SourceDefinition, SourceFetch, SourceStream } from "./source-definition.ts";

/** A definition whose streams somebody writes down instead: of a database, whose tables nobody else knows. */
export type PullableSource = SourceDefinition & {
  /** @throws SourceError where they cannot be used */
  readonly streamsOf?: (settings: Readonly<Record<string, string>>) => Promise<readonly SourceStream[]>;
};

/** What systems are reached by. */
export type Systems = {
  readonly definitions: Readonly<Record<string, PullableSource>>;
  /** What the environment holds under a name; null: nothing. */
  readonly secret: (name: string) => string | null;
  readonly fetch: SourceFetch;
};

/** A system as somebody added it: its own name, which its rows carry, and the kind of system. */
export type NamedSource = {
  readonly name: string;
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
};

export type OpenSource = {
  readonly kind: "open";
  readonly definition: PullableSource;
  readonly streams: readonly SourceStream[];
  readonly connection: SourceConnection;
};

/** What has to be set before it can be asked anything. */
export type UnreadySource = { readonly kind: "unready"; readonly problems: readonly Phrase[] };

/** @throws SourceError where its streams cannot be read */
export async function openSource(
  { definitions, secret, fetch }: Systems,
  source: NamedSource,
  now: Date,
): Promise<OpenSource | UnreadySource> {
  const definition = definitions[source.kind];
  if (definition === undefined) return unready([phrase("source.unknown-kind", { kind: source.kind })]);
  const settings = definition.settings.safeParse(source.settings);
  const missing = definition.secrets.filter((name) => secret(variableOf(source, name)) === null);
  const problems = [
    ...(settings.success ? [] : [badSettings(settings.error)]),
    ...missing.map((name) => phrase("source.no-secret", { name: variableOf(source, name) })),
  ];
  if (!settings.success || problems.length > 0) return unready(problems);
  const streams = (await definition.streamsOf?.(settings.data)) ?? definition.streams;
  const secrets = definition.secrets.map((name) => [name, secret(variableOf(source, name)) ?? ""]);
  const connection = { settings: settings.data, secrets: Object.fromEntries(secrets), fetch, now };
  return { kind: "open", definition, streams, connection };
}

const unready = (problems: readonly Phrase[]): UnreadySource => ({ kind: "unready", problems });

export const badSettings = (error: z.ZodError): Phrase =>
  phrase("source.bad-settings", { problem: z.prettifyError(error) });

/**
 * The environment variable of a secret. Of two systems of one kind, the one with a name of its own has variables of its own:
 * WAREHOUSE_SQL_SOURCE_URL.
 */
export function variableOf({ name, kind }: NamedSource, secret: string): string {
  return name === kind ? secret : `${name.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_${secret}`;
}
