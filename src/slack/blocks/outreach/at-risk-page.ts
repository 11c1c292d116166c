import type { AtRiskScope } from "../../../domain/outreach/at-risk.ts";

/** Which page of whose list a button asks for. What its reader may see there is decided anew. */
export type AtRiskPageButton = { readonly scope: AtRiskScope; readonly page: number };

/** The value of a button: `["mine", 2]`, `["segment", 0, "Retail"]`. */
export function encodeAtRiskPage({ scope, page }: AtRiskPageButton): string {
  return JSON.stringify(scope.kind === "segment" ? [scope.kind, page, scope.segment] : [scope.kind, page]);
}

/** @returns null for a value no button of ours carries */
export function decodeAtRiskPage(value: string | undefined): AtRiskPageButton | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [kind, page, segment]: unknown[] = parsed;
  if (typeof page !== "number" || !Number.isSafeInteger(page)) return null;
  if (kind === "mine" || kind === "team") return { scope: { kind }, page };
  if (kind === "segment" && typeof segment === "string") return { scope: { kind, segment }, page };
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
