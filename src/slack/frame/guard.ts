import { accessRefusal, isPosted, type Surface } from "../../domain/access.ts";
import { accessRefused, type PrivateWay } from "../blocks/messages/access-refused.ts";
import type { HandlerTools, PermittedTools } from "./handler.ts";
import { readerLocale, rememberLocale } from "./reader-locale.ts";

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
  const { flows, answer } = tools;
  const { userId, channelId } = asked;
  const [visitor, place] = await Promise.all([
    flows.admit(userId),
    flows.readPlace({ channelId, isPost: isPosted(surface) }),
  ]);
  const locale = readerLocale(visitor);
  rememberLocale(userId, locale);
  const because = accessRefusal(surface, visitor, place);
  if (because === null) return work({ ...tools, reader: visitor, place });
  await answer.privately(accessRefused(surface, because, privateWay, locale));
}
