import { readTypedAmount } from "../../domain/costs/typed-amount.ts";
import { phrase } from "../../domain/phrase.ts";
import type { OpenCorrection } from "../../flows/costs/open-correction.ts";
import { textOf } from "../../words/text.ts";
import { notCorrected } from "../actions/cost-buttons.ts";
import { costCorrectedMessage } from "../blocks/costs/cost-recorded.ts";
import { notice } from "../blocks/messages/notices.ts";
import { decodeCorrection } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Correct a cost: the entry stays, a further one makes the difference. Rights are looked at again when it is written. */
export const correctCostSubmission: SubmissionHandler = async (request, { flows, reader, now }) => {
  const place = decodeCorrection(request.metadata);
  const locale = readerLocale(reader);
  const opened = await flows.openCorrection({ id: place.entryId, member: reader });
  if (opened.kind !== "open")
    return { kind: "good", place, handle: ({ answer }) => answer.privately(notCorrected(opened, locale)) };
  const read = amountIn(request.fields.get(FIELD.correctAmount) ?? "", opened);
  if (read.kind === "wrong")
    return { kind: "wrong", errors: { [FIELD.correctAmount]: textOf(read.problem, locale) } };
  const note = request.fields.get(FIELD.correctNote)?.trim() || null;
  return {
    kind: "good",
    place,
    async handle({ flows, answer, reader }) {
      const change = { id: place.entryId, member: reader, toMinor: read.minor, note };
      const result = await flows.correctCostAsMember(change);
      if (result.kind === "corrected")
        return answer.replacing(costCorrectedMessage({ ...result, now, locale }));
      if (result.kind === "refused") return answer.privately(notice(textOf(result.problem, locale)));
      await answer.privately(notCorrected(result, locale));
    },
  };
};

/** What is typed, in minor units; wrong where nothing would change by it. */
function amountIn(typed: string, { entry, nowMinor }: Extract<OpenCorrection, { kind: "open" }>) {
  const read = readTypedAmount(typed, entry.currency);
  if (read.kind === "wrong") return read;
  const wrong = (code: string, parameters = {}) =>
    ({ kind: "wrong", problem: phrase(code, parameters) }) as const;
  if (read.minor < 0) return wrong("cost-correct-form.below-zero");
  if (read.minor === nowMinor) return wrong("ledger.no-change", { id: String(entry.id) });
  return read;
}
