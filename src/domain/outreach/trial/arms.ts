import { type Phrase, phrase } from "../../phrase.ts";

/** Which arm each row of a trial was in. */
export type TrialArms = {
  readonly kind: "arms";
  /** Biggest name first in the file's spelling; the control is one of them. */
  readonly names: readonly string[];
  readonly control: string;
  /** Whether somebody named the control, or its own name does. */
  readonly controlIs: "named" | "known" | "taken";
  /** Each row's arm, in the rows' order. */
  readonly armOf: readonly string[];
};

/** A treatment with more arms is more likely a column of something else. */
const MOST_ARMS = 20;

/** What people call those who got nothing, in the languages of our readers. */
const CONTROLS =
  /^(?:0|no|none|false|off|nothing|untreated|placebo|baseline|kontrolle|contr[oô]le?|t[eé]moin|nein|non|nada|对照组?|對照組?|否|无|無)$|\bcontrol\b|\bhold-?\s?out\b|^no[\s_-]/i;

/** @param control the value of those who were left alone; left out: the one that is called so, else the first by name */
export function readArms(
  column: string,
  texts: readonly string[],
  control?: string,
): TrialArms | { readonly kind: "refused"; readonly reason: Phrase } {
  const refused = (code: string, parameters: Phrase["parameters"]) => ({
    kind: "refused" as const,
    reason: phrase(code, { column, ...parameters }),
  });
  const armOf = texts.map((text) => text.trim());
  const blank = armOf.indexOf("");
  if (blank >= 0) return refused("trial.no-arm", { row: blank + 1 });
  const names = [...new Set(armOf)].sort();
  const listed = names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");
  if (names.length < 2) return refused("trial.one-arm", { arm: listed });
  if (names.length > MOST_ARMS) return refused("trial.many-arms", { arms: names.length, listed });
  const found = control === undefined ? null : names.find((name) => name === control.trim());
  if (found === undefined) return refused("trial.no-control", { control: control ?? "", listed });
  const known = names.filter((name) => CONTROLS.test(name));
  const own = found ?? (known.length === 1 ? known[0] : names[0]) ?? "";
  const isKnown = known.length === 1 ? "known" : "taken";
  return { kind: "arms", names, control: own, controlIs: found === null ? isKnown : "named", armOf };
}
