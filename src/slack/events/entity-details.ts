import { z } from "zod";
import { accessRefusal } from "../../domain/access.ts";
import { rowIdIn } from "../../domain/row-id.ts";
import { sayIn } from "../../words/say.ts";
import { refusalCode } from "../blocks/messages/access-refused.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { customerPane, ENTITY_KIND } from "../blocks/outreach/customer-entity.ts";
import { fieldText } from "../blocks/outreach/field-text.ts";
import type { EventHandler, HandlerTools } from "../frame/handler.ts";
import { readerLocale, rememberLocale } from "../frame/reader-locale.ts";
import type { Pane } from "../frame/work-objects.ts";

const id = z.string().min(1);

/** What is read of the event. */
const askedPane = z.object({
  trigger_id: id,
  link: z.object({ url: z.string() }).optional(),
  entity_url: z.string().optional(),
  app_unfurl_url: z.string().optional(),
  external_ref: z.object({ id, type: z.string().optional() }).optional(),
});
type AskedPane = z.output<typeof askedPane>;

/** Somebody opened the pane of a customer's link: they see their own card of the customer, or why not, as by the command. */
export const entityDetailsRequested: EventHandler = async ({ event, userId, channelId }, tools) => {
  const asked = askedPane.parse(event);
  try {
    await tools.slack.showPane(asked.trigger_id, await paneFor(asked, { userId, channelId }, tools));
  } catch (error) {
    // The pane would load for ever; that it failed, with a reference, is for the log.
    await sayFailed(asked.trigger_id, userId, tools).catch(() => {});
    throw error;
  }
};

async function paneFor(
  asked: AskedPane,
  { userId, channelId }: { readonly userId: string; readonly channelId: string | null },
  { flows }: HandlerTools,
): Promise<Pane> {
  const [visitor, place] = await Promise.all([
    flows.admit(userId),
    flows.readPlace({ channelId, isPost: false }),
  ]);
  const locale = readerLocale(visitor);
  rememberLocale(userId, locale);
  const because = accessRefusal("card", visitor, place);
  if (because !== null) return refused(refusalCode("card", because), locale);
  const link = asked.app_unfurl_url ?? asked.link?.url ?? asked.entity_url ?? "";
  const read = await flows.readPane({ member: visitor, place, link, askedId: ownId(asked) });
  if (read.kind !== "card") return refused(read.kind === "gone" ? "object.gone" : "object.unknown", locale);
  await flows.keepSuggestion(read.shown);
  const { url, askedId } = read;
  const entity = customerPane({ ...read.shown, ...asReadBy(visitor) }, { link, url: url ?? link, askedId });
  return { kind: "entity", entity };
}

/** Whom we said the link names, where Slack hands that back. */
function ownId({ external_ref }: AskedPane): number | null {
  return external_ref?.type === ENTITY_KIND ? rowIdIn(external_ref.id) : null;
}

function refused(code: string, locale: Parameters<typeof sayIn>[0]): Pane {
  const say = sayIn(locale);
  return { kind: "refused", title: say("object.refused"), text: fieldText([say(code)]) };
}

async function sayFailed(triggerId: string, userId: string, { flows, slack }: HandlerTools): Promise<void> {
  const locale = readerLocale(await flows.admit(userId).catch(() => null));
  await slack.showPane(triggerId, refused("object.failed", locale));
}
