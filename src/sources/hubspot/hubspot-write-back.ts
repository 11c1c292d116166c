import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import { SourceError, type SourceWriteBack } from "../pull/source-definition.ts";
import { ask } from "./hubspot-api.ts";

const PROPERTIES = z.looseObject({ results: z.array(z.looseObject({ name: z.string(), type: z.string() })) });
const WRITTEN = z.looseObject({
  results: z.array(z.looseObject({ id: z.union([z.number(), z.string()]).transform(String) })),
  errors: z.array(z.looseObject({ category: z.string() })).optional(),
});
/** Of ids of companies that were deleted. */
const NOT_THERE = "OBJECT_NOT_FOUND";

/** Properties of companies. Those of an id that is not there are told as errors beside the others, which are written. */
export const hubspotWriteBack: SourceWriteBack = {
  into: "company properties",
  scopes: ["crm.objects.companies.write"],
  /** The most that a batch takes. */
  atOnce: 100,
  kinds: { number: ["number", "string"], text: ["string"] },
  async fields(to) {
    const answer = await ask(to, "crm/v3/properties/companies", {});
    const { results } = expectShape(PROPERTIES, answer, "HubSpot company properties");
    return new Map(results.map(({ name, type }) => [name, type]));
  },
  async write(to, customers) {
    const inputs = customers.map(({ externalId, values }) => ({
      id: externalId,
      properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    }));
    const answer = await ask(to, "crm/v3/objects/companies/batch/update", {}, { inputs });
    const { results, errors = [] } = expectShape(WRITTEN, answer, "HubSpot companies");
    const other = errors.find(({ category }) => category !== NOT_THERE);
    if (other) throw new SourceError("changed-shape", `HubSpot companies: ${other.category}`);
    return new Set(results.map(({ id }) => id));
  },
};
