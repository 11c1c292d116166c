import type { CostField, CostProblem } from "../../domain/costs/cost-draft.ts";
import { phrase } from "../../domain/phrase.ts";
import type { CostForm } from "../../flows/costs/cost-form.ts";
import type { Locale } from "../../words/locale.ts";
import { textOf } from "../../words/text.ts";
import { costRecordedMessage } from "../blocks/costs/cost-recorded.ts";
import { escapeMrkdwn } from "../blocks/escape.ts";
import { notice } from "../blocks/messages/notices.ts";
import { decodePlace } from "../frame/form-metadata.ts";
import type { SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";

/** Record a cost: what is wrong shows beside its field; what was recorded is confirmed to whoever did it. */
export const addCostSubmission: SubmissionHandler = async (request, { flows, reader: member, now }) => {
  const form = formOf(request);
  const checked = await flows.checkCostForm({ form, member });
  if (checked.kind === "wrong")
    return { kind: "wrong", errors: errorsByBlock(checked.problems, form, request, readerLocale(member)) };
  return {
    kind: "good",
    place: decodePlace(request.metadata),
    async handle({ flows, answer, reader }) {
      const result = await flows.addCostForm({ form, member: reader, viewId: request.viewId });
      const locale = readerLocale(reader);
      if (result.kind !== "wrong") return answer.privately(costRecordedMessage({ ...result, now, locale }));
      // The ledger was closed, or the customer deleted, since the check.
      const sentences = result.problems
        .map(({ problem }) => escapeMrkdwn(textOf(problem, locale), 600))
        .join("\n");
      await answer.privately(notice(`${textOf(phrase("cost-recorded.nothing"), locale)}\n${sentences}`));
    },
  };
};

function formOf({ fields }: SubmissionRequest): CostForm {
  const text = (id: string) => fields.get(id) ?? "";
  return {
    category: text(FIELD.costCategory),
    subcategory: text(FIELD.costSubcategory),
    // All that a rep may record is direct, so their form does not ask.
    kind: fields.has(FIELD.costKind) ? text(FIELD.costKind) : "direct",
    amount: text(FIELD.costAmount),
    currency: text(FIELD.costCurrency),
    fromDay: text(FIELD.costFrom),
    toDay: text(FIELD.costTo),
    // A rep's form asks for a customer only.
    scope: fields.has(FIELD.costScope) ? text(FIELD.costScope) : "customer",
    segment: text(FIELD.costSegment),
    customer: text(FIELD.costCustomer),
    list: text(FIELD.costList),
    driver: text(FIELD.costDriver),
    note: text(FIELD.costNote),
  };
}

const BLOCK: Readonly<Record<Exclude<CostField, "appliesTo">, string>> = {
  category: FIELD.costCategory,
  subcategory: FIELD.costSubcategory,
  kind: FIELD.costKind,
  amount: FIELD.costAmount,
  currency: FIELD.costCurrency,
  fromDay: FIELD.costFrom,
  toDay: FIELD.costTo,
  driver: FIELD.costDriver,
  note: FIELD.costNote,
};

const TARGET_BLOCK: Readonly<Record<string, string>> = {
  segment: FIELD.costSegment,
  customer: FIELD.costCustomer,
  list: FIELD.costList,
};

/** The first sentence about each block that the form has. */
function errorsByBlock(
  problems: readonly CostProblem[],
  { scope }: CostForm,
  { fields }: SubmissionRequest,
  locale: Locale,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { field, problem } of problems) {
    const block = field === "appliesTo" ? (TARGET_BLOCK[scope] ?? FIELD.costScope) : BLOCK[field];
    const shown = fields.has(block) ? block : FIELD.costAmount;
    errors[shown] ??= textOf(problem, locale);
  }
  return errors;
}
