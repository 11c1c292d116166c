import type { Surface } from "../../domain/access.ts";
import { accountNoticesOff, accountNoticesOn, unlinkAccountChannel } from "../actions/account-channel.ts";
import { chooseAsked } from "../actions/asked-choice.ts";
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
import { allowAgainAction, keepQuietAction, quietPageAction } from "../actions/do-not-disturb.ts";
import {
  draftAction,
  draftFormChanged,
  draftLanguageChanged,
  nudgeDraftAction,
} from "../actions/draft-buttons.ts";
import { editDraft, templateLanguageChanged, templateOurs } from "../actions/draft-templates.ts";
import { joinDuplicate, keepDuplicateApart, undoDuplicate } from "../actions/duplicate-buttons.ts";
import { addEventAction, removeEventAction } from "../actions/event-buttons.ts";
import { askFeedbackAction } from "../actions/feedback.ts";
import { showCustomerFigureRows, showFigureRows } from "../actions/figure-rows.ts";
import { handOverAction, takeEscalationAction } from "../actions/handover-buttons.ts";
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
import { promoteModelAction, rollBackModelAction } from "../actions/model-buttons.ts";
import { notUsefulAction, reachedOutAction } from "../actions/nudge-buttons.ts";
import {
  cardEndSnoozeAction,
  endSnoozeAction,
  feedbackLogTouchAction,
  logTouchAction,
  nudgeSnoozeAction,
  snoozeAction,
} from "../actions/open-forms.ts";
import { overrideAction, takeBackOverrideAction } from "../actions/override-buttons.ts";
import {
  nudgeSettingsAction,
  openNudgeNotUsefulAction,
  openNudgeReachedOutAction,
  takeNudgeAction,
} from "../actions/own-nudges.ts";
import { changePlaybookAction, previewPlaybookAction } from "../actions/playbook-buttons.ts";
import { playbooksQuarterAction } from "../actions/playbooks-quarter.ts";
import { adjustPointsAction, redeemPointsAction } from "../actions/points-buttons.ts";
import { postMortemNoteAction } from "../actions/post-mortem.ts";
import { askAgain, askPrivately, showCardPrivately } from "../actions/privately.ts";
import { productsAction } from "../actions/products.ts";
import { resendMessageAction } from "../actions/resend-message.ts";
import {
  setupAgainAction,
  setupDigestAction,
  setupNotNowAction,
  setupOwnersAction,
  setupStartAction,
  setupStopAction,
} from "../actions/setup-buttons.ts";
import {
  atRiskAsFile,
  costsAsFile,
  retentionAsFile,
  retentionAsPicture,
  segmentsAsFile,
} from "../actions/table-files.ts";
import { customerCommand } from "../commands/customer.ts";
import { contextChanged } from "../events/context-changed.ts";
import { entityDetailsRequested } from "../events/entity-details.ts";
import { groupsChanged } from "../events/groups-changed.ts";
import { linkShared } from "../events/link-shared.ts";
import { memberChanged } from "../events/member-changed.ts";
import { messageWritten } from "../events/message-written.ts";
import { sessionStopped } from "../events/session-stopped.ts";
import { homeBandAction, homeExplainedAction, homePageAction } from "../home/home-buttons.ts";
import { homeOpened } from "../home/home-opened.ts";
import { ACTION, CALLBACK, COMMAND, EVENT, GROUP_EVENT, SHORTCUT, STEP_EVENT } from "../ids.ts";
import { findCustomer } from "../shortcuts/find-customer.ts";
import { logAsTouch } from "../shortcuts/log-as-touch.ts";
import { functionExecuted } from "../steps/function-executed.ts";
import { addCostSubmission } from "../views/add-cost.ts";
import { addEventSubmission } from "../views/add-event.ts";
import { askFeedbackSubmission } from "../views/ask-feedback.ts";
import { correctCostSubmission } from "../views/correct-cost.ts";
import { draftSentSubmission } from "../views/draft-sent.ts";
import { draftTemplateSubmission } from "../views/draft-template.ts";
import { findCustomerSubmission } from "../views/find-customer.ts";
import { handOverSubmission } from "../views/hand-over.ts";
import { importFileSubmission, importPreviewSubmission } from "../views/import-file.ts";
import { logTouchSubmission } from "../views/log-touch.ts";
import { nudgeSettingsSubmission } from "../views/nudge-settings.ts";
import { overrideSubmission } from "../views/override.ts";
import { playbookSubmission } from "../views/playbook.ts";
import { adjustPointsSubmission, redeemPointsSubmission } from "../views/points-by-hand.ts";
import { postMortemNoteSubmission } from "../views/post-mortem-note.ts";
import { quietSubmission } from "../views/quiet.ts";
import { shareSubmission } from "../views/share.ts";
import { snoozeSubmission } from "../views/snooze.ts";
import { touchFromMessageSubmission } from "../views/touch-from-message.ts";
import { whyNotSubmission } from "../views/why-not.ts";
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  ShortcutHandler,
  SubmissionHandler,
} from "./handler.ts";

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

const ACTION_HANDLERS: Readonly<Record<string, Guarded<ActionHandler>>> = {
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
  [ACTION.atRiskAsFile]: on("at-risk", atRiskAsFile),
  [ACTION.retentionAsFile]: on("retention", retentionAsFile),
  [ACTION.retentionAsPicture]: on("retention", retentionAsPicture),
  [ACTION.costsAsFile]: on("costs", costsAsFile),
  [ACTION.segmentsAsFile]: on("segments", segmentsAsFile),
  [ACTION.figureRows]: on("figure-rows", showFigureRows),
  [ACTION.customerRows]: on("customer-rows", showCustomerFigureRows),
  [ACTION.costUndo]: on("correct-cost", undoCostAction),
  [ACTION.costCorrect]: on("correct-cost", correctCostAction),
  [ACTION.askPrivately]: privately("help", askPrivately),
  [ACTION.ask]: on("help", askAgain),
  [ACTION.cardPrivately]: privately("card", showCardPrivately),
  [ACTION.askChoose]: on("help", chooseAsked),
  [ACTION.card]: on("card", showCardAction),
  [ACTION.atRiskPage]: on("at-risk", atRiskPageAction),
  [ACTION.atRiskReachedOut]: on("answer-nudge", atRiskReachedOutAction),
  [ACTION.cardEndSnooze]: on("snooze", cardEndSnoozeAction),
  [ACTION.endSnooze]: on("snooze", endSnoozeAction),
  [ACTION.override]: on("override", overrideAction),
  [ACTION.overrideTakeBack]: on("override", takeBackOverrideAction),
  [ACTION.quietAllow]: on("quiet", allowAgainAction),
  [ACTION.quietKeep]: on("do-not-disturb", keepQuietAction),
  [ACTION.quietPage]: on("do-not-disturb", quietPageAction),
  [ACTION.nudgeCard]: on("card", showCardAction),
  [ACTION.nudgeReachedOut]: on("answer-nudge", reachedOutAction),
  [ACTION.nudgeSnooze]: on("answer-nudge", nudgeSnoozeAction),
  [ACTION.nudgeNotUseful]: on("answer-nudge", notUsefulAction),
  [ACTION.draft]: on("draft", draftAction),
  [ACTION.nudgeDraft]: on("draft", nudgeDraftAction),
  [ACTION.draftLanguage]: on("draft", draftLanguageChanged),
  [ACTION.draftForm]: on("draft", draftFormChanged),
  [ACTION.draftTemplate]: on("draft-templates", editDraft),
  [ACTION.draftTemplateLanguage]: on("draft-templates", templateLanguageChanged),
  [ACTION.draftTemplateOurs]: on("draft-templates", templateOurs),
  [ACTION.nudgeHandOver]: on("hand-over", handOverAction),
  [ACTION.escalationTake]: on("take-over", takeEscalationAction),
  [ACTION.openNudgeReachedOut]: on("answer-nudge", openNudgeReachedOutAction),
  [ACTION.openNudgeNotUseful]: on("answer-nudge", openNudgeNotUsefulAction),
  [ACTION.nudgeSettings]: on("nudge-settings", nudgeSettingsAction),
  [ACTION.takeNudge]: on("take-nudge", takeNudgeAction),
  [ACTION.askFeedback]: on("ask-feedback", askFeedbackAction),
  [ACTION.feedbackLogTouch]: on("log-touch", feedbackLogTouchAction),
  [ACTION.playbookChange]: on("playbook-settings", changePlaybookAction),
  [ACTION.playbookPreview]: on("playbook-settings", previewPlaybookAction),
  [ACTION.pointsRedeem]: on("redeem-points", redeemPointsAction),
  [ACTION.pointsAdjust]: on("adjust-points", adjustPointsAction),
  [ACTION.mentionAnswered]: on("settle-mention", mentionAnsweredAction),
  [ACTION.mentionNotNegative]: on("settle-mention", mentionNotNegativeAction),
  [ACTION.mentionsPage]: on("mentions", mentionsPageAction),
  [ACTION.eventAdd]: on("change-events", addEventAction),
  [ACTION.eventRemove]: on("change-events", removeEventAction),
  [ACTION.resendMessage]: on("resend-message", resendMessageAction),
  [ACTION.setupOwners]: on("setup", setupOwnersAction),
  [ACTION.setupDigest]: on("setup", setupDigestAction),
  [ACTION.setupAgain]: on("setup", setupAgainAction),
  [ACTION.setupNotNow]: on("setup", setupNotNowAction),
  [ACTION.setupStart]: on("setup", setupStartAction),
  [ACTION.setupStop]: on("setup", setupStopAction),
  [ACTION.importFile]: on("import-file", openImportForm),
  [ACTION.importChoice]: on("import-file", importChoiceChanged),
  [ACTION.importNow]: on("import-file", importNow),
  [ACTION.importChoose]: on("import-file", chooseForImport),
  [ACTION.importCancel]: on("import-file", cancelImport),
  [ACTION.importRejected]: on("import-file", rejectedAsFile),
  [ACTION.duplicateJoin]: on("duplicates", joinDuplicate),
  [ACTION.duplicateApart]: on("duplicates", keepDuplicateApart),
  [ACTION.duplicateUndo]: on("duplicates", undoDuplicate),
  [ACTION.postMortemNote]: on("post-mortem-note", postMortemNoteAction),
  [ACTION.accountNoticesOn]: on("account-channel", accountNoticesOn),
  [ACTION.accountNoticesOff]: on("account-channel", accountNoticesOff),
  [ACTION.accountUnlink]: on("account-channel", unlinkAccountChannel),
  [ACTION.playbooksQuarter]: on("playbooks", playbooksQuarterAction),
  [ACTION.modelPromote]: on("choose-model", promoteModelAction),
  [ACTION.modelRollBack]: on("choose-model", rollBackModelAction),
  [ACTION.homePage]: on("home", homePageAction),
  [ACTION.homeBand]: on("home", homeBandAction),
  [ACTION.homeExplained]: on("home", homeExplainedAction),
};

const FORM_HANDLERS: Readonly<Record<string, Guarded<SubmissionHandler>>> = {
  [CALLBACK.addCost]: on("add-cost", addCostSubmission),
  [CALLBACK.addEvent]: on("change-events", addEventSubmission),
  [CALLBACK.askFeedback]: on("ask-feedback", askFeedbackSubmission),
  [CALLBACK.correctCost]: on("correct-cost", correctCostSubmission),
  [CALLBACK.draftSent]: on("draft", draftSentSubmission),
  [CALLBACK.draftTemplate]: on("draft-templates", draftTemplateSubmission),
  [CALLBACK.importFile]: on("import-file", importFileSubmission),
  [CALLBACK.importPreview]: on("import-file", importPreviewSubmission),
  [CALLBACK.logTouch]: on("log-touch", logTouchSubmission),
  [CALLBACK.touchFromMessage]: on("log-touch", touchFromMessageSubmission),
  [CALLBACK.findCustomer]: on("card", findCustomerSubmission),
  [CALLBACK.handOver]: on("hand-over", handOverSubmission),
  [CALLBACK.notUseful]: on("answer-nudge", whyNotSubmission),
  [CALLBACK.override]: on("override", overrideSubmission),
  [CALLBACK.quiet]: on("quiet", quietSubmission),
  [CALLBACK.nudgeSettings]: on("nudge-settings", nudgeSettingsSubmission),
  [CALLBACK.redeemPoints]: on("redeem-points", redeemPointsSubmission),
  [CALLBACK.adjustPoints]: on("adjust-points", adjustPointsSubmission),
  [CALLBACK.postMortemNote]: on("post-mortem-note", postMortemNoteSubmission),
  [CALLBACK.setPlaybook]: on("playbook-settings", playbookSubmission),
  [CALLBACK.share]: on("share", shareSubmission),
  // An id of its own: the same modal, submitted a second time.
  [CALLBACK.shareAgain]: on("share", shareSubmission),
  [CALLBACK.snooze]: on("snooze", snoozeSubmission),
};

/** Looked up by what Slack sends, in which anything may stand: a name like `constructor` must find nothing. */
export const ACTIONS: ReadonlyMap<string, Guarded<ActionHandler>> = new Map(Object.entries(ACTION_HANDLERS));
export const SUBMISSIONS: ReadonlyMap<string, Guarded<SubmissionHandler>> = new Map(
  Object.entries(FORM_HANDLERS),
);

const SHORTCUT_HANDLERS: Readonly<Record<string, Guarded<ShortcutHandler>>> = {
  [SHORTCUT.logAsTouch]: on("log-touch", logAsTouch),
  [SHORTCUT.findCustomer]: on("card", findCustomer),
};
export const SHORTCUTS: ReadonlyMap<string, Guarded<ShortcutHandler>> = new Map(
  Object.entries(SHORTCUT_HANDLERS),
);

export const EVENTS: Readonly<Record<string, EventHandler>> = {
  [EVENT.homeOpened]: homeOpened,
  [EVENT.memberJoined]: memberChanged,
  [EVENT.memberChanged]: memberChanged,
  [GROUP_EVENT]: groupsChanged,
  [STEP_EVENT]: functionExecuted,
  [EVENT.contextChanged]: contextChanged,
  [EVENT.sessionStopped]: sessionStopped,
  [EVENT.mentioned]: messageWritten,
  [EVENT.messageWritten]: messageWritten,
  [EVENT.linkShared]: linkShared,
  [EVENT.entityDetails]: entityDetailsRequested,
};
