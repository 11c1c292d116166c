import type { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import type { SourceConnection } from "../pull/source-definition.ts";

/** @throws SourceError */
export async function askZendesk<Shape>(
  { settings, secrets, fetch }: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
  shape: z.ZodType<Shape>,
): Promise<Shape> {
  const url = new URL(`https://${settings.subdomain}.zendesk.com/api/v2/${path}.json`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const login = `${settings.email}/token:${secrets.ZENDESK_TOKEN}`;
  const headers = { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
  return expectShape(shape, await fetch(url, { headers }), `Zendesk ${path}`);
}
