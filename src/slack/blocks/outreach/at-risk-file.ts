import { localTime } from "../../../domain/calendar.ts";
import { currencyExponent } from "../../../domain/money.ts";
import type { AtRiskCustomer, AtRiskList } from "../../../domain/outreach/at-risk.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import type { Cell } from "../data-table.ts";
import type { Reading } from "../risk/risk-words.ts";
import { tableFile } from "../table-file.ts";

/** Everybody on a list for a spreadsheet, and what the file is called; an amount that is not for its reader is empty. */
export function atRiskFile(
  list: Extract<AtRiskList, { kind: "page" }>,
  reading: Reading,
): { readonly name: string; readonly content: string } {
  const say = sayIn(reading.locale);
  const columns = ["customer", "risk", "stake", "currency", "owner", "renews", "acted", "step"];
  const table = {
    head: columns.map((column) => say(`at-risk.file.${column}`)),
    rows: list.items.map(({ customer }) => row(customer, reading, say)),
  };
  const { day } = localTime(reading.now, reading.timeZone);
  return { name: `at-risk-${list.scope.kind}-${day}.csv`, content: tableFile(table) };
}

function row(customer: AtRiskCustomer, { locale }: Reading, say: Say): Cell[] {
  const { name, probability, stake, owner, renewsOn, acted, step } = customer;
  const money = stake.kind === "known" ? stake.money : null;
  return [
    { text: name },
    { text: "", value: Math.round(100 * probability) },
    money === null ? { text: "" } : { text: "", value: money.minor / 10 ** currencyExponent(money.currency) },
    { text: money?.currency ?? "" },
    { text: textOf(owner, locale) },
    { text: renewsOn ?? "" },
    { text: say(`at-risk.file.acted.${acted === null ? "no" : "yes"}`) },
    { text: textOf(step, locale) },
  ];
}
