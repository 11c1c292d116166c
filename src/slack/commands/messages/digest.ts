import { askedDigestMessage } from "../../blocks/messages/asked-digest.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer digest [last week]`: what the digest of a channel says, to whoever asks alone. */
export async function showDigestTo(
  { flows, answer, reader }: PermittedTools,
  week: "last" | "this",
): Promise<void> {
  const shown = await flows.showDigest({ week, reader });
  await answer.privately(askedDigestMessage({ ...shown, week, locale: readerLocale(reader) }));
}
