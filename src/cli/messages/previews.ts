import type { App } from "../../compose.ts";
import { render } from "../../delivery/render.ts";
import { addDays, firstDayOfWeek, localTime, monthOf, previousMonth, weekOf } from "../../domain/calendar.ts";
import type { Member } from "../../domain/customer.ts";
import type { CustomerCard } from "../../domain/outreach/customer-card.ts";
import { lookUpCustomer } from "../../flows/customers/look-up-customer.ts";
import { composeNudges } from "../../flows/messages/plan-nudges.ts";
import { composeCostSummary } from "../../flows/messages/send-cost-summary.ts";
import { composeDigest } from "../../flows/messages/send-digest.ts";
import { loadCustomerCard } from "../../flows/outreach/load-customer-card.ts";
import { loadHome } from "../../flows/outreach/load-home.ts";
import { loadModelReport } from "../../flows/risk/load-model-report.ts";
import { helpMessage } from "../../slack/blocks/help.ts";
import { choiceMessage, nobodyFound, notice, TOO_LONG } from "../../slack/blocks/messages/notices.ts";
import { customerCardMessage } from "../../slack/blocks/outreach/customer-card.ts";
import { homeView } from "../../slack/blocks/outreach/home.ts";
import { modelReportMessage, NO_MODEL } from "../../slack/blocks/risk/model-report.ts";
import { Refusal } from "../refusal.ts";

/** A message or a view, as it would go to Slack. */
export type Previewed = {
  readonly text?: string;
  readonly blocks: readonly object[];
  /** What it puts into words, unrounded; for `--json` alone. */
  readonly figures?: Pick<CustomerCard, "customerId" | "risk" | "lever" | "dataUpTo">;
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
  (app: App, input: PreviewInput) => Promise<Previewed | { readonly messages: readonly Previewed[] }>
>;

/** Sees what a manager sees. */
const MANAGER = { slackUserId: "U0PREVIEW", name: "Preview", email: null, role: "manager" } as const;

async function previewCustomer(app: App, { argument, now }: PreviewInput): Promise<Previewed> {
  if (argument.trim() === "") return helpMessage();
  const found = await lookUpCustomer(app.store, argument);
  switch (found.kind) {
    case "too-long":
      return notice(TOO_LONG);
    case "nothing-to-look-up":
      return helpMessage();
    case "choice":
      return choiceMessage(argument, found.matches, found.more, now);
    case "none":
      return nobodyFound(argument, found.nearest, now);
    case "found":
      return previewCard(app, found.customerId, now);
  }
}

async function previewCard(app: App, customerId: number, now: Date): Promise<Previewed> {
  const reader: Member = { ...MANAGER, timeZone: app.config.timeZone };
  const shown = await loadCustomerCard(
    { ...app.store, model: app.model, clock: () => now },
    { customerId, reader },
  );
  if (shown.kind === "gone") throw new Refusal("This customer was just removed.");
  const { customerId: id, risk, lever, dataUpTo } = shown.card;
  const message = customerCardMessage({ ...shown, timeZone: reader.timeZone });
  return { ...message, figures: { customerId: id, risk, lever, dataUpTo } };
}

/**
 * One message for each member who would get one.
 * @param argument a day; today where it is left out
 */
async function previewNudges(app: App, { argument, now }: PreviewInput): Promise<{ messages: Previewed[] }> {
  const messages: Previewed[] = [];
  for (const timeZone of await app.store.riskList.ownerTimeZones()) {
    const day = argument || localTime(now, timeZone).day;
    const deps = { ...app.store, model: app.model, clv: app.config.clv };
    const { plans } = await composeNudges(deps, { timeZone, day, now });
    messages.push(...plans.map(({ message }) => render(message)));
  }
  return { messages };
}

/** @param argument a month, `2026-10`; the last full one where it is left out */
async function previewCosts(app: App, { argument, now }: PreviewInput): Promise<Previewed> {
  const { timeZone } = app.config;
  const month = argument || previousMonth(monthOf(localTime(now, timeZone).day));
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal("Give a month such as 2026-10.");
  return render(await composeCostSummary(app.store, { month, timeZone, now }));
}

/** @param argument a week, `2026-W47`; the last full one where it is left out */
async function previewDigest(app: App, { argument, now }: PreviewInput): Promise<Previewed> {
  const { timeZone } = app.config;
  const week = argument || weekOf(addDays(localTime(now, timeZone).day, -7));
  if (!/^\d{4}-W\d{2}$/.test(week) || weekOf(firstDayOfWeek(week)) !== week) {
    throw new Refusal("Give a week such as 2026-W47.");
  }
  const deps = { ...app.store, model: app.model, clv: app.config.clv };
  return render(await composeDigest(deps, { week, timeZone, now }, false));
}

async function previewModel(app: App, { now }: PreviewInput): Promise<Previewed> {
  const report = await loadModelReport(app.store);
  if (report === null) return notice(NO_MODEL);
  return modelReportMessage({ report, now, timeZone: app.config.timeZone });
}

/** @param argument the e-mail address of the member; a manager's page where it is left out */
async function previewHome(app: App, { argument, now }: PreviewInput): Promise<Previewed> {
  const { timeZone } = app.config;
  const member: Member = argument
    ? { ...MANAGER, email: argument, role: "rep", timeZone }
    : { ...MANAGER, timeZone };
  const home = await loadHome({ ...app.store, clock: () => now }, member);
  return homeView(home.page, home.now);
}
