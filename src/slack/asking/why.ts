import { hasMoved, showMovement } from "../actions/show-movement.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import type { MovementState } from "../blocks/risk/movement.ts";
import { riskExplanationMessage } from "../blocks/risk/risk-explanation.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

/** Everything behind a customer's risk, and why it moved where it did. */
export async function showWhy(customerId: number, { flows, answer, reader }: PermittedTools): Promise<void> {
  const explained = await flows.explainRisk({ customerId });
  if (explained.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  let movement: MovementState = null;
  try {
    if (hasMoved(explained.explanation))
      await showMovement(customerId, { flows }, async (told) => {
        movement = told;
      });
  } finally {
    await answer.privately(riskExplanationMessage({ ...explained, ...asReadBy(reader), movement }));
  }
}

/** No amount is in it. */
export const whyForAll: BuildForAll<number> = async (customerId, { flows, reader }) => {
  const explained = await flows.explainRisk({ customerId });
  if (explained.kind === "gone") return null;
  return nothingMore(riskExplanationMessage({ ...explained, ...asReadBy(reader) }));
};
