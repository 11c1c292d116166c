import { PLAYBOOK_KEYS } from "../../../domain/outreach/playbooks/playbooks.ts";
import { ALL_PLAYBOOKS } from "../../../domain/outreach/proof/hold-out.ts";
import type { UpliftSoFar } from "../../../domain/outreach/proof/uplift.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

/** What a quarter's nudges of one playbook came to; `all playbooks` for all together. */
type Line = {
  readonly playbook: string;
  readonly sent: number;
  readonly reachedOut: number;
  readonly notUseful: number;
  readonly heldOut: number;
  readonly known: number;
  readonly soFar: UpliftSoFar | null;
  readonly smallest: number | null;
};
type Report = { readonly quarter: string; readonly withinDays: number; readonly playbooks: readonly Line[] };

/** Sent, acted on and held out by playbook, and what they brought or that it cannot be said yet. */
export function upliftMessage({ quarter, withinDays, playbooks }: Report, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const title = say("uplift.title", { quarter });
  if (playbooks.length === 0) {
    const text = say("uplift.none", { quarter });
    return { text, blocks: [section(text)] };
  }
  // All together first: it is what a manager asks for.
  const together = playbooks.filter(({ playbook }) => playbook === ALL_PLAYBOOKS);
  const single = playbooks.filter(({ playbook }) => playbook !== ALL_PLAYBOOKS);
  const lines = [...together, ...single].map((line) => lineOf(line, say));
  return {
    text: `${title}: ${lines[0] ?? ""}`,
    blocks: [header(title), ...lines.map(section), context(say("uplift.how", { days: withinDays }))],
  };
}

function lineOf({ playbook, soFar, smallest, ...counts }: Line, say: Say): string {
  const name = playbook === ALL_PLAYBOOKS ? say("uplift.all") : nameOf(playbook, say);
  const verdict = soFar?.verdict ?? "not-enough-data";
  const points = (value: number) => Math.round(1000 * value) / 10;
  const found =
    verdict === "not-enough-data" || soFar === null
      ? say(smallest === null ? "uplift.nobody-held-out" : "uplift.not-yet", { least: points(smallest ?? 0) })
      : say(`uplift.${verdict}`, {
          effect: points(soFar.effect),
          low: points(soFar.low),
          high: points(soFar.high),
        });
  return `*${escapeMrkdwn(name, 100)}*\n${say("uplift.counts", counts)}\n${found}`;
}

/** One that this version does not know any more goes by its key. */
const nameOf = (playbook: string, say: Say): string =>
  PLAYBOOK_KEYS.includes(playbook) ? say(`playbook.${playbook}`) : playbook;
