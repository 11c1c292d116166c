import type { OwnDraft } from "../../domain/outreach/drafts/draft-template.ts";
import type { DraftTemplateStore } from "../../store/outreach/draft-templates.ts";

export type ListDraftsDeps = { readonly draftTemplates: Pick<DraftTemplateStore, "all"> };

/** The drafts that a team has texts of its own for; for all others ours serve. */
export function listDrafts(deps: ListDraftsDeps, _input: object): Promise<OwnDraft[]> {
  return deps.draftTemplates.all();
}
