import type { AtRiskScope } from "../../../domain/outreach/at-risk.ts";

/** Which page of whose list a button stands on or leads to. What its reader may see there is decided anew. */
export type AtRiskPageButton = {
  readonly scope: AtRiskScope;
  readonly page: number;
  /** The suggestion it answers; null: it only turns the page. */
  readonly suggestionKey: string | null;
};

/** The value of a button: `["mine", 2, null, null]`, `["segment", 0, "Retail", "card:7:thank:2026-12-03"]`. */
export function encodeAtRiskPage({ scope, page, suggestionKey }: AtRiskPageButton): string {
  const segment = scope.kind === "segment" ? scope.segment : null;
  return JSON.stringify([scope.kind, page, segment, suggestionKey]);
}

/** Nobody turns further. */
const LAST_PAGE = 100_000;

/** @returns null for a value no button of ours carries */
export function decodeAtRiskPage(value: string | undefined): AtRiskPageButton | null {
  const parsed = parseJson(value ?? "");
  if (!Array.isArray(parsed)) return null;
  const [kind, page, segment, key]: unknown[] = parsed;
  if (typeof page !== "number" || !Number.isInteger(page) || page < 0 || page > LAST_PAGE) return null;
  const suggestionKey = typeof key === "string" ? key : null;
  if (kind === "mine" || kind === "team") return { scope: { kind }, page, suggestionKey };
  if (kind === "segment" && typeof segment === "string")
    return { scope: { kind, segment }, page, suggestionKey };
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
