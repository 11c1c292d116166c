import type { Config } from "../../config.ts";
import { render } from "../../delivery/render.ts";
import { addDays, firstDayOfWeek, localTime, monthOf, previousMonth, weekOf } from "../../domain/calendar.ts";
import type { Member } from "../../domain/customer.ts";
import type { CustomerCard } from "../../domain/outreach/customer-card.ts";
import type { BoundFlows } from "../../flows/bind-flows.ts";
import { helpMessage } from "../../slack/blocks/help.ts";
import { choiceMessage, nobodyFound, noticeOf } from "../../slack/blocks/messages/notices.ts";
import { operationsBlocks } from "../../slack/blocks/messages/operations.ts";
import { customerCardMessage } from "../../slack/blocks/outreach/customer-card.ts";
import { homeView } from "../../slack/blocks/outreach/home.ts";
import { modelReportMessage } from "../../slack/blocks/risk/model-report.ts";
import { COMMAND_LINE_LOCALE, say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";

/** A message or a view, as it would go to Slack. */
export type Previewed = {
  readonly text?: string;
  readonly blocks: readonly object[];
  /** What it puts into words, unrounded; for `--json` alone. */
  readonly figures?: Pick<CustomerCard, "customerId" | "risk" | "lever" | "dataUpTo">;
};

export type PreviewTools = {
  /** Their clock stands at the input's `now`. */
  readonly flows: BoundFlows;
  readonly config: Config;
};
export type PreviewInput = { readonly argument: string; readonly now: Date };

/** Every message of the bot, from the present store; nothing is sent, and nothing kept but what stands behind a score. */
export const PREVIEWS = {
  customer: previewCustomer,
  nudges: previewNudges,
  costs: previewCosts,
  digest: previewDigest,
  home: previewHome,
  model: previewModel,
} as const satisfies Record<
  string,
  (
    tools: PreviewTools,
    input: PreviewInput,
  ) => Promise<Previewed | { readonly messages: readonly Previewed[] }>
>;

/** Sees what a manager sees. */
const MANAGER = { slackUserId: "U0PREVIEW", name: "Preview", email: null, role: "manager" } as const;

async function previewCustomer(tools: PreviewTools, { argument, now }: PreviewInput): Promise<Previewed> {
  if (argument.trim() === "") return helpMessage(COMMAND_LINE_LOCALE);
  const found = await tools.flows.lookUpCustomer(argument);
  switch (found.kind) {
    case "too-long":
      return noticeOf("look-up.too-long", COMMAND_LINE_LOCALE);
    case "nothing-to-look-up":
      return helpMessage(COMMAND_LINE_LOCALE);
    case "choice":
      return choiceMessage(argument, found.matches, found.more, { now, locale: COMMAND_LINE_LOCALE });
    case "none":
      return nobodyFound(argument, found.nearest, { now, locale: COMMAND_LINE_LOCALE });
    case "found":
      return previewCard(tools, found.customerId);
  }
}

async function previewCard({ flows, config }: PreviewTools, customerId: number): Promise<Previewed> {
  const reader: Member = { ...MANAGER, timeZone: config.timeZone };
  const shown = await flows.loadCustomerCard({ customerId, member: reader, place: "direct" });
  if (shown.kind === "gone") throw new Refusal(say("cli.customer-removed"));
  const { customerId: id, risk, lever, dataUpTo } = shown.card;
  const message = customerCardMessage({ ...shown, timeZone: reader.timeZone, locale: COMMAND_LINE_LOCALE });
  return { ...message, figures: { customerId: id, risk, lever, dataUpTo } };
}

/**
 * One message for each member who would get one.
 * @param argument a day; today where it is left out
 */
async function previewNudges(
  { flows }: PreviewTools,
  { argument, now }: PreviewInput,
): Promise<{ messages: Previewed[] }> {
  const messages: Previewed[] = [];
  for (const timeZone of await flows.listOwnerTimeZones()) {
    const day = argument || localTime(now, timeZone).day;
    const policy = await flows.readNudgePolicy({ timeZone, day });
    const { plans } = await flows.composeNudges({ timeZone, day, policy });
    messages.push(...plans.map(({ message }) => render(message, COMMAND_LINE_LOCALE)));
  }
  return { messages };
}

/** @param argument a month, `2026-10`; the last full one where it is left out */
async function previewCosts(
  { flows, config }: PreviewTools,
  { argument, now }: PreviewInput,
): Promise<Previewed> {
  const { timeZone } = config;
  const month = argument || previousMonth(monthOf(localTime(now, timeZone).day));
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal(say("cli.preview.give-month"));
  return render(await flows.composeCostSummary({ month, timeZone }), COMMAND_LINE_LOCALE);
}

/** @param argument a week, `2026-W47`; the last full one where it is left out */
async function previewDigest(
  { flows, config }: PreviewTools,
  { argument, now }: PreviewInput,
): Promise<Previewed> {
  const { timeZone } = config;
  const week = argument || weekOf(addDays(localTime(now, timeZone).day, -7));
  if (!/^\d{4}-W\d{2}$/.test(week) || weekOf(firstDayOfWeek(week)) !== week) {
    throw new Refusal(say("cli.preview.give-week"));
  }
  return render(await flows.composeDigest({ week, timeZone }), COMMAND_LINE_LOCALE);
}

async function previewModel({ flows, config }: PreviewTools, { now }: PreviewInput): Promise<Previewed> {
  const report = await flows.loadModelReport();
  if (report === null) return noticeOf("model.none", COMMAND_LINE_LOCALE);
  return modelReportMessage({ report, now, timeZone: config.timeZone, locale: COMMAND_LINE_LOCALE });
}

/** @param argument the e-mail address of the member; a manager's page where it is left out */
async function previewHome({ flows, config }: PreviewTools, { argument }: PreviewInput): Promise<Previewed> {
  const { timeZone } = config;
  const member: Member = argument
    ? { ...MANAGER, email: argument, role: "rep", timeZone }
    : { ...MANAGER, timeZone };
  const home = await flows.loadHome({ member });
  const reading = { now: home.now, timeZone, locale: COMMAND_LINE_LOCALE };
  const operations = operationsBlocks(await flows.loadOperations({ member }), reading);
  return homeView(home.page, home.now, { operations });
}
