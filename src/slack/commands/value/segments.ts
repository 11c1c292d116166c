import { nearestWord } from "../../../domain/customers/nearest-word.ts";
import { phrase } from "../../../domain/phrase.ts";
import { SEGMENT_RULES, segmentRule } from "../../../domain/value/segments/segment-rules.ts";
import { valueTier } from "../../../domain/value/segments/value-tier.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { notice, orCommand, quoted } from "../../blocks/messages/notices.ts";
import { segmentReportMessage } from "../../blocks/value/segment-report.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer segments [RULE]`: customers by value tier or another rule. */
export async function showSegments(
  _request: CommandRequest,
  { flows, answer, reader }: PermittedTools,
  typed: string | undefined,
): Promise<void> {
  const locale = readerLocale(reader);
  const rule = typed === undefined ? valueTier : segmentRule(typed.toLowerCase().replace(/\s+/g, "-"));
  if (rule === null) {
    const near = nearestWord(typed ?? "", RULE_KEYS);
    const unknown = notice(unknownRule(typed ?? "", locale));
    return answer.privately(orCommand(unknown, near === null ? null : `segments by ${near}`, locale));
  }
  const shown = await flows.showSegments({ rule, reader });
  switch (shown.kind) {
    case "report":
      return answer.privately(segmentReportMessage({ ...shown, locale }));
    case "no-customers":
    case "missing-rate":
      return answer.privately(notice(textOf(shown.reason, locale)));
  }
}

const RULE_KEYS = SEGMENT_RULES.map(({ key }) => key);

function unknownRule(typed: string, locale: Locale): string {
  const rules = commaList(
    RULE_KEYS.map((key) => `\`${key}\``),
    sayIn(locale),
  );
  return textOf(phrase("segments.unknown-rule", { typed: quoted(typed, locale), rules }), locale);
}
