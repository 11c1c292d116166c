import type { MessageTs } from "../../page-protocol.ts";

/** What the page shows; kept in the address so that a reload and the back button keep it too. */
export type Route =
  | { readonly kind: "conversation"; readonly conversationId: string; readonly threadTs: MessageTs | null }
  | { readonly kind: "home" };

/** Null where the address names nothing: show what is first. */
export function parseRoute(hash: string): Route | null {
  if (hash === "#/home") return { kind: "home" };
  const [, conversationId, threadTs] = /^#\/([A-Z0-9]+)(?:\/([0-9.]+))?$/.exec(hash) ?? [];
  if (conversationId === undefined) return null;
  return { kind: "conversation", conversationId, threadTs: threadTs ?? null };
}

export function writeRoute(route: Route): string {
  if (route.kind === "home") return "#/home";
  return `#/${route.conversationId}${route.threadTs === null ? "" : `/${route.threadTs}`}`;
}
