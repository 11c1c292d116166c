/** What a channel can ask to receive. */
export type ChannelTopic = "digest" | "costSummary" | "alerts" | "postMortems" | "escalations" | "nudges";

/** What a channel asked to receive; a channel without a setting receives nothing. */
export type ChannelSetting = {
  readonly channelId: string;
  readonly digest: boolean;
  readonly costSummary: boolean;
  /** Warnings to whoever runs the bot: drift, a model that fell behind, jobs that failed. */
  readonly alerts: boolean;
  /** Customers who left while they were rated safe; left out: no. */
  readonly postMortems?: boolean;
  /** Nudges that nobody answers, for managers. */
  readonly escalations: boolean;
  /** Customers without an owner who need somebody; left out: no. */
  readonly nudges?: boolean;
  /** IANA name: its morning is the channel's morning. */
  readonly timeZone: string;
  /** In which language it is written to: the one that was chosen, else that of who first set it, as Slack names it. */
  readonly locale: string;
  /** Slack user id of who set it. */
  readonly setBy: string;
  readonly updatedAt: Date;
};

/** What a channel nobody has set up receives: nothing. */
export const NO_TOPICS: Readonly<Record<ChannelTopic, false>> = {
  digest: false,
  costSummary: false,
  alerts: false,
  postMortems: false,
  escalations: false,
  nudges: false,
};
