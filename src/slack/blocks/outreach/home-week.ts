import type { KnownBlock } from "@slack/types";
import type { Member } from "../../../domain/customer.ts";
import { steers } from "../../../domain/outreach/home.ts";
import {
  COMING,
  type Coming,
  type FirstOf,
  type MyWeek,
  WEEK_DAYS,
  type WeekAhead,
  type WeekBehind,
  type WeekMover,
} from "../../../domain/outreach/my-week.ts";
import { commaList } from "../../../words/joined.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { about, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentPhrase, percentWithin, type Reading } from "../risk/risk-words.ts";
import { unlessUnread } from "../unread-part.ts";
import { shortDay } from "../words.ts";
import { askButton } from "./home-pages.ts";

const NAME_LENGTH = 80;
const COUNTRIES_LENGTH = 120;

/** What happened in the last seven days, and what comes in the next; the team's to those who steer. */
export function myWeekBlocks(week: MyWeek, member: Member, reading: Reading): KnownBlock[] {
  const say = sayIn(reading.locale);
  return [
    header(say(steers(member) ? "home.week.team" : "home.week")),
    ...unlessUnread("week", week.behind, say, (behind) => [behindBlock(behind, reading, say)]),
    ...unlessUnread("ahead", week.ahead, say, (ahead) => [section(aheadText(ahead, reading, say))]),
  ];
}

function behindBlock(behind: WeekBehind, reading: Reading, say: Say): KnownBlock {
  const { nudges, touches, boughtSince, movers, revenue } = behind;
  const answered = nudges.reachedOut + nudges.snoozed + nudges.notUseful;
  const told = { told: nudges.sent, answered, open: nudges.open, touches };
  const lines = [
    `*${say("home.week.behind", { days: WEEK_DAYS })}*`,
    say("home.week.told", told),
    ...movedLines(behind, reading, say),
    ...listed("home.week.bought", { days: WEEK_DAYS }, boughtSince, ({ name }) => named(name), say),
    ...(revenue === null ? [] : [revenueText(revenue, reading, say)]),
  ];
  const more = movers !== null && movers.risen.inAll + movers.fallen.inAll > 0;
  const show = askButton("movers", say("home.week.movers"), `movers ${behind.whose}`);
  return { ...section(lines.join("\n")), ...(more && { accessory: about(say("home.week"), show) }) };
}

/** Who moved up and down by name; nothing where nobody has a figure, for the page says so at its top. */
function movedLines({ movers }: WeekBehind, { locale }: Reading, say: Say): string[] {
  if (movers === null) return [];
  const { risen, fallen } = movers;
  if (risen.inAll + fallen.inAll === 0) return [say("home.week.nobody-moved")];
  const moved = ({ name, probability, before }: WeekMover) => {
    const step = {
      before: percentPhrase(before),
      after: percentWithin({ probability, bounds: null }, locale),
    };
    return `${named(name)} ${say("digest.moved", step)}`;
  };
  return [
    ...listed("home.week.risen", {}, risen, moved, say),
    ...listed("home.week.fallen", {}, fallen, moved, say),
  ];
}

function revenueText(revenue: NonNullable<WeekBehind["revenue"]>, { locale }: Reading, say: Say): string {
  if (revenue.length === 0) return say("home.week.no-revenue");
  const amounts = revenue.map((money) => moneyText(money, locale, "brief"));
  return say("home.week.revenue", { amounts: commaList(amounts, say) });
}

function aheadText({ coming, feasts }: WeekAhead, { now, locale }: Reading, say: Say): string {
  const dated = ({ name, person, day }: Coming) => {
    const on = { name: named(name), day: shortDay(day, now, locale) };
    if (person === null) return say("home.week.on", on);
    return say("home.week.person-on", { ...on, person: escapeMrkdwn(person, NAME_LENGTH) });
  };
  const lines = COMING.flatMap((kind) => listed(`home.week.${kind}`, {}, coming[kind], dated, say));
  const holidays = feasts.map(({ feast, day, countries }) =>
    say("home.week.feast", {
      feast,
      day: shortDay(day, now, locale),
      countries: escapeMrkdwn(commaList(countries, say), COUNTRIES_LENGTH),
    }),
  );
  const all = [...lines, ...(holidays.length === 0 ? [] : [commaList(holidays, say)])];
  const title = `*${say("home.week.ahead", { days: WEEK_DAYS })}*`;
  return [title, ...(all.length === 0 ? [say("home.week.nothing-comes")] : all)].join("\n");
}

/** "Renewals (7): Acme 9 Dec, Beta 10 Dec and 5 more"; nothing where there are none. */
function listed<Item>(
  code: string,
  about: Readonly<Record<string, number>>,
  { items, inAll }: FirstOf<Item>,
  textOf: (item: Item) => string,
  say: Say,
): string[] {
  if (inAll === 0) return [];
  const names = commaList(items.map(textOf), say);
  return [say(code, { ...about, customers: inAll, names, more: inAll - items.length })];
}

const named = (name: string) => `*${escapeMrkdwn(name, NAME_LENGTH)}*`;
