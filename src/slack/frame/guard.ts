import { accessRefusal, isPosted, type Place, type Surface } from "../../domain/access.ts";
import type { Visitor } from "../../flows/customers/admit.ts";
import { accessRefused, type PrivateWay } from "../blocks/messages/access-refused.ts";
import type { HandlerTools, PermittedTools } from "./handler.ts";
import { readerLocale } from "./reader-locale.ts";

/** Who asks, and where. */
export type Asked = {
  readonly userId: string;
  /** Null: not in a conversation. */
  readonly channelId: string | null;
};

/**
 * Does what was asked for where its reader may have it there; otherwise says why not.
 * @param privateWay how to have it in the direct message instead; null where there is no such way
 */
export async function guard(
  surface: Surface,
  asked: Asked,
  tools: HandlerTools,
  privateWay: PrivateWay | null,
  work: (tools: PermittedTools) => Promise<void>,
): Promise<void> {
  const { visitor, place } = await whoAndWhere(asked, isPosted(surface), tools);
  const because = accessRefusal(surface, visitor, place);
  if (because === null) return work({ ...tools, reader: visitor, place });
  await tools.answer.privately(accessRefused(surface, because, privateWay, readerLocale(visitor)));
}

/** @param isPost everyone in the place will read it */
export async function whoAndWhere(
  { userId, channelId }: Asked,
  isPost: boolean,
  { flows }: Pick<HandlerTools, "flows">,
): Promise<{ visitor: Visitor; place: Place }> {
  const [visitor, place] = await Promise.all([flows.admit(userId), flows.readPlace({ channelId, isPost })]);
  return { visitor, place };
}
