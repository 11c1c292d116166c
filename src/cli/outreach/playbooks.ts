import { type Command, InvalidArgumentError } from "commander";
import { currencyExponent, type Money } from "../../domain/money.ts";
import type {
  AskedSetting,
  SettingField,
  SettingProblem,
} from "../../domain/outreach/playbooks/asked-setting.ts";
import { PLAYBOOK_KEYS } from "../../domain/outreach/playbooks/playbooks.ts";
import type { ListedPlaybook } from "../../flows/outreach/list-playbooks.ts";
import { commandLineText, moneyOnCommandLine, say } from "../../words/command-line.ts";
import { COMMAND_LINE } from "../costs/ledger-arguments.ts";
import { Refusal } from "../refusal.ts";
import { alignedColumns } from "../risk/model-figures.ts";
import { type CommandTools, runWithApp, withJson } from "../run-command.ts";

type ListOptions = { json?: boolean };
type SetOptions = ListOptions & {
  mode?: string;
  number: Readonly<Record<string, string>>;
  minutes?: string;
  gift?: string;
};

/** `playbooks list|set`: how every playbook is set and how often it applied; and setting one. */
export function registerPlaybooks(program: Command): void {
  const playbooks = program
    .command("playbooks")
    .description("see how playbooks are set and how often each applied, and set one");
  withJson(
    playbooks.command("list", { isDefault: true }).description("every playbook, most pressing first"),
  ).action((options: ListOptions) => runWithApp(options, list));
  withJson(
    playbooks
      .command("set")
      .description("set a playbook; what is left out stays as it is")
      .argument("<key>", "as in the list")
      .option("--mode <mode>", "on, dry-run (worked out and counted, told to nobody) or off")
      .option("--number <name=value>", "one of its numbers, such as leastDropPercent=40", addNumber, {})
      .option("--minutes <n>", "what a contact takes of somebody's time")
      .option("--gift <amount>", "given with each contact, such as 5.00EUR; none takes it away"),
  ).action((key: string, options: SetOptions) => runWithApp(options, (tools) => set(tools, key, options)));
}

function addNumber(text: string, before: SetOptions["number"]): SetOptions["number"] {
  const [, name = "", value = ""] = /^([A-Za-z]\w*)=(.+)$/.exec(text.trim()) ?? [];
  if (name === "") throw new InvalidArgumentError(say("cli.playbooks.bad-number"));
  return { ...before, [name]: value };
}

async function list({ app, output }: CommandTools): Promise<object> {
  const listed = await app.flows.listPlaybooks();
  const columns = ["key", "mode", "numbers", "minutes", "gift", "applied", "told", "set"];
  const header = columns.map((column) => say(`cli.playbooks.column.${column}`, { days: listed.days }));
  for (const line of alignedColumns([header, ...listed.playbooks.map(rowOf)])) output.line(line);
  const { fromRisk = Number.NaN } = listed.threshold.numbers;
  output.line(say("cli.playbooks.threshold", { percent: fromRisk }));
  for (const one of [listed.threshold, ...listed.playbooks])
    for (const line of misfitLines(one)) output.line(line);
  const { unknown } = listed;
  if (unknown.length > 0) output.line(say("cli.playbooks.unknown", { playbooks: unknown.join(", ") }));
  output.line(say("cli.playbooks.next"));
  return listed;
}

function rowOf({ key, mode, numbers, minutes, gift, applied, set }: ListedPlaybook): string[] {
  const shown = Object.entries(numbers).map(([name, value]) => `${name}=${value}`);
  return [
    key,
    mode,
    shown.join(" ") || "-",
    say("cli.trial.count", { n: minutes }),
    gift === null ? "-" : moneyOnCommandLine(gift),
    say("cli.trial.count", { n: applied.customers }),
    say("cli.trial.count", { n: applied.told }),
    set === null
      ? "-"
      : say("cli.playbooks.set-by", {
          who: set.byName ?? set.by,
          day: { day: set.at.toISOString().slice(0, 10) },
        }),
  ];
}

function misfitLines({ key, misfits, numbers }: ListedPlaybook): string[] {
  return misfits.map(({ number, kept, range }) => {
    if (range === null) return say("cli.playbooks.misfit.gone", { key, number });
    const { least, most } = range;
    const was = Number.isNaN(kept) ? say("playbook-settings.misfit.not-a-number") : kept;
    const value = numbers[number] ?? range.default;
    return say("cli.playbooks.misfit", { key, number, kept: was, least, most, value });
  });
}

async function set({ app, output }: CommandTools, key: string, options: SetOptions): Promise<object> {
  const { playbooks, threshold } = await app.flows.listPlaybooks();
  const known = [threshold, ...playbooks].find((one) => one.key === key);
  if (known === undefined) {
    const keys = [...PLAYBOOK_KEYS, threshold.key].join(", ");
    throw new Refusal(say("cli.playbooks.unknown-key", { key, keys }));
  }
  const asked = askedOf(known, options);
  const seen = known.set?.revision ?? 0;
  const result = await app.flows.setPlaybook({ playbook: key, asked, seen, by: COMMAND_LINE });
  if (result.kind === "wrong") throw new Refusal(result.problems.map(problemLine).join("\n"));
  if (result.kind === "meanwhile") throw new Refusal(say("cli.playbooks.meanwhile", { key }));
  output.line(say(result.kind === "unchanged" ? "cli.playbooks.unchanged" : "cli.playbooks.saved", { key }));
  return { playbook: key, result: result.kind };
}

/** What is left out stays as it is. */
function askedOf(known: ListedPlaybook, { mode, number, minutes, gift }: SetOptions): AskedSetting {
  const asIs = Object.entries(known.numbers).map(([name, value]) => [name, String(value)]);
  return {
    mode: mode ?? known.mode,
    numbers: { ...Object.fromEntries(asIs), ...number },
    // The threshold takes none.
    minutes: minutes ?? (known.minutes === 0 ? "" : String(known.minutes)),
    ...(gift === undefined ? giftText(known.gift) : typedGift(gift)),
  };
}

type GiftText = Pick<AskedSetting, "gift" | "giftCurrency">;

function giftText(gift: Money | null): GiftText {
  if (gift === null) return { gift: "", giftCurrency: "" };
  const digits = currencyExponent(gift.currency);
  return { gift: (gift.minor / 10 ** digits).toFixed(digits), giftCurrency: gift.currency };
}

/** "5 EUR", "EUR 5", "5EUR". */
function typedGift(text: string): GiftText {
  if (text.trim().toLowerCase() === "none") return { gift: "", giftCurrency: "" };
  const [giftCurrency = ""] = /[A-Za-z]{3}/.exec(text) ?? [];
  return { gift: text.replace(giftCurrency, ""), giftCurrency };
}

const problemLine = ({ field, problem }: SettingProblem): string =>
  say("cli.playbooks.problem", { option: optionOf(field), problem: commandLineText(problem) });

function optionOf(field: SettingField): string {
  if (field.kind === "number") return `--number ${field.name}`;
  return field.kind === "currency" ? "--gift" : `--${field.kind}`;
}
