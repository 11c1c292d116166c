import type { Message } from "../domain/messages/messages.ts";
import { hasCharts, withoutCharts } from "../slack/blocks/chart.ts";
import type { KeptDrawing } from "../store/messages/drawings.ts";
import { localeOf } from "../words/locale.ts";
import { bodyOf, digestOf } from "./drawing.ts";
import { type Rendered, render } from "./render.ts";
import { templateVersion } from "./template-version.ts";

/** What a drawing that was given to Slack is held against. */
export type DrawnAgain = {
  /** Whether what is kept is what was sent, by its digest; `cleared`: for a customer's sake. */
  readonly kept: "intact" | "damaged" | "cleared";
  /** Whether drawing the same data today gives what was sent, to the byte. */
  readonly isEqual: boolean;
  /** Slack had refused the charts; they are left out here, too. */
  readonly withoutCharts: boolean;
  /** What messages are drawn with today. */
  readonly templateVersion: string;
  readonly today: Rendered;
};

/** What draws messages; another than today's for a test. */
export type Template = { readonly draw: typeof render; readonly version: string };

/** Draws a message once more, from the data, the language and the answers that it was drawn from then. */
export function drawAgain(
  message: Message,
  { locale, answers, digest, body }: Pick<KeptDrawing, "locale" | "answers" | "digest" | "body">,
  template: Template = { draw: render, version: templateVersion() },
): DrawnAgain {
  const full = template.draw(message, localeOf(locale), answers);
  const plain = plainOnes(full).find((one) => bodyOf(one).digest === digest) ?? null;
  const today = plain ?? full;
  return {
    kept: body === null ? "cleared" : digestOf(body) === digest ? "intact" : "damaged",
    isEqual: bodyOf(today).digest === digest,
    withoutCharts: plain !== null,
    templateVersion: template.version,
    today,
  };
}

/** As it goes out where Slack refuses charts: with pictures in its thread, or without. */
function plainOnes(full: Rendered): Rendered[] {
  if (!hasCharts(full.blocks)) return [];
  return (["thread", "none"] as const).map((where) => ({
    text: full.text,
    blocks: withoutCharts(full.blocks, where),
  }));
}
