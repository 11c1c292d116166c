import type { Surface } from "../../domain/access.ts";
import { atRiskPageAction, atRiskReachedOutAction } from "../actions/at-risk-buttons.ts";
import {
  chooseCustomer,
  explainRiskAction,
  shareCardAction,
  showCardAction,
  showCostAction,
  showDivisionsAction,
} from "../actions/card-buttons.ts";
import { correctCostAction, costFormChanged, undoCostAction } from "../actions/cost-buttons.ts";
import { joinDuplicate, keepDuplicateApart, undoDuplicate } from "../actions/duplicate-buttons.ts";
import { askFeedbackAction } from "../actions/feedback.ts";
import { showCustomerFigureRows, showFigureRows } from "../actions/figure-rows.ts";
import { historyAction, historyPageAction } from "../actions/history.ts";
import {
  cancelImport,
  chooseForImport,
  importChoiceChanged,
  importNow,
  openImportForm,
  rejectedAsFile,
} from "../actions/import-buttons.ts";
import {
  mentionAnsweredAction,
  mentionNotNegativeAction,
  mentionsPageAction,
} from "../actions/mention-buttons.ts";
import { notUsefulAction, reachedOutAction } from "../actions/nudge-buttons.ts";
import {
  cardEndSnoozeAction,
  endSnoozeAction,
  feedbackLogTouchAction,
  logTouchAction,
  nudgeSnoozeAction,
  snoozeAction,
} from "../actions/open-forms.ts";
import {
  nudgeSettingsAction,
  openNudgeNotUsefulAction,
  openNudgeReachedOutAction,
  takeNudgeAction,
} from "../actions/own-nudges.ts";
import { adjustPointsAction, redeemPointsAction } from "../actions/points-buttons.ts";
import { askAgain, askPrivately, showCardPrivately } from "../actions/privately.ts";
import { productsAction } from "../actions/products.ts";
import { costsAsFile, segmentsAsFile } from "../actions/table-files.ts";
import { customerCommand } from "../commands/customer.ts";
import { memberChanged } from "../events/member-changed.ts";
import { messageWritten } from "../events/message-written.ts";
import { homeOpened } from "../home/home-opened.ts";
import { ACTION, CALLBACK, COMMAND, EVENT } from "../ids.ts";
import { addCostSubmission } from "../views/add-cost.ts";
import { askFeedbackSubmission } from "../views/ask-feedback.ts";
import { correctCostSubmission } from "../views/correct-cost.ts";
import { importFileSubmission, importPreviewSubmission } from "../views/import-file.ts";
import { logTouchSubmission } from "../views/log-touch.ts";
import { nudgeSettingsSubmission } from "../views/nudge-settings.ts";
import { adjustPointsSubmission, redeemPointsSubmission } from "../views/points-by-hand.ts";
import { shareSubmission } from "../views/share.ts";
import { snoozeSubmission } from "../views/snooze.ts";
import { whyNotSubmission } from "../views/why-not.ts";
import type { ActionHandler, CommandHandler, EventHandler, SubmissionHandler } from "./handler.ts";

/** What a handler shows or does, by which `domain/access.ts` decides who may have it where; and the handler. */
export type Guarded<Handler> = {
  readonly surface: Surface;
  readonly handle: Handler;
  /** Answered in the direct message, wherever it was asked. */
  readonly isPrivate: boolean;
};

const on = <Handler>(surface: Surface, handle: Handler) => ({ surface, handle, isPrivate: false });
const privately = <Handler>(surface: Surface, handle: Handler) => ({ surface, handle, isPrivate: true });

/** Everything Slack can ask of us: one line each. What a command does has a surface of its own, in its list. */
export const COMMANDS: Readonly<Record<string, CommandHandler>> = {
  [COMMAND.customer]: customerCommand,
};

export const ACTIONS: Readonly<Record<string, Guarded<ActionHandler>>> = {
  [ACTION.choose]: on("card", chooseCustomer),
  [ACTION.logTouch]: on("log-touch", logTouchAction),
  [ACTION.snooze]: on("snooze", snoozeAction),
  [ACTION.why]: on("why", explainRiskAction),
  [ACTION.history]: on("history", historyAction),
  [ACTION.historyPage]: on("history", historyPageAction),
  [ACTION.products]: on("products", productsAction),
  [ACTION.share]: on("share", shareCardAction),
  [ACTION.cost]: on("customer-costs", showCostAction),
  [ACTION.costDivisions]: on("customer-costs", showDivisionsAction),
  [ACTION.costFormChanged]: on("add-cost", costFormChanged),
  [ACTION.costsAsFile]: on("costs", costsAsFile),
  [ACTION.segmentsAsFile]: on("segments", segmentsAsFile),
  [ACTION.figureRows]: on("figure-rows", showFigureRows),
  [ACTION.customerRows]: on("customer-rows", showCustomerFigureRows),
  [ACTION.costUndo]: on("correct-cost", undoCostAction),
  [ACTION.costCorrect]: on("correct-cost", correctCostAction),
  [ACTION.askPrivately]: privately("help", askPrivately),
  [ACTION.ask]: on("help", askAgain),
  [ACTION.cardPrivately]: privately("card", showCardPrivately),
  [ACTION.card]: on("card", showCardAction),
  [ACTION.atRiskPage]: on("at-risk", atRiskPageAction),
  [ACTION.atRiskReachedOut]: on("answer-nudge", atRiskReachedOutAction),
  [ACTION.cardEndSnooze]: on("snooze", cardEndSnoozeAction),
  [ACTION.endSnooze]: on("snooze", endSnoozeAction),
  [ACTION.nudgeCard]: on("card", showCardAction),
  [ACTION.nudgeReachedOut]: on("answer-nudge", reachedOutAction),
  [ACTION.nudgeSnooze]: on("answer-nudge", nudgeSnoozeAction),
  [ACTION.nudgeNotUseful]: on("answer-nudge", notUsefulAction),
  [ACTION.openNudgeReachedOut]: on("answer-nudge", openNudgeReachedOutAction),
  [ACTION.openNudgeNotUseful]: on("answer-nudge", openNudgeNotUsefulAction),
  [ACTION.nudgeSettings]: on("nudge-settings", nudgeSettingsAction),
  [ACTION.takeNudge]: on("take-nudge", takeNudgeAction),
  [ACTION.askFeedback]: on("ask-feedback", askFeedbackAction),
  [ACTION.feedbackLogTouch]: on("log-touch", feedbackLogTouchAction),
  [ACTION.pointsRedeem]: on("redeem-points", redeemPointsAction),
  [ACTION.pointsAdjust]: on("adjust-points", adjustPointsAction),
  [ACTION.mentionAnswered]: on("settle-mention", mentionAnsweredAction),
  [ACTION.mentionNotNegative]: on("settle-mention", mentionNotNegativeAction),
  [ACTION.mentionsPage]: on("mentions", mentionsPageAction),
  [ACTION.importFile]: on("import-file", openImportForm),
  [ACTION.importChoice]: on("import-file", importChoiceChanged),
  [ACTION.importNow]: on("import-file", importNow),
  [ACTION.importChoose]: on("import-file", chooseForImport),
  [ACTION.importCancel]: on("import-file", cancelImport),
  [ACTION.importRejected]: on("import-file", rejectedAsFile),
  [ACTION.duplicateJoin]: on("duplicates", joinDuplicate),
  [ACTION.duplicateApart]: on("duplicates", keepDuplicateApart),
  [ACTION.duplicateUndo]: on("duplicates", undoDuplicate),
};

export const SUBMISSIONS: Readonly<Record<string, Guarded<SubmissionHandler>>> = {
  [CALLBACK.addCost]: on("add-cost", addCostSubmission),
  [CALLBACK.askFeedback]: on("ask-feedback", askFeedbackSubmission),
  [CALLBACK.correctCost]: on("correct-cost", correctCostSubmission),
  [CALLBACK.importFile]: on("import-file", importFileSubmission),
  [CALLBACK.importPreview]: on("import-file", importPreviewSubmission),
  [CALLBACK.logTouch]: on("log-touch", logTouchSubmission),
  [CALLBACK.notUseful]: on("answer-nudge", whyNotSubmission),
  [CALLBACK.nudgeSettings]: on("nudge-settings", nudgeSettingsSubmission),
  [CALLBACK.redeemPoints]: on("redeem-points", redeemPointsSubmission),
  [CALLBACK.adjustPoints]: on("adjust-points", adjustPointsSubmission),
  [CALLBACK.share]: on("share", shareSubmission),
  [CALLBACK.snooze]: on("snooze", snoozeSubmission),
};

export const EVENTS: Readonly<Record<string, EventHandler>> = {
  [EVENT.homeOpened]: homeOpened,
  [EVENT.memberJoined]: memberChanged,
  [EVENT.memberChanged]: memberChanged,
  [EVENT.mentioned]: messageWritten,
  [EVENT.messageWritten]: messageWritten,
};
