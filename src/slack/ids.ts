/** Every id Slack hands back to us, once. Buttons on messages that are already posted depend on them: never reuse one. */
export const COMMAND = { customer: "/customer" } as const;

export const ACTION = {
  logTouch: "customer.log_touch",
  snooze: "customer.snooze",
  why: "customer.why",
  history: "customer.history",
  /** Followed by `:` and the page, from 0. */
  historyPage: "customer.history_page",
  share: "customer.share",
  products: "customer.products",
  cost: "customer.cost",
  costDivisions: "customer.cost_divisions",
  /** Followed by `:` and the place in the list, because action ids must differ within a block. */
  choose: "customer.choose",
  /** Asked for where another organisation reads: to be shown in the direct message. */
  askPrivately: "privately.ask",
  /** Does what is written on it, as if it had been typed behind the command. */
  ask: "command.ask",
  /** A choice in the form that records a cost: the form then shows the fields that apply. */
  costFormChanged: "cost.form_changed",
  costUndo: "cost.undo",
  costsAsFile: "costs.as_file",
  segmentsAsFile: "segments.as_file",
  /** Both followed by `:` and the figure, because several stand in a block. */
  figureRows: "figure.rows",
  customerRows: "customer.rows",
  costCorrect: "cost.correct",
  cardPrivately: "privately.card",
  /** A customer's card, to whoever asks alone. */
  card: "customer.card",
  /** Another page of the list, followed by `:` and which. */
  atRiskPage: "at_risk.page",
  atRiskReachedOut: "at_risk.reached_out",
  /** On a card, which is shown anew; the other one stands below whatever else speaks of a snooze. */
  cardEndSnooze: "customer.end_snooze",
  endSnooze: "snooze.end",
  nudgeCard: "nudge.card",
  nudgeReachedOut: "nudge.reached_out",
  nudgeSnooze: "nudge.snooze",
  nudgeNotUseful: "nudge.not_useful",
  /** In the list of one's open nudges. */
  openNudgeReachedOut: "open_nudge.reached_out",
  openNudgeNotUseful: "open_nudge.not_useful",
  nudgeSettings: "nudges.settings",
  /** In a channel: who clicks sees to the customer. */
  takeNudge: "nudge.take",
  askFeedback: "feedback.ask",
  feedbackLogTouch: "feedback.log_touch",
  pointsRedeem: "points.redeem",
  pointsAdjust: "points.adjust",
  mentionAnswered: "mention.answered",
  mentionNotNegative: "mention.not_negative",
  /** Another page of the list, followed by `:` and which. */
  mentionsPage: "mentions.page",
  importFile: "import.file",
  /** A choice in the preview of a file, followed by `:` and its field: the preview then shows the rows as they would arrive. */
  importChoice: "import.choice",
  /** In the message that shows the preview where the modal was closed. */
  importNow: "import.now",
  importChoose: "import.choose",
  importCancel: "import.cancel",
  /** Followed by `:` and the place in the list, because action ids must differ within a block. */
  importRejected: "import.rejected",
  /** Of a pair; both followed by `:` and its place in the message. */
  duplicateJoin: "duplicate.join",
  duplicateApart: "duplicate.apart",
  duplicateUndo: "duplicate.undo",
} as const;

export const CALLBACK = {
  addCost: "cost.add",
  askFeedback: "feedback.ask",
  correctCost: "cost.correct",
  logTouch: "touch.log",
  notUseful: "nudge.not_useful",
  nudgeSettings: "nudges.settings",
  share: "customer.share",
  snooze: "customer.snooze",
  why: "customer.why",
  history: "customer.history",
  importFile: "import.file",
  importPreview: "import.preview",
  redeemPoints: "points.redeem",
  adjustPoints: "points.adjust",
} as const;

export const EVENT = {
  homeOpened: "app_home_opened",
  memberJoined: "team_join",
  memberChanged: "user_change",
  mentioned: "app_mention",
  /** In the bot's direct message: only that is subscribed to. */
  messageWritten: "message",
} as const;

/** Input blocks of the modals; the element inside each has the same id. */
export const FIELD = {
  channel: "channel",
  outcome: "outcome",
  note: "note",
  minutes: "minutes",
  at: "at",
  snoozeFor: "snooze_for",
  snoozeUntil: "snooze_until",
  whyNot: "why_not",
  whyNotNote: "why_not_note",
  shareNote: "share_note",
  shareMention: "share_mention",
  costCategory: "cost_category",
  costSubcategory: "cost_subcategory",
  costKind: "cost_kind",
  costAmount: "cost_amount",
  costCurrency: "cost_currency",
  costFrom: "cost_from",
  costTo: "cost_to",
  costScope: "cost_scope",
  costSegment: "cost_segment",
  costCustomer: "cost_customer",
  costList: "cost_list",
  costDriver: "cost_driver",
  costNote: "cost_note",
  correctAmount: "correct_amount",
  correctNote: "correct_note",
  feedbackKind: "feedback_kind",
  feedbackContact: "feedback_contact",
  feedbackLanguage: "feedback_language",
  feedbackTicket: "feedback_ticket",
  nudgeHour: "nudge_hour",
  nudgeWeekdays: "nudge_weekdays",
  nudgeHow: "nudge_how",
  nudgeWeeklyOn: "nudge_weekly_on",
  nudgePausedUntil: "nudge_paused_until",
  nudgeBudget: "nudge_budget",
  nudgeQuietFrom: "nudge_quiet_from",
  nudgeQuietUntil: "nudge_quiet_until",
  nudgeUrgent: "nudge_urgent",
  nudgeCountry: "nudge_country",
  points: "points",
  pointsReason: "points_reason",
  importFile: "import_file",
  importCurrency: "import_currency",
  importSource: "import_source",
  importCurrencyChosen: "import_currency_chosen",
  /** Followed by `_` and the place of the column among those that are open. */
  importFormat: "import_format",
} as const;
