import { readTypedAmount, typedPart } from "../../costs/typed-amount.ts";
import { isCurrency, type Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { fits, isGift, MINUTES, toKeep } from "./in-force.ts";
import { NUDGE_THRESHOLD } from "./nudge-threshold.ts";
import type { NumberRange, Playbook } from "./playbook.ts";
import { PLAYBOOK_MODES, type PlaybookMode, type PlaybookSetting } from "./playbook-settings.ts";
import { playbookOf } from "./playbooks.ts";

/** A setting as somebody writes it, in a form or behind a command; an empty text is as declared, or nothing. */
export type AskedSetting = {
  readonly mode: string;
  /** By the number's name; one that is left out is as declared. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly minutes: string;
  readonly gift: string;
  readonly giftCurrency: string;
};

export type SettingField =
  | { readonly kind: "mode" | "minutes" | "gift" | "currency" }
  | { readonly kind: "number"; readonly name: string };

/** What is wrong with one field, and what could stand there. */
export type SettingProblem = { readonly field: SettingField; readonly problem: Phrase };

export type ReadSetting =
  | { readonly kind: "good"; readonly setting: PlaybookSetting }
  | { readonly kind: "wrong"; readonly problems: readonly SettingProblem[] };

type Declared = Pick<Playbook, "key" | "numbers" | "minutes">;
type Read<Value> = { readonly value: Value } | { readonly problems: readonly SettingProblem[] };

/** Reads what somebody asks a playbook to be set to. Everything that is wrong is told at once, each at its field. */
export function readSetting(playbook: Declared, asked: AskedSetting): ReadSetting {
  const mode = readMode(asked.mode);
  const numbers = readNumbers(playbook, asked.numbers);
  const minutes = readNumber(asked.minutes, { ...MINUTES, default: playbook.minutes }, { kind: "minutes" });
  const gift = readGift(asked.gift, asked.giftCurrency);
  if ("value" in mode && "value" in numbers && "value" in minutes && "value" in gift) {
    const set = { mode: mode.value, numbers: numbers.value, minutes: minutes.value, gift: gift.value };
    return { kind: "good", setting: toKeep(playbook, set) };
  }
  const problems = [mode, numbers, minutes, gift].flatMap((read) =>
    "problems" in read ? read.problems : [],
  );
  return { kind: "wrong", problems };
}

/** Reads what the threshold of nudges is asked to be set to: a number, and nothing that playbooks have beside it. */
export function readThreshold(asked: AskedSetting): ReadSetting {
  const { mode, minutes, gift } = asked;
  const fields: SettingField[] = [
    ...(mode === "" || mode === "on" ? [] : [{ kind: "mode" } as const]),
    ...(minutes === "" ? [] : [{ kind: "minutes" } as const]),
    ...(gift === "" ? [] : [{ kind: "gift" } as const]),
  ];
  const problem = phrase("playbook-settings.threshold.only-number");
  if (fields.length > 0) return { kind: "wrong", problems: fields.map((field) => ({ field, problem })) };
  return readSetting(NUDGE_THRESHOLD, { ...asked, mode: "on" });
}

/** Null for a key that is neither a playbook's nor the threshold's. */
export function readSettingOf(key: string, asked: AskedSetting): ReadSetting | null {
  if (key === NUDGE_THRESHOLD.key) return readThreshold(asked);
  const playbook = playbookOf(key);
  return playbook === null ? null : readSetting(playbook, asked);
}

const wrong = (field: SettingField, problem: Phrase): { readonly problems: readonly SettingProblem[] } => ({
  problems: [{ field, problem }],
});

function readMode(text: string): Read<PlaybookMode> {
  const value = PLAYBOOK_MODES.find((mode) => mode === text.trim());
  const modes = PLAYBOOK_MODES.join(", ");
  return value === undefined
    ? wrong({ kind: "mode" }, phrase("playbook-settings.bad-mode", { typed: typedPart(text), modes }))
    : { value };
}

function readNumbers({ numbers }: Declared, asked: AskedSetting["numbers"]): Read<Record<string, number>> {
  const unknown = Object.keys(asked).filter((name) => !Object.hasOwn(numbers, name));
  const names = Object.keys(numbers).join(", ");
  const problems: SettingProblem[] = unknown.map((name) => ({
    field: { kind: "number", name },
    problem:
      names === ""
        ? phrase("playbook-settings.no-numbers", { typed: typedPart(name) })
        : phrase("playbook-settings.unknown-number", { typed: typedPart(name), names }),
  }));
  const value: Record<string, number> = {};
  for (const [name, range] of Object.entries(numbers)) {
    const read = readNumber(asked[name] ?? "", range, { kind: "number", name });
    if ("value" in read) value[name] = read.value;
    else problems.push(...read.problems);
  }
  return problems.length === 0 ? { value } : { problems };
}

/** A whole number within a range, with its unit or without: "40", "40 %", "４０". */
function readNumber(text: string, range: NumberRange, field: SettingField): Read<number> {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return { value: range.default };
  const [, digits = ""] = /^(\d{1,9})(?:\s*%)?$/.exec(typed) ?? [];
  const value = digits === "" ? Number.NaN : Number(digits);
  if (fits(value, range) && (range.unit === "percent" || !typed.endsWith("%"))) return { value };
  const { least, most, unit } = range;
  return wrong(
    field,
    phrase("playbook-settings.out-of-range", { typed: typedPart(text), least, most, unit }),
  );
}

function readGift(text: string, currencyText: string): Read<Money | null> {
  if (text.trim() === "") return { value: null };
  const currency = currencyText.normalize("NFKC").trim().toUpperCase();
  if (!isCurrency(currency)) {
    const asked = phrase("playbook-settings.bad-currency", { typed: typedPart(currencyText) });
    return wrong({ kind: "currency" }, asked);
  }
  const read = readTypedAmount(text, currency);
  if (read.kind === "wrong") return wrong({ kind: "gift" }, read.problem);
  const gift = { minor: read.minor, currency };
  if (read.minor === 0) return { value: null };
  return isGift(gift) ? { value: gift } : wrong({ kind: "gift" }, phrase("playbook-settings.negative-gift"));
}
