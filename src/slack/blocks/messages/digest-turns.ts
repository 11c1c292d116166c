import type { TurnedList } from "../../../domain/messages/digest-turns.ts";
import type { DigestMessage } from "../../../domain/messages/messages.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { sayIn } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";

const NAME_LENGTH = 80;

/** Who was won and lost this week, the largest by name; said as well where there was nobody, and of whom it is not known. */
export function turnsText({ turns, stopped, resumed = [] }: DigestMessage, locale: Locale): string[] {
  if (turns === undefined) return [];
  const say = sayIn(locale);
  const part = (code: string, list: TurnedList) =>
    list.count === 0
      ? []
      : [say(code, { customers: list.count, days: turns.horizonDays, names: namesOf(list, locale) })];
  const won = [
    ...part("digest.won.started", turns.started),
    ...part("digest.won.came-back", turns["came-back"]),
  ];
  const lost = [...part("digest.lost.ended", turns.ended), ...part("digest.lost.lapsed", turns.lapsed)];
  return [
    [
      `*${say("digest.turns")}*`,
      ...(won.length > 0 ? won : [say("digest.won.nobody")]),
      ...(lost.length > 0 ? lost : [say("digest.lost.nobody")]),
      ...(stopped || resumed.length > 0 ? [say("digest.turns.not-known")] : []),
    ].join("\n"),
  ];
}

/** "Acme (€12,000 a year), Globex and 4 more". */
function namesOf({ count, top }: TurnedList, locale: Locale): string {
  const say = sayIn(locale);
  const named = top.map(({ name, yearMoney }) => {
    const customer = escapeMrkdwn(name, NAME_LENGTH);
    if (yearMoney === null || yearMoney.minor <= 0) return customer;
    return say("digest.turned", { customer, amount: moneyText(yearMoney, locale, "brief") });
  });
  const more = count - top.length;
  return commaList([...named, ...(more > 0 ? [say("digest.turned.more", { customers: more })] : [])], say);
}
