import type { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import type { SourceConnection } from "../pull/source-definition.ts";

/** @throws SourceError */
export async function askZendesk<Shape>(
  from: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
  shape: z.ZodType<Shape>,
): Promise<Shape> {
  const { url, headers } = zendeskUrl(from, path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return expectShape(shape, await from.fetch(url, { headers }), `Zendesk ${path}`);
}

/** Where something is, and who asks for it. */
export function zendeskUrl({ settings, secrets }: SourceConnection, path: string) {
  const login = `${settings.email}/token:${secrets.ZENDESK_TOKEN}`;
  return {
    url: new URL(`https://${settings.subdomain}.zendesk.com/api/v2/${path}.json`),
    headers: { authorization: `Basic ${Buffer.from(login).toString("base64")}` },
  };
}
