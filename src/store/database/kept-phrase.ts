import { z } from "zod";
import type { Parameter, Phrase } from "../../domain/phrase.ts";

const PARAMETER: z.ZodType<Parameter> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.looseObject({ minor: z.number(), currency: z.string() }),
    z.object({ day: z.string() }),
    KEPT_PHRASE,
  ]),
);

/** A phrase as it is kept in JSON. */
export const KEPT_PHRASE: z.ZodType<Phrase> = z.object({
  code: z.string(),
  parameters: z.record(z.string(), PARAMETER),
});
