import { answerAboutChosen } from "../asking/answer-question.ts";
import { decodeAsked } from "../blocks/asking/asked-value.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { sayTooOld } from "./card-buttons.ts";

/** One of several customers was chosen for a question. */
export const chooseAsked: ActionHandler = async (request, tools) => {
  const asked = decodeAsked(request.value);
  if (asked === null) return sayTooOld(request, tools);
  const { intent, customerId, conversation } = asked;
  await answerAboutChosen(intent, customerId, conversation, request, tools);
};
