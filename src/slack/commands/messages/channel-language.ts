import { commaList } from "../../../words/joined.ts";
import { LOCALES, type Locale, languageNamed, languageOf } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { notice, noticeOf, quoted } from "../../blocks/messages/notices.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer channel language 繁體中文|简体中文|English`: the language in which this channel is written to. */
export async function setChannelLanguage(
  { channelId }: CommandRequest,
  { flows, answer, reader }: PermittedTools,
  typed: string,
): Promise<void> {
  const locale = readerLocale(reader);
  const chosen = languageNamed(typed);
  if (chosen === null) {
    const unknown = { typed: quoted(typed, locale), languages: languages(locale) };
    return answer.privately(noticeOf("channel.language.unknown", locale, unknown));
  }
  const result = await flows.setChannelLanguage({ channelId, member: reader, locale: chosen });
  if (result.kind === "no-channel") return answer.privately(noticeOf("access.unseen", locale));
  const { name } = languageOf(chosen);
  await answer.privately(notice(sayIn(locale)("channel.language.set", { language: name })));
}

/** Which languages there are. */
export function explainChannelLanguage(
  _request: CommandRequest,
  { answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  return answer.privately(noticeOf("channel.language.choose", locale, { languages: languages(locale) }));
}

/** The commands that choose them, English first. */
function languages(locale: Locale): string {
  const say = sayIn(locale);
  return commaList(
    LOCALES.map((one) => say("channel.language.option", { name: languageOf(one).name })),
    say,
  );
}
