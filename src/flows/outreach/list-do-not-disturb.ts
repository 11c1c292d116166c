import { type PageOf, pageOf } from "../../domain/outreach/at-risk.ts";
import { QUIET_PER_PAGE, type QuietEntry } from "../../domain/outreach/do-not-disturb.ts";
import type { DoNotDisturbStore } from "../../store/outreach/do-not-disturb.ts";

export type ListDoNotDisturbDeps = { readonly doNotDisturb: Pick<DoNotDisturbStore, "list" | "count"> };

/** A page of whom contact does no good: suggestions first, then the newest. @param asked.page from 0; past the end the last one */
export async function listDoNotDisturb(
  { doNotDisturb }: ListDoNotDisturbDeps,
  asked: { readonly page: number },
): Promise<PageOf<QuietEntry>> {
  const inAll = await doNotDisturb.count();
  const { page, pages } = pageOf(Array.from({ length: inAll }), asked.page, QUIET_PER_PAGE);
  const items = await doNotDisturb.list(page * QUIET_PER_PAGE, QUIET_PER_PAGE);
  return { items, page, pages, inAll };
}
