import type { Clock } from "../../domain/clock.ts";
import { type DraftProblem, draftProblems } from "../../domain/outreach/drafts/check-draft.ts";
import type { DraftTemplate } from "../../domain/outreach/drafts/draft-template.ts";
import type { DraftTemplateStore } from "../../store/outreach/draft-templates.ts";

export type ReplaceDraftsDeps = {
  readonly draftTemplates: Pick<DraftTemplateStore, "replace">;
  readonly clock: Clock;
};

export type DraftsToSet = {
  readonly set: readonly DraftTemplate[];
  /** What goes back to ours. */
  readonly back: ReadonlyArray<Pick<DraftTemplate, "playbook" | "language">>;
};

export type DraftsReplaced =
  | { readonly kind: "kept" }
  | {
      readonly kind: "wrong";
      readonly drafts: ReadonlyArray<{
        readonly template: DraftTemplate;
        readonly problems: readonly DraftProblem[];
      }>;
    };

/** Keeps the texts of a file, all or none. */
export async function replaceDrafts(
  { draftTemplates, clock }: ReplaceDraftsDeps,
  { set, back }: DraftsToSet,
): Promise<DraftsReplaced> {
  const drafts = set
    .map((template) => ({ template, problems: draftProblems(template.playbook, template) }))
    .filter(({ problems }) => problems.length > 0);
  if (drafts.length > 0) return { kind: "wrong", drafts };
  await draftTemplates.replace(set, back, { by: null, at: clock() });
  return { kind: "kept" };
}
