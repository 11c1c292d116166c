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
  /** When its digest comes: 1 (Monday) to 7, from this full hour on, 0–23; left out: as `USUAL_DIGEST_TIME`. */
  readonly digestWeekday?: number;
  readonly digestHour?: number;
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

/** When a digest comes where nobody chose: the week begins with it. Chosen by the product. */
export const USUAL_DIGEST_TIME = { digestWeekday: 1, digestHour: 9 } as const;

export type DigestTime = { readonly digestWeekday: number; readonly digestHour: number };

export const digestTimeOf = ({ digestWeekday, digestHour }: Partial<DigestTime>): DigestTime => ({
  digestWeekday: digestWeekday ?? USUAL_DIGEST_TIME.digestWeekday,
  digestHour: digestHour ?? USUAL_DIGEST_TIME.digestHour,
});

/** Whether the weekly job sends it; others have a turn of their own. */
export function hasUsualDigestTime(setting: Partial<DigestTime>): boolean {
  const { digestWeekday, digestHour } = digestTimeOf(setting);
  return digestWeekday === USUAL_DIGEST_TIME.digestWeekday && digestHour === USUAL_DIGEST_TIME.digestHour;
}
