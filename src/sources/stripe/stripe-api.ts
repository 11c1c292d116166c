import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import type { SourceConnection } from "../pull/source-definition.ts";

/**
 * The version whose shapes are relied on. Later ones take the invoice away from a charge; an account's own version may be
 * any, so it is stated with each request.
 */
const VERSION = "2024-06-20";
/** The most that Stripe gives at once. */
const PAGE = "100";

export type StripeList<Thing> = { readonly data: readonly Thing[]; readonly has_more: boolean };

/** A page of one of Stripe's lists, which all begin with what was made last. @throws SourceError */
export async function askStripe<Thing>(
  { secrets, fetch }: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
  thing: z.ZodType<Thing>,
): Promise<StripeList<Thing>> {
  const url = new URL(`https://api.stripe.com/v1/${path}`);
  for (const [name, value] of Object.entries({ limit: PAGE, ...query })) url.searchParams.set(name, value);
  const headers = { authorization: `Bearer ${secrets.STRIPE_API_KEY}`, "stripe-version": VERSION };
  const list = z.looseObject({ data: z.array(thing), has_more: z.boolean() });
  return expectShape(list, await fetch(url, { headers }), `Stripe ${path}`);
}

/** Of our clock, in Stripe's seconds since 1970. */
export const secondsOf = (moment: Date): number => Math.floor(moment.getTime() / 1_000);

/** What was made just before is asked for again, since Stripe's clock and ours may be some minutes apart. */
export const SECONDS_AGAIN = 15 * 60;

/** Stripe's seconds since 1970. */
export const momentOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();
export const dayOf = (seconds: number): string => momentOf(seconds).slice(0, "2026-03-31".length);
