import type { PageLanguage } from "../feedback/page-language.ts";
import type { DraftKey } from "./draft-keys.ts";
import type { DraftTexts } from "./fill-draft.ts";

/** A team's own texts of one draft in one language, in the place of ours. */
export type DraftTemplate = DraftTexts & { readonly playbook: DraftKey; readonly language: PageLanguage };

/** As it is kept. */
export type OwnDraft = DraftTemplate & {
  /** Slack user id; null: from the command line. */
  readonly setBy: string | null;
  /** Null where they are no longer known. */
  readonly setByName: string | null;
  readonly setAt: Date;
};
