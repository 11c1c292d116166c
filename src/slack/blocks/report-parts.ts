import type { ContextBlock, SectionBlock } from "@slack/types";
import type { ScoreBasis } from "../../domain/messages.ts";

/** "62 %"; probabilities are shown in whole percent. */
export const percentOf = (probability: number) => `${Math.round(100 * probability)} %`;

/** "90.4 %". */
export const percent = (value: number) => `${(Math.round(10 * value) / 10).toFixed(1)} %`;

export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** An instant as each reader's own clock shows it; UTC where Slack cannot. */
export function dateToken(instant: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${instant.slice(0, 16).replace("T", " ")} UTC>`;
}

/** What the scores of a message rest on, and which model made them. */
export function basisLine(basis: ScoreBasis | null): string {
  if (basis === null) return "No scores yet: they come with the first training.";
  const model =
    basis.serves === "network"
      ? ""
      : " · by the plain baseline: the network did not beat it on held-out data";
  return `Scored ${dateToken(basis.scoredAt)} · risk of leaving within ${basis.horizonDays} days${model}`;
}

export const section = (text: string): SectionBlock => ({ type: "section", text: { type: "mrkdwn", text } });

export const context = (...lines: readonly string[]): ContextBlock => ({
  type: "context",
  elements: lines.map((text) => ({ type: "mrkdwn", text })),
});
