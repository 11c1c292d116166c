import type { DigestMessage } from "../../../domain/messages/messages.ts";
import { riskChart } from "../../../domain/risk/risk-chart.ts";
import { knownWeeks, type RiskOverTime, type RiskWeek } from "../../../domain/risk/risk-over-time.ts";
import { bridgeChart, bridgeFinding, stepsTaken } from "../../../domain/value/bridge-chart.ts";
import type { ValueBridge } from "../../../domain/value/value-bridge.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import type { MessageBlock } from "../chart.ts";
import { describedChart } from "../described-chart.ts";
import { section } from "../elements.ts";

/** Weeks whose events are told: what is older moved risks that have been told of before. Chosen by the product. */
const WEEKS_TOLD = 3;

/** How risks became what they are, and how the value at risk did: each in words, and drawn. */
export function digestCharts({ charts }: DigestMessage, locale: Locale): MessageBlock[] {
  if (charts === undefined) return [];
  const { riskOverTime, valueBridge } = charts;
  if (knownWeeks(riskOverTime).length === 0) return [];
  return [...riskBlocks(riskOverTime, locale), ...bridgeBlocks(valueBridge, locale)];
}

function riskBlocks(risks: RiskOverTime, locale: Locale): MessageBlock[] {
  const drawn = riskChart(risks);
  if (drawn === null) return [];
  const say = sayIn(locale);
  const lines = [
    `*${say("chart.risk.heading", { weeks: knownWeeks(risks).length })}*`,
    textOf(drawn.finding, locale),
    ...eventLines(risks, say),
    ...notKnown(risks, say),
  ];
  return [section(lines.join("\n")), ...describedChart(drawn, locale)];
}

function eventLines({ weeks }: RiskOverTime, say: Say): string[] {
  const told = weeks.map((week) => ({ day: week.day, events: eventsOf(week, say) }));
  return told
    .filter(({ events }) => events.length > 0)
    .slice(-WEEKS_TOLD)
    .toReversed()
    .map(({ day, events }) => say("chart.risk.events", { day: { day }, events: commaList(events, say) }));
}

function eventsOf({ events }: RiskWeek, say: Say): string[] {
  const { ended, priceChanged, reached, modelVersions } = events;
  const counted = [
    ["ended", ended],
    ["price-changed", priceChanged],
    ["reached", reached],
  ] as const;
  return [
    ...counted.flatMap(([kind, count]) => (count > 0 ? [say(`chart.risk.event.${kind}`, { count })] : [])),
    ...modelVersions.map((version) => say("chart.risk.event.model", { version: String(version) })),
  ];
}

function notKnown({ weeks }: RiskOverTime, say: Say): string[] {
  const days = weeks.filter(({ customers }) => customers === null).map(({ day }) => day);
  if (days.length === 0) return [];
  const named = days.map((day) => say("chart.day", { day: { day } }));
  return [say("chart.risk.not-known", { days: commaList(named, say) })];
}

function bridgeBlocks(bridge: ValueBridge | null, locale: Locale): MessageBlock[] {
  const say = sayIn(locale);
  const heading = `*${say("chart.bridge.heading")}*`;
  if (bridge === null) return [section([heading, say("chart.bridge.not-known")].join("\n"))];
  const steps = stepsTaken(bridge).map(({ kind, customers, minor }) =>
    say("chart.bridge.step", {
      name: say(`chart.bridge.${kind}`),
      amount: signed(minor, bridge.currency, locale),
      customers,
    }),
  );
  const { knownOnce } = bridge;
  const once = knownOnce > 0 ? [say("chart.bridge.known-once", { customers: knownOnce })] : [];
  const finding = textOf(bridgeFinding(bridge), locale);
  const lines = [heading, finding, ...steps, say("chart.bridge.exact"), ...once];
  return [section(lines.join("\n")), ...describedChart(bridgeChart(bridge), locale)];
}

/** "+€1,200.50", "−€90.00": what is added or taken away. */
function signed(minor: number, currency: string, locale: Locale): string {
  const amount = moneyText({ minor: Math.abs(minor), currency }, locale);
  return minor < 0 ? `−${amount}` : `+${amount}`;
}
