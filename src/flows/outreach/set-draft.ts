import type { Clock } from "../../domain/clock.ts";
import { type DraftProblem, draftProblems } from "../../domain/outreach/drafts/check-draft.ts";
import type { DraftTemplate, OwnDraft } from "../../domain/outreach/drafts/draft-template.ts";
import type { DraftTexts } from "../../domain/outreach/drafts/fill-draft.ts";
import type { DraftTemplateStore } from "../../store/outreach/draft-templates.ts";

export type SetDraftDeps = {
  readonly draftTemplates: Pick<DraftTemplateStore, "find" | "set" | "remove">;
  readonly clock: Clock;
};

export type DraftToSet = Pick<DraftTemplate, "playbook" | "language"> & {
  /** Null: back to ours. */
  readonly texts: DraftTexts | null;
  /** Slack user id. */
  readonly by: string;
  /** When the text that was changed had been set; null: it was ours. */
  readonly seen: Date | null;
};

export type DraftSet =
  | { readonly kind: "set" }
  | { readonly kind: "wrong"; readonly problems: readonly DraftProblem[] }
  /** Somebody else has changed it since; null: back to ours. */
  | { readonly kind: "changed"; readonly own: OwnDraft | null };

/** Keeps a team's own text of a draft, or gives its place back to ours. */
export async function setDraft(
  { draftTemplates, clock }: SetDraftDeps,
  { playbook, language, texts, by, seen }: DraftToSet,
): Promise<DraftSet> {
  const problems = texts === null ? [] : draftProblems(playbook, texts);
  if (problems.length > 0) return { kind: "wrong", problems };
  const change = { by, at: clock(), seen };
  const where = { playbook, language };
  const isKept =
    texts === null
      ? await draftTemplates.remove(where, change)
      : await draftTemplates.set({ ...where, ...texts }, change);
  if (isKept) return { kind: "set" };
  const own = await draftTemplates.find(playbook, language);
  // Ours serves already.
  return texts === null && own === null ? { kind: "set" } : { kind: "changed", own };
}
