/** The conversation a question was written in. */
export type AskedIn = {
  /** What is kept of it: a direct message by its channel, a thread by its channel and first message. */
  readonly conversation: string;
  readonly isThread: boolean;
  /** Where everyone in the channel would read an answer; null: in the direct message. */
  readonly thread: MessageThread | null;
  /** The channel that is open beside the direct message; null: none, or Slack does not say. */
  readonly openChannelId: string | null;
  /** Where it is shown that an answer is being worked out. */
  readonly message: MessageThread;
};

export type MessageThread = {
  readonly channelId: string;
  /** Of its first message. */
  readonly threadTs: string;
};

/** @param ts of the message, `threadTs` of the thread it is in, if any */
export function askedIn(
  channelId: string,
  ts: string,
  threadTs: string | null,
  openChannelId: string | null,
): AskedIn {
  const isDirect = channelId.startsWith("D");
  const isThread = !isDirect || threadTs !== null;
  const message = { channelId, threadTs: threadTs ?? ts };
  return {
    conversation: isThread ? `${channelId}:${message.threadTs}` : channelId,
    isThread,
    thread: isDirect ? null : message,
    openChannelId: isDirect ? openChannelId : null,
    message,
  };
}
