import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import {
  type SourceConnection,
  SourceError,
  type SourceWriteBack,
  type WrittenBack,
} from "../pull/source-definition.ts";
import { askZendesk, zendeskUrl } from "./zendesk-api.ts";

const FIELDS = z.looseObject({
  organization_fields: z.array(z.looseObject({ key: z.string(), type: z.string(), active: z.boolean() })),
  next_page: z.string().nullish(),
});
const NUMBERS = ["integer", "decimal"];
const TEXTS = ["text", "textarea"];

/** Fields of organizations, by their keys. Customers without an organization are people, who have none of these fields. */
export const zendeskWriteBack: SourceWriteBack = {
  into: "organization fields",
  scopes: ["organizations:write"],
  /** One request each: a batch is a job there, which would have to be asked about afterwards. */
  atOnce: 20,
  kinds: { number: [...NUMBERS, ...TEXTS], text: TEXTS },
  async fields(to) {
    const found = new Map<string, string>();
    for (let page = 1, more = true; more; page += 1) {
      const answer = await askZendesk(to, "organization_fields", { page: String(page) }, FIELDS);
      for (const { key, type, active } of answer.organization_fields) if (active) found.set(key, type);
      more = (answer.next_page ?? null) !== null;
    }
    return found;
  },
  async write(to, customers) {
    const there = new Set<string>();
    for (const customer of customers) if (await writeOne(to, customer)) there.add(customer.externalId);
    return there;
  },
};

const WRITTEN = z.looseObject({ organization: z.looseObject({}) });

async function writeOne(to: SourceConnection, { externalId, values }: WrittenBack): Promise<boolean> {
  const { url, headers } = zendeskUrl(to, `organizations/${encodeURIComponent(externalId)}`);
  const body = JSON.stringify({ organization: { organization_fields: values } });
  const request = {
    method: "PUT",
    headers: { ...headers, "content-type": "application/json" },
    body,
  } as const;
  try {
    expectShape(WRITTEN, await to.fetch(url, request), "Zendesk organization");
    return true;
  } catch (error) {
    if (error instanceof SourceError && error.reason === "not-found") return false;
    throw error;
  }
}
