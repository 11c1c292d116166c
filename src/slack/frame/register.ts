import {
  chooseCustomer,
  explainRiskAction,
  shareCardAction,
  showCostAction,
  showDivisionsAction,
} from "../actions/card-buttons.ts";
import { notUsefulAction, reachedOutAction } from "../actions/nudge-buttons.ts";
import { logTouchAction, nudgeSnoozeAction, snoozeAction } from "../actions/open-forms.ts";
import { customerCommand } from "../commands/customer.ts";
import { memberChanged } from "../events/member-changed.ts";
import { homeOpened } from "../home/home-opened.ts";
import { ACTION, CALLBACK, COMMAND, EVENT } from "../ids.ts";
import { addCostSubmission } from "../views/add-cost.ts";
import { logTouchSubmission } from "../views/log-touch.ts";
import { snoozeSubmission } from "../views/snooze.ts";
import type { ActionHandler, CommandHandler, EventHandler, SubmissionHandler } from "./handler.ts";

/** Everything Slack can ask of us: one line each. */
export const COMMANDS: Readonly<Record<string, CommandHandler>> = {
  [COMMAND.customer]: customerCommand,
};

export const ACTIONS: Readonly<Record<string, ActionHandler>> = {
  [ACTION.choose]: chooseCustomer,
  [ACTION.logTouch]: logTouchAction,
  [ACTION.snooze]: snoozeAction,
  [ACTION.why]: explainRiskAction,
  [ACTION.share]: shareCardAction,
  [ACTION.cost]: showCostAction,
  [ACTION.costDivisions]: showDivisionsAction,
  [ACTION.nudgeReachedOut]: reachedOutAction,
  [ACTION.nudgeSnooze]: nudgeSnoozeAction,
  [ACTION.nudgeNotUseful]: notUsefulAction,
};

export const SUBMISSIONS: Readonly<Record<string, SubmissionHandler>> = {
  [CALLBACK.addCost]: addCostSubmission,
  [CALLBACK.logTouch]: logTouchSubmission,
  [CALLBACK.snooze]: snoozeSubmission,
};

export const EVENTS: Readonly<Record<string, EventHandler>> = {
  [EVENT.homeOpened]: homeOpened,
  [EVENT.memberJoined]: memberChanged,
  [EVENT.memberChanged]: memberChanged,
};
