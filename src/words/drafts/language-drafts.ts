import type { Feast } from "../../domain/feasts.ts";
import type { DraftKey } from "../../domain/outreach/drafts/draft-keys.ts";

/** Every draft in one language, with what they share. `domain/outreach/drafts/fill-draft.ts` says how they are filled in. */
export type LanguageDrafts = {
  /** Reads well without a name, too. */
  readonly greeting: string;
  readonly closing: string;
  /** ICU messages of `{count}`: "3 days". */
  readonly days: string;
  readonly years: string;
  /** As {holiday} names them. */
  readonly feasts: Readonly<Record<Feast, string>>;
  readonly drafts: Readonly<
    Record<
      DraftKey,
      {
        readonly subject: string;
        /** Between greeting and closing. */
        readonly text: string;
        /** Below the greeting. */
        readonly chat: string;
      }
    >
  >;
};
