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
  /** Whom a question was about was chosen; followed by `:` and the place in the list. */
  askChoose: "asking.choose",
  /** Does what is written on it, as if it had been typed behind the command. */
  ask: "command.ask",
  /** A choice in the form that records a cost: the form then shows the fields that apply. */
  costFormChanged: "cost.form_changed",
  costUndo: "cost.undo",
  costsAsFile: "costs.as_file",
  atRiskAsFile: "at_risk.as_file",
  retentionAsFile: "retention.as_file",
  retentionAsPicture: "retention.as_picture",
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
  /** Opens the form in which somebody knows better than the model. */
  override: "override.open",
  /** On a card, which is shown anew. */
  overrideTakeBack: "override.take_back",
  quietAllow: "quiet.allow",
  quietKeep: "quiet.keep",
  /** Another page of the list, followed by `:` and which. */
  quietPage: "quiet.page",
  nudgeCard: "nudge.card",
  nudgeReachedOut: "nudge.reached_out",
  nudgeSnooze: "nudge.snooze",
  nudgeNotUseful: "nudge.not_useful",
  /** On a card, which is shown anew once it is sent; the other one on a nudge. */
  draft: "customer.draft",
  nudgeDraft: "nudge.draft",
  /** Choices in the form of a draft, which is shown anew then. */
  draftLanguage: "draft.language",
  draftForm: "draft.form",
  /** A draft was chosen to be edited; in the form: another language, and ours again. */
  draftTemplate: "draft.template",
  draftTemplateLanguage: "draft.template_language",
  draftTemplateOurs: "draft.template_ours",
  nudgeHandOver: "nudge.hand_over",
  escalationTake: "escalation.take",
  /** In the list of one's open nudges. */
  openNudgeReachedOut: "open_nudge.reached_out",
  openNudgeNotUseful: "open_nudge.not_useful",
  nudgeSettings: "nudges.settings",
  /** In a channel: who clicks sees to the customer. */
  takeNudge: "nudge.take",
  askFeedback: "feedback.ask",
  feedbackLogTouch: "feedback.log_touch",
  /** Followed by `:` and the playbook's key, because several stand in a list. */
  playbookChange: "playbook.change",
  /** In the form: counts whom the playbook would apply to. */
  playbookPreview: "playbook.preview",
  pointsRedeem: "points.redeem",
  pointsAdjust: "points.adjust",
  mentionAnswered: "mention.answered",
  mentionNotNegative: "mention.not_negative",
  /** Another page of the list, followed by `:` and which. */
  mentionsPage: "mentions.page",
  eventAdd: "event.add",
  /** Followed by `:` and the event, because several stand in a message. */
  eventRemove: "event.remove",
  /** The three steps of a new installation. */
  setupOwners: "setup.owners",
  setupDigest: "setup.digest",
  setupAgain: "setup.again",
  setupNotNow: "setup.not_now",
  setupStart: "setup.start",
  setupStop: "setup.stop",
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
  /** What somebody knew of why a customer left. */
  postMortemNote: "post_mortem.note",
  /** A message that did not arrive; its value is the message's key. */
  resendMessage: "message.resend",
  /** Another page of one of Home's lists, followed by `:` and which way. */
  homePage: "home.page",
  /** Which of the reader's accounts Home lists. */
  homeBand: "home.band",
  /** Its reader knows what Home is for. */
  homeExplained: "home.explained",
  /** Its value is the version that is to serve. */
  modelPromote: "model.promote",
  /** Its value is the version that is to step down. */
  modelRollBack: "model.roll_back",
  /** What is said in a customer's channel, and which channel it is. */
  accountNoticesOn: "account_channel.notices_on",
  accountNoticesOff: "account_channel.notices_off",
  accountUnlink: "account_channel.unlink",
  /** What another quarter's nudges brought; its value is a day of that quarter. */
  playbooksQuarter: "playbooks.quarter",
} as const;

/** In the menu of a message, and of Slack itself. */
export const SHORTCUT = {
  logAsTouch: "touch.from_message",
  findCustomer: "customer.find",
} as const;

export const CALLBACK = {
  touchFromMessage: "touch.from_message",
  findCustomer: "customer.find",
  addCost: "cost.add",
  askFeedback: "feedback.ask",
  correctCost: "cost.correct",
  draftSent: "draft.sent",
  draftTemplate: "draft.template",
  logTouch: "touch.log",
  handOver: "nudge.hand_over",
  notUseful: "nudge.not_useful",
  nudgeSettings: "nudges.settings",
  share: "customer.share",
  shareAgain: "customer.share_again",
  snooze: "customer.snooze",
  why: "customer.why",
  history: "customer.history",
  importFile: "import.file",
  importPreview: "import.preview",
  setPlaybook: "playbook.set",
  override: "override.set",
  quiet: "quiet.set",
  redeemPoints: "points.redeem",
  adjustPoints: "points.adjust",
  postMortemNote: "post_mortem.note",
  addEvent: "event.add",
} as const;

export const EVENT = {
  homeOpened: "app_home_opened",
  memberJoined: "team_join",
  memberChanged: "user_change",
  mentioned: "app_mention",
  /** Another channel is looked at beside the Messages tab. */
  contextChanged: "app_context_changed",
  /** An answer that was being streamed is not wanted any more. */
  sessionStopped: "agent_session_stopped",
  /** In the bot's direct message: only that is subscribed to. */
  messageWritten: "message",
  /** A link of one of the app's domains was posted. */
  linkShared: "link_shared",
  /** Somebody opened the pane of a customer's link. */
  entityDetails: "entity_details_requested",
} as const;

/** Told only to apps that may read user groups, which the manifest does not ask for. */
export const GROUP_EVENT = "subteam_members_changed";

/** Input blocks of the modals; the element inside each has the same id. */
export const FIELD = {
  touchCustomer: "touch_customer",
  findCustomer: "find_customer",
  channel: "channel",
  outcome: "outcome",
  note: "note",
  minutes: "minutes",
  at: "at",
  snoozeFor: "snooze_for",
  snoozeUntil: "snooze_until",
  handOverTo: "hand_over_to",
  overrideSays: "override_says",
  overrideUntil: "override_until",
  overrideBecause: "override_because",
  quietBecause: "quiet_because",
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
  postMortemNote: "post_mortem_note",
  playbookMode: "playbook_mode",
  /** Followed by `_` and the number's name. */
  playbookNumber: "playbook_number",
  playbookMinutes: "playbook_minutes",
  playbookGift: "playbook_gift",
  playbookCurrency: "playbook_currency",
  /** All three followed by `:` and what the form shows, so that another text is no edit of the one before. */
  draftSubject: "draft_subject",
  draftBody: "draft_body",
  draftChat: "draft_chat",
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
  eventName: "event_name",
  eventDay: "event_day",
  eventPlace: "event_place",
  eventFor: "event_for",
  eventWhich: "event_which",
  importFile: "import_file",
  importCurrency: "import_currency",
  importSource: "import_source",
  importCurrencyChosen: "import_currency_chosen",
  /** Followed by `_` and the place of the column among those that are open. */
  importFormat: "import_format",
} as const;

/** A workflow came to a step of ours; only where the app is installed for an organisation, and has steps. */
export const STEP_EVENT = "function_executed";
