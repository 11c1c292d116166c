import type { OwnDraft } from "../../domain/outreach/drafts/draft-template.ts";
import type { DraftTemplateStore } from "../../store/outreach/draft-templates.ts";

export type FindOwnDraftDeps = { readonly draftTemplates: Pick<DraftTemplateStore, "find"> };

/** A team's own text of a draft in a language; null: ours serves. */
export function findOwnDraft(
  deps: FindOwnDraftDeps,
  { playbook, language }: Pick<OwnDraft, "playbook" | "language">,
): Promise<OwnDraft | null> {
  return deps.draftTemplates.find(playbook, language);
}
