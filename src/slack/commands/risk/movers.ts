import { moversMessage } from "../../blocks/messages/movers.ts";
import { noticeOf } from "../../blocks/messages/notices.ts";
import { asReadBy } from "../../blocks/outreach/customer-card.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer movers [mine|team]`: whose risk moved most in seven days; everybody's where it is not said. */
export async function showMovers(
  { flows, answer, reader }: PermittedTools,
  whose: "mine" | "team",
): Promise<void> {
  if (whose === "mine" && reader.email === null)
    return answer.privately(noticeOf("asking.movers.no-email", readerLocale(reader)));
  const { movers, now } = await flows.listMovers({ reader, whose });
  await answer.privately(moversMessage(movers, { now, ...asReadBy(reader) }));
}
