/** What somebody sent by Slack: the typed text, or the label of the button or form they used. */
export type SentRequest = {
  readonly how: "command" | "message" | "button" | "form" | "event";
  /** Empty where Slack names none. */
  readonly label: string;
};

/** Tells whoever sent it that a request was begun three times and never finished. */
export type GivenUpNoteMessage = {
  readonly kind: "given-up-note";
  readonly request: SentRequest;
  readonly sentAt: string;
  /** The request's id, as it stands in the log. */
  readonly reference: string;
};

/** The same for whoever runs the bot: without what was typed, which may name a customer. */
export type GivenUpAlertMessage = {
  readonly kind: "given-up-alert";
  readonly how: SentRequest["how"];
  /** Null where nobody sent it, or nobody knows them. */
  readonly senderName: string | null;
  readonly isSenderTold: boolean;
  readonly sentAt: string;
  readonly reference: string;
};
