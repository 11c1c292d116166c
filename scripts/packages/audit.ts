import { z } from "zod";

/** What `npm audit --json` said. */
export type Audited =
  | { readonly kind: "not-reachable"; readonly because: string }
  | { readonly kind: "clean"; readonly lesser: number }
  | { readonly kind: "vulnerable"; readonly packages: readonly string[] };

const answerSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const refusalSchema = z.object({ message: z.string() });
/** Chosen by the product (docs/security.md): a flaw below these waits for the next release. */
const SERIOUS: ReadonlySet<string> = new Set(["high", "critical"]);

/**
 * Reads an audit. A registry that answers no audits, or none at all, is no finding: nothing is known then, which is said.
 * @param output standard output of `npm audit --json`
 */
export function readAudit(output: string): Audited {
  const answered = parseJson(output);
  const read = answerSchema.safeParse(answered);
  if (!read.success) {
    const refused = refusalSchema.safeParse(answered);
    return { kind: "not-reachable", because: refused.success ? refused.data.message : "no answer" };
  }
  const found = Object.entries(read.data.vulnerabilities);
  const serious = found.filter(([, { severity }]) => SERIOUS.has(severity));
  if (serious.length === 0) return { kind: "clean", lesser: found.length };
  return { kind: "vulnerable", packages: serious.map(([name, { severity }]) => `${name} (${severity})`) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
