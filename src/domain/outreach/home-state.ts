/** The lists of Home that are shown a page at a time. */
export const HOME_LISTS = [
  "nudges",
  "due",
  "at-risk",
  "answers",
  "mentions",
  "ownerless",
  "undelivered",
  "accounts",
  "snoozes",
] as const;
export type HomeList = (typeof HOME_LISTS)[number];

/** Which of one's own accounts are listed. */
export const ACCOUNT_BANDS = ["all", "high", "moved", "no-figure"] as const;
export type AccountBand = (typeof ACCOUNT_BANDS)[number];

/** What a reader turned Home to; the page is drawn anew from it. */
export type HomeState = {
  readonly band: AccountBand;
  /** Of each list, from 0 on; left out: the first. */
  readonly pages: Readonly<Partial<Record<HomeList, number>>>;
};

/** Home as it opens. */
export const HOME_AT_FIRST: HomeState = { band: "all", pages: {} };

export const pageOn = ({ pages }: HomeState, list: HomeList): number => pages[list] ?? 0;

/** Another page of one list; the others stay where they are. */
export const turnedTo = (state: HomeState, list: HomeList, page: number): HomeState => ({
  ...state,
  pages: { ...state.pages, [list]: page },
});

/** Other accounts, from their first page on. */
export const narrowedTo = ({ pages }: HomeState, band: AccountBand): HomeState => ({
  band,
  pages: { ...pages, accounts: 0 },
});

export const isHomeList = (text: unknown): text is HomeList => HOME_LISTS.some((list) => list === text);
export const isAccountBand = (text: unknown): text is AccountBand =>
  ACCOUNT_BANDS.some((band) => band === text);
