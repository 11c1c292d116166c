/** A part of a page that could not be read; the other parts stand without it. */
export type Unread = {
  /** By which whoever runs the bot finds the reason in the log. */
  readonly unread: string;
};
export type Part<Value> = Value | Unread;

export const isUnread = (part: unknown): part is Unread =>
  typeof part === "object" && part !== null && "unread" in part;
