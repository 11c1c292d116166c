import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError } from "../pull/source-definition.ts";

/** Shopify keeps a version for a year and then answers with the oldest that it keeps. */
const VERSION = "2026-01";

const FAULTS = z.looseObject({
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }).optional() }))
    .min(1),
});
const REASONS: Readonly<Record<string, SourceError["reason"]>> = {
  THROTTLED: "limited",
  ACCESS_DENIED: "forbidden",
};

/** @param shape of the answer's `data` @throws SourceError */
export async function askShopify<Shape>(
  { settings, secrets, fetch }: SourceConnection,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  shape: z.ZodType<Shape>,
): Promise<Shape> {
  const url = new URL(`https://${settings.shop}.myshopify.com/admin/api/${VERSION}/graphql.json`);
  const headers = {
    "x-shopify-access-token": secrets.SHOPIFY_TOKEN ?? "",
    "content-type": "application/json",
  };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  // GraphQL refuses with 200 and a reason.
  const faults = FAULTS.safeParse(answer);
  const fault = faults.success ? faults.data.errors[0] : undefined;
  if (fault !== undefined)
    throw new SourceError(
      REASONS[fault.extensions?.code ?? ""] ?? "changed-shape",
      `Shopify: ${fault.message}`,
    );
  return expectShape(z.looseObject({ data: shape }), answer, "Shopify").data;
}
