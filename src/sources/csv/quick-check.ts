import { z } from "zod";

/** One step of a schema: what it makes of a value. It adds an issue to the context for what is wrong. */
type Step = (value: unknown, context: z.RefinementCtx) => unknown;

/** Thrown where a value is wrong; the schema says why. One for all, since a trace for each would cost more than the row. */
const FAULT = new Error("A field is wrong.");
const CONTEXT: z.RefinementCtx = {
  value: undefined,
  issues: [],
  addIssue() {
    throw FAULT;
  },
};

/**
 * Accepts what schemas of texts would, and makes the same of it, without what zod makes for each value on the way. Who has no
 * answer asks the schema, which says what is wrong.
 * @param schemas of each text by the fact it fills
 * @param check the rest, where each text is sound
 * @returns undefined where something is wrong
 */
export function quickCheck<Facts, Checked>(
  schemas: Readonly<Record<keyof Facts, z.ZodType>>,
  check: (facts: Facts, context: z.RefinementCtx) => Checked,
): (texts: Readonly<Record<string, unknown>>) => Checked | undefined {
  const steps = Object.entries<z.ZodType>(schemas).map(([fact, schema]) => ({ fact, step: stepOf(schema) }));
  return (texts) => {
    const facts: Record<string, unknown> = {};
    try {
      for (const { fact, step } of steps) facts[fact] = step(texts[fact], CONTEXT);
      return check(facts as Facts, CONTEXT);
    } catch (error) {
      if (error === FAULT) return undefined;
      throw error;
    }
  };
}

function stepOf(schema: z.core.$ZodType): Step {
  if (schema instanceof z.ZodTransform) return schema.def.transform;
  if (schema instanceof z.ZodPipe && !(schema instanceof z.ZodCodec)) {
    const [first, then] = [stepOf(schema.def.in), stepOf(schema.def.out)];
    return (value, context) => then(first(value, context), context);
  }
  if (isAnyText(schema)) return (value, context) => (typeof value === "string" ? value : wrong(context));
  return (value, context) => {
    const read = z.safeParse(schema, value);
    return read.success ? read.data : wrong(context);
  };
}

const isAnyText = (schema: z.core.$ZodType) =>
  schema instanceof z.ZodString && !schema.def.coerce && (schema.def.checks ?? []).length === 0;

const wrong = (context: z.RefinementCtx) => context.addIssue("wrong");
