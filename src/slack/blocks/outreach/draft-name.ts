import type { DraftKey } from "../../../domain/outreach/drafts/draft-keys.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";

/** Drafts whose playbook has no name of the same key. */
const NAMED_HERE: ReadonlySet<DraftKey> = new Set(["call-about-renewal-30", "call-about-renewal-14"]);

/** What a draft is called: as its playbook is. */
export const draftName = (key: DraftKey): Phrase =>
  phrase(NAMED_HERE.has(key) ? `draft.of.${key}` : `playbook.${key}`);
