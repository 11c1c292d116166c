import { ACTIVITY_WINDOW_DAYS } from "../../src/domain/customers/cohort.ts";
import { estimate } from "../../src/domain/money.ts";
import { HIGH_RISK, MEDIUM_RISK } from "../../src/domain/risk/bands.ts";
import { knownStake } from "../../src/domain/value/stake.ts";
import type { DigestFacts } from "./digest-facts.ts";

type Told = string | number | null | undefined;

/**
 * A line of a digest whose numbers stand in brackets of the pattern, and where each comes from. Numbers outside the brackets
 * are dates of the week, or constants written in the pattern itself.
 */
type Origin = readonly [
  line: RegExp,
  numbers: (facts: DigestFacts, found: RegExpExecArray) => readonly Told[],
];

const N = "([\\d,]+)";
const EUR = "€([\\d,.]+)";
const percent = (share: number | null | undefined) => (share == null ? null : Math.round(100 * share));
const one = (value: number | null | undefined) => (value == null ? null : value.toFixed(1));
const euro = (minor: number | undefined, digits = 2) =>
  minor === undefined
    ? null
    : (Math.abs(minor) / 100).toLocaleString("en", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
const pointOf = ({ now }: DigestFacts, id: number | undefined) =>
  [...now.high, ...now.newlyHigh, ...now.risers, ...now.fallers].find(({ customerId }) => customerId === id);
const about = (minor: number | undefined) =>
  minor === undefined ? null : euro(estimate({ minor, currency: "EUR" }).money.minor, 0);
const step = ({ bridge }: DigestFacts, name: string | undefined) => {
  const kinds = {
    "New at high risk": "new",
    Recovered: "recovered",
    Left: "left",
    "Risk or value moved": "changed",
  };
  const kind = kinds[name as keyof typeof kinds];
  return bridge?.steps.find((found) => found.kind === kind);
};
const weekOf = ({ now, before, earlier }: DigestFacts, day: string | undefined) =>
  day === "23" ? now : day === "16" ? before : earlier;
const turnedAs = ({ turned }: DigestFacts, turn: string) => turned.filter((found) => found.turn === turn);
const eventsOf = ({ events }: DigestFacts, kind: string) =>
  events.filter((found) => found.kind === kind).reduce((sum, { count }) => sum + count, 0);

const ORIGINS: readonly Origin[] = [
  [/^Customer digest, week 47 \(16 Nov 2026 to 22 Nov 2026\)$/, () => []],
  [
    new RegExp(`^\\*Risk of leaving\\* ${N} high · ${N} medium · ${N} low · ${N} without a score$`),
    ({ now: { customersAtRisk: at, unscored } }) => [at.high, at.medium, at.low, unscored],
  ],
  [
    new RegExp(
      `^\\*Value at risk\\* about ${EUR}:\\u200B risk × a year's margin, added up over ${N} customers at high risk\\.$`,
    ),
    ({ valueAtRisk }) => [about(valueAtRisk.money?.minor), valueAtRisk.known],
  ],
  [new RegExp(`^\\*${N} to save this week\\*$`), ({ now }) => [now.high.length]],
  [
    new RegExp(`^\\*(?<name>\\w+)\\* · ${N} % risk of leaving · about ${EUR} at stake$`),
    (facts, found) => {
      const id = facts.names.get(found.groups?.name ?? "");
      const stake = id === undefined ? null : knownStake(facts.stakes, id);
      return [found.groups?.name, percent(pointOf(facts, id)?.probability), about(stake?.minor)];
    },
  ],
  [
    new RegExp(`^\\*Without an owner:\\* ${N} customer at high risk belongs`),
    ({ now }) => [now.highWithoutOwner.length],
  ],
  [
    new RegExp(`^• Ended: ${N} – (\\w+) \\(${EUR} a year\\)$`),
    (facts) => {
      const [ended] = turnedAs(facts, "ended");
      return [
        turnedAs(facts, "ended").length,
        ended?.name,
        euro(facts.yearMoney.get(ended?.customerId ?? 0), 0),
      ];
    },
  ],
  [new RegExp(`^\\*New at high risk \\(${N}\\)\\*$`), ({ now }) => [now.newlyHigh.length]],
  [
    new RegExp(`^• \\*(?<name>\\w+)\\* (unscored|\\d+ %) → ${N} %$`),
    (facts, found) => {
      const point = pointOf(facts, facts.names.get(found.groups?.name ?? ""));
      const previous = percent(point?.previousProbability);
      return [
        found.groups?.name,
        previous === null ? "unscored" : `${previous} %`,
        percent(point?.probability),
      ];
    },
  ],
  [/^\*Risk over (\d) weeks\*$/, ({ earlier }) => [earlier.high.length > 0 ? 3 : 2]],
  [
    new RegExp(`^${N} customers at high risk on 23 Nov 2026, ${N} more than on 9 Nov 2026\\.$`),
    ({ now, earlier }) => [now.high.length, now.high.length - earlier.high.length],
  ],
  [
    new RegExp(
      `^• In the 7 days before 23 Nov 2026: ${N} customer ended, ${N} with a new price, ${N} reached after a nudge$`,
    ),
    (facts) => [
      turnedAs(facts, "ended").length,
      eventsOf(facts, "price-changed"),
      eventsOf(facts, "reached"),
    ],
  ],
  [
    new RegExp(`^(High|Medium) risk: (?<day>\\d+) Nov 2026 = ${N}$`),
    (facts, found) => {
      const { customersAtRisk: at } = weekOf(facts, found.groups?.day);
      return [found[1], found.groups?.day, found[1] === "High" ? at.high : at.medium];
    },
  ],
  [
    new RegExp(`^Value at risk fell by ${EUR} in 7 days, from ${EUR} to ${EUR}\\.$`),
    ({ bridge, valueAtRisk }) => [
      euro((bridge?.startMinor ?? 0) - (bridge?.endMinor ?? 0)),
      euro(bridge?.startMinor),
      euro(valueAtRisk.money?.minor),
    ],
  ],
  [
    new RegExp(`^• (?<name>[\\w ]+): (\\+|−)${EUR} \\(${N} customers?\\)$`),
    (facts, found) => {
      const taken = step(facts, found.groups?.name);
      return [found.groups?.name, (taken?.minor ?? 0) < 0 ? "−" : "+", euro(taken?.minor), taken?.customers];
    },
  ],
  [/^Value at risk: what changed in 7 days$/, () => []],
  [
    /^Value at risk: (?<name>[\w ]+) = (-?[\d.]+)$/,
    (facts, found) => {
      const { bridge } = facts;
      const name = found.groups?.name;
      const ends =
        name === "Now" ? bridge?.endMinor : name === "7 days before" ? bridge?.startMinor : undefined;
      return [name, (ends ?? step(facts, name)?.minor ?? Number.NaN) / 100];
    },
  ],
  [
    new RegExp(`^\\*Retention, October 2026\\* ([\\d.]+) % kept \\(${N} of ${N}\\), ${N} lost, ${N} joined$`),
    ({ retention, cohort }) => [
      retention.kind === "rate" ? one(retention.retainedPercent) : null,
      cohort.retained,
      cohort.atStart,
      retention.kind === "rate" ? retention.lost : null,
      cohort.joined,
    ],
  ],
  ...(["contracts", "buyers"] as const).map(
    (kind): Origin => [
      new RegExp(`^(?:\\*Revenue kept, October 2026\\* )?${kind}: ([\\d.]+) % gross, ([\\d.]+) % net$`),
      ({ metric }) => [
        one(metric(`gross-revenue-retention-${kind}`)),
        one(metric(`net-revenue-retention-${kind}`)),
      ],
    ],
  ),
  [
    new RegExp(`^\\*Cost per retained customer, October 2026\\* ${EUR}$`),
    ({ metric }) => [euro(Math.round(metric("retention-cost-per-retained-customer") ?? Number.NaN))],
  ],
  [
    new RegExp(
      `^\\*Nudges of the week\\* ${N} sent: ${N} reached out · ${N} snoozed · ${N} not useful · ${N} not answered$`,
    ),
    ({ nudges }) => [nudges.sent, nudges.reachedOut, nudges.snoozed, nudges.notUseful, nudges.open],
  ],
  [/^Scored as of <!date\^1795394880\^.+\|23 Nov 2026, 00:48 UTC>, for the 90 days after\.$/, () => []],
  [
    new RegExp(`bought in the ${N} days before; .* High: ${N} % and more, medium: ${N} % and more\\.`),
    () => [ACTIVITY_WINDOW_DAYS, 100 * HIGH_RISK, 100 * MEDIUM_RISK],
  ],
];

/** The lines with a number that no function gives, or that is another than it gives. */
export function linesWithoutOrigin(lines: readonly string[], facts: DigestFacts): string[] {
  return lines.filter((line) => {
    if (!/\d/.test(line)) return false;
    const matching = ORIGINS.flatMap(([pattern, numbers]) => {
      const found = pattern.exec(line);
      return found === null ? [] : [{ told: found.slice(1), from: numbers(facts, found).map(String) }];
    });
    return !matching.some(
      ({ told, from }) => JSON.stringify(told.map(plain)) === JSON.stringify(from.map(plain)),
    );
  });
}

const plain = (told: string) => told.replaceAll(",", "");
