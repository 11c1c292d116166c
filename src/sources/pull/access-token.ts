import { z } from "zod";
import { expectShape } from "./expect-shape.ts";
import { type SourceConnection, SourceError } from "./source-definition.ts";
import { plainCode } from "./source-fetch.ts";

/**
 * Asks with an access token that lives for an hour or two: one for each pull, in memory alone. Where it has expired, another
 * one is got, once, and the same is asked again.
 */
export function withAccessToken<Token>(give: (from: SourceConnection) => Promise<Token>) {
  /** By the secrets of a pull, which are one object from its first page to its last. */
  const kept = new WeakMap<object, Promise<Token>>();
  const tokenFor = (from: SourceConnection): Promise<Token> => {
    const token = kept.get(from.secrets) ?? give(from);
    kept.set(from.secrets, token);
    token.catch(() => kept.delete(from.secrets));
    return token;
  };
  return async <Answer>(from: SourceConnection, ask: (token: Token) => Promise<Answer>): Promise<Answer> => {
    const token = await tokenFor(from);
    try {
      return await ask(token);
    } catch (error) {
      if (!(error instanceof SourceError) || error.reason !== "unauthorised") throw error;
      kept.delete(from.secrets);
      return ask(await tokenFor(from));
    }
  };
}

const GIVEN = z.looseObject({ access_token: z.string().min(1) });
const REFUSED = z.looseObject({ error: z.string() });
/** What OAuth 2 has for a client or a grant that is not taken. */
const REFUSALS: ReadonlySet<number | null> = new Set([400, 401, 403]);

/**
 * An access token as OAuth 2 has it.
 * @throws SourceError "unauthorised" where the system gives none, with its own code and nothing of what was sent
 */
export async function oauthToken(
  { fetch }: SourceConnection,
  url: URL,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const place = `${url.host}${url.pathname}`;
  const request = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  } as const;
  const answer = await fetch(url, request).catch((error: unknown) => {
    if (!(error instanceof SourceError) || !REFUSALS.has(error.status)) throw error;
    throw new SourceError("unauthorised", error.message, { status: error.status ?? 0, code: error.code });
  });
  // Some refuse with 200.
  const refused = REFUSED.safeParse(answer);
  if (refused.success)
    throw new SourceError("unauthorised", `${place}: ${plainCode(refused.data.error) ?? "no token"}`);
  return expectShape(GIVEN, answer, place).access_token;
}
