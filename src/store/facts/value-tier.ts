import type { AllFacts } from "../../domain/outreach/facts.ts";
import { textOf, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

type Tier = NonNullable<AllFacts["valueTier"]>["tier"];

/** As the ranking of everybody left it (`flows/value/rank-by-value.ts`). */
export const valueTier = factReader({
  key: "valueTier",
  sql: "SELECT tier, as_of FROM value_tiers WHERE customer_id = c.id",
  row: { tier: textOf<Tier>(), as_of: timestamptz },
  otherwise: null,
  from: ({ tier, as_of }) => ({ tier, asOf: new Date(as_of) }),
});
