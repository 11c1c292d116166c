import type { InForce } from "../../../domain/outreach/playbooks/in-force.ts";
import type { NumberRange } from "../../../domain/outreach/playbooks/playbook.ts";
import type { Say } from "../../../words/say.ts";
import { FIELD } from "../../ids.ts";
import { escapeMrkdwn } from "../escape.ts";

/** A playbook as it stands now. */
export type ListedPlaybook = InForce & {
  readonly key: string;
  readonly declared: { readonly numbers: Readonly<Record<string, NumberRange>>; readonly minutes: number };
  readonly set: {
    readonly by: string;
    readonly byName: string | null;
    readonly at: Date;
    readonly revision: number;
  } | null;
  readonly applied: { readonly customers: number; readonly told: number; readonly dryRun: number };
};

/** The field of a number in the form. */
export const playbookNumberField = (name: string): string => `${FIELD.playbookNumber}_${name}`;

type SetNumber = {
  readonly key: string;
  readonly name: string;
  readonly unit: NumberRange["unit"];
  readonly value: number;
};

/** "Usage down in 28 days by at least: 33 %". */
export const numberLine = ({ key, name, unit, value }: SetNumber, say: Say): string =>
  say("playbook-settings.number", {
    label: say(`playbook.${key}.${name}`),
    value: say(`playbook-settings.value.${unit}`, { value }),
  });

/** What was set and does not count any more, as mrkdwn. */
export function misfitLines({ misfits, numbers }: ListedPlaybook, say: Say): string[] {
  return misfits.map(({ number, kept, range }) => {
    const named = escapeMrkdwn(number, 60);
    if (range === null) return say("playbook-settings.misfit.gone", { number: named });
    const { least, most, unit } = range;
    const value = say(`playbook-settings.value.${unit}`, { value: numbers[number] ?? range.default });
    const was = Number.isNaN(kept) ? say("playbook-settings.misfit.not-a-number") : kept;
    return say("playbook-settings.misfit", { number: named, kept: was, least, most, value });
  });
}
