import type { z } from "zod";
import { SourceError } from "./source-definition.ts";

/**
 * What a system answered, in the shape that its documentation states; what else it sends stays in it.
 * @param what the list that was asked for, for whoever reads the error: "Zendesk tickets"
 * @throws SourceError that names the first field that is missing or of another kind
 */
export function expectShape<Shape>(schema: z.ZodType<Shape>, answer: unknown, what: string): Shape {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = (issue?.path ?? []).filter((part) => typeof part !== "number").join(".");
  throw new SourceError("changed-shape", `${what}: ${field === "" ? "answer" : field}`, {
    cause: read.error,
  });
}

/**
 * Where a stream left off, as JSON.
 * @returns null where there is none, or one that an older version kept: the stream begins again, and ids keep rows single
 */
export function readCursor<Place>(schema: z.ZodType<Place>, cursor: string | null): Place | null {
  if (cursor === null) return null;
  try {
    const read = schema.safeParse(JSON.parse(cursor));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
