import { ALL_PLAYBOOKS } from "../../domain/outreach/proof/hold-out.ts";
import type { UpliftReport } from "../../domain/outreach/proof/uplift-report.ts";
import { say } from "../../words/command-line.ts";

/** What a quarter's figures leave out, where fewer than half of a playbook's nudges were right, and what the quarter can show. */
export function openLines(report: UpliftReport): string[] {
  const together = report.playbooks.find(({ playbook }) => playbook === ALL_PLAYBOOKS);
  return [...leftOut(report, together), ...advice(report), ...foreseen(report)];
}

type Together = UpliftReport["playbooks"][number] | undefined;

function leftOut({ missingRate }: UpliftReport, together: Together): string[] {
  const customers = together?.margin.withoutMargin ?? 0;
  const contacts = together?.cost.unpriced ?? 0;
  const unrated = together?.cost.missingRate ?? null;
  return [
    ...(missingRate === null ? [] : [say("cli.uplift.no-margins", { problem: missingRate })]),
    ...(customers > 0 ? [say("cli.uplift.without-margin", { customers })] : []),
    ...(contacts > 0 ? [say("cli.uplift.unpriced", { contacts })] : []),
    ...(unrated === null ? [] : [say("cli.uplift.cost-no-rate", { problem: unrated })]),
  ];
}

function advice({ playbooks }: UpliftReport): string[] {
  return playbooks.flatMap(({ playbook, advice }) => {
    if (advice === null) return [];
    if (advice.kind === "own-numbers") return [say("cli.uplift.advice.own-numbers", { playbook })];
    const { threshold, result } = advice;
    return [say("cli.uplift.advice.raise", { playbook, percent: Math.round(100 * threshold), ...result })];
  });
}

function foreseen({ foreseen: told }: UpliftReport): string[] {
  if (told === null) return [];
  const { quarter, customers, basis, playbook, together, suggestedShare } = told;
  const points = (share: number | null) =>
    share === null ? "none" : say("cli.uplift.points", { value: 100 * share });
  const of = { quarter, customers, basis, playbook: points(playbook), together: points(together) };
  const suggestion =
    suggestedShare === null ? [] : [say("cli.uplift.suggest", { percent: Math.round(100 * suggestedShare) })];
  return [say("cli.uplift.foreseen", of), ...suggestion];
}
