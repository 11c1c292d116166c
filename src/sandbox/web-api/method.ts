import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Tier } from "../rate-limits.ts";

export type Reply = Readonly<Record<string, unknown>>;

/** A Web API method. `run` gives the answer without `ok`, or throws SlackApiError. */
export type ApiMethod = {
  /** The call needs one of them; an empty list needs none. */
  readonly scopes: readonly string[];
  readonly token: "bot" | "app";
  readonly tier: Tier | null;
  readonly run: (context: SandboxContext, given: Readonly<Record<string, unknown>>) => Reply;
};

/** A method whose arguments are parsed first; what is missing or wrong is `invalid_arguments`. */
export function method<Schema extends z.ZodObject>(definition: {
  readonly scopes: readonly string[];
  readonly tier: Tier | null;
  readonly token?: "bot" | "app";
  readonly args: Schema;
  readonly run: (context: SandboxContext, args: z.output<Schema>) => Reply;
}): ApiMethod {
  return {
    scopes: definition.scopes,
    token: definition.token ?? "bot",
    tier: definition.tier,
    run(context, given) {
      const parsed = definition.args.safeParse(given);
      if (parsed.success) return definition.run(context, parsed.data);
      const messages = parsed.error.issues.map((issue) => {
        const name = issue.path.join("/");
        return given[String(issue.path[0])] === undefined
          ? `[ERROR] missing required field: ${name}`
          : `[ERROR] ${issue.message} [json-pointer:/${name}]`;
      });
      throw new SlackApiError("invalid_arguments", { response_metadata: { messages } });
    },
  };
}

/** @throws SlackApiError missing_scope, as Slack says which */
export function requireScope(context: SandboxContext, anyOf: readonly string[]): void {
  if (anyOf.length === 0 || anyOf.some((scope) => context.scopes.includes(scope))) return;
  throw new SlackApiError("missing_scope", { needed: anyOf.join(","), provided: context.scopes.join(",") });
}

/** Arguments come as JSON or, in a form, as text: each field takes both. */
export const field = {
  text: z.union([z.string(), z.number().transform(String)]),
  flag: z.union([
    z.boolean(),
    z.union([z.literal("true"), z.literal("1"), z.literal(1)]).transform(() => true),
    z.union([z.literal("false"), z.literal("0"), z.literal(0), z.literal("")]).transform(() => false),
  ]),
  count: z.coerce.number().int().min(0),
  /** JSON text is parsed; text that is no JSON stays text, for the method to refuse. */
  json: z.unknown().transform((value) => (typeof value === "string" ? parseJson(value) : value)),
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * One page of a list.
 * @returns the items and the cursor of the next page, empty at the end
 * @throws SlackApiError invalid_cursor
 */
export function page<T>(
  items: readonly T[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly T[]; readonly nextCursor: string } {
  const start = cursor ? decodeCursor(cursor) : 0;
  const end = start + limit;
  return { items: items.slice(start, end), nextCursor: end < items.length ? encodeCursor(end) : "" };
}

const encodeCursor = (index: number) => Buffer.from(`from:${index}`).toString("base64");

function decodeCursor(cursor: string): number {
  const match = /^from:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8"));
  if (!match) throw new SlackApiError("invalid_cursor");
  return Number(match[1]);
}
