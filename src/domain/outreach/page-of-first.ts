import type { PageOf } from "./at-risk.ts";

/**
 * A page of a list of which only the first rows were read, up to the end of the page that is wanted; the last page where
 * the list has become shorter meanwhile.
 * @param wanted from 0 on
 */
export function pageOfFirst<Item>(
  { items, inAll }: { readonly items: readonly Item[]; readonly inAll: number },
  wanted: number,
  perPage: number,
): PageOf<Item> {
  const page = pageWithin(inAll, wanted, perPage);
  return { ...page, items: items.slice(page.page * perPage, (page.page + 1) * perPage) };
}

/** The page that is wanted, or the last one there is. @param wanted from 0 on */
export function pageWithin(inAll: number, wanted: number, perPage: number): Omit<PageOf<never>, "items"> {
  const pages = Math.max(1, Math.ceil(inAll / perPage));
  return { page: Math.min(Math.max(0, wanted), pages - 1), pages, inAll };
}
