import { z } from "zod";
import type { SourceDefinition } from "../pull/source-definition.ts";
import { DECIMAL, ISO, streamKinds } from "../pull/stream-kinds.ts";
import { webHost } from "../pull/web-host.ts";
import { ACTIVITY, activityRecord, tookPlace } from "./pipedrive-activities.ts";
import { listPage, PIPEDRIVE_ID, PIPEDRIVE_ITEM } from "./pipedrive-lists.ts";

const organizationKinds = streamKinds({
  rows: "customers",
  facts: { external_id: "id", name: "name", domain: "domain", country: "country" },
});

const personKinds = streamKinds({
  rows: "contacts",
  only: [{ column: "org_id", filled: true }],
  facts: {
    external_id: "id",
    customer: "org_id",
    name: { first_of: ["name", "email", "id"] },
    role: "job_title",
    email: "email",
    phone: "phone",
  },
});

const dealKinds = streamKinds({
  rows: "activities",
  called: "orders",
  only: [{ column: "value", above_zero: DECIMAL.number }],
  facts: {
    external_id: "id",
    customer: "org_id",
    kind: { value: "order" },
    at: { column: "at", ...ISO },
    amount: { column: "value", ...DECIMAL },
    currency: "currency",
    note: "title",
  },
});

const activityKinds = streamKinds({
  rows: "touches",
  called: "activities",
  only: [{ column: "org_id", filled: true }],
  facts: {
    external_id: "id",
    customer: "org_id",
    at: { column: "at", ...ISO },
    channel: "channel",
    outcome: { value: "other" },
    minutes: { column: "minutes", ...DECIMAL },
    note: "subject",
  },
});

const VALUES = z
  .array(z.looseObject({ value: z.string().nullish(), primary: z.boolean().nullish() }))
  .nullish();
const ORGANIZATION = z.looseObject({
  ...PIPEDRIVE_ITEM,
  name: z.string(),
  address: z.looseObject({ country: z.string().nullish() }).nullish(),
  website: z.string().nullish(),
});
const PERSON = z.looseObject({
  ...PIPEDRIVE_ITEM,
  org_id: PIPEDRIVE_ID.nullable(),
  emails: VALUES,
  phones: VALUES,
});
const DEAL = z.looseObject({
  ...PIPEDRIVE_ITEM,
  org_id: PIPEDRIVE_ID.nullable(),
  status: z.string(),
  value: z.number().nullable(),
  currency: z.string().nullable(),
  won_time: z.string().nullish(),
  close_time: z.string().nullish(),
});

const always = () => true;
const primaryOf = (values: z.output<typeof VALUES>): string | null =>
  ((values ?? []).find(({ primary }) => primary) ?? values?.[0])?.value ?? null;

/**
 * Pipedrive with the API token of somebody who sees everything. Deals that were won are orders, on the day they were won;
 * calls, e-mails and meetings that are done are touches.
 */
export const pipedriveSource: SourceDefinition = {
  name: "pipedrive",
  title: "Pipedrive",
  settings: z.strictObject({
    /** Of acme.pipedrive.com: "acme". */
    domain: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  }),
  secrets: ["PIPEDRIVE_TOKEN"],
  scopes: ["organizations", "persons", "deals", "activities"].map((each) => `see all ${each}`),
  streams: [
    {
      name: "organizations",
      kinds: organizationKinds,
      page: listPage({
        ...{ paths: ["organizations"], item: ORGANIZATION, counts: always },
        record: (organization) => ({
          ...organization,
          domain: webHost(organization.website),
          country: organization.address?.country ?? null,
        }),
      }),
    },
    {
      name: "persons",
      kinds: personKinds,
      page: listPage({
        ...{ paths: ["persons"], item: PERSON, counts: always },
        record: (person) => ({
          ...person,
          email: primaryOf(person.emails),
          phone: primaryOf(person.phones),
        }),
      }),
    },
    {
      name: "deals",
      kinds: dealKinds,
      page: listPage({
        ...{ paths: ["deals", "deals/archived"], item: DEAL },
        // Deleted ones are shown for 30 days to who asks for them.
        changed: { status: "open,won,lost,deleted" },
        counts: ({ status }) => status === "won",
        record: (deal) => ({ ...deal, at: deal.won_time ?? deal.close_time ?? null }),
      }),
    },
    {
      name: "activities",
      kinds: activityKinds,
      page: listPage({
        ...{ paths: ["activities"], item: ACTIVITY, counts: tookPlace },
        record: activityRecord,
      }),
    },
  ],
};
