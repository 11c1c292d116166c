/** Makes links that customers answer by, and knows its own again. */
export type FeedbackLinks = {
  /** A new link: its address, and by what the database knows it. The address is kept nowhere. */
  make(): { readonly url: string; readonly tokenHash: string };
  /** By what the database knows a token; null where it is none that we signed. */
  hashOf(token: string): string | null;
};

/** What operations set, so that customers can be asked. */
export type FeedbackSettings = {
  /** What we are called on the page; null: "us". */
  readonly companyName: string | null;
  /** Null where something is missing. */
  readonly links: FeedbackLinks | null;
  /** Which variables are missing, by name. */
  readonly missing: readonly string[];
};
