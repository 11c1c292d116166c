import type { ChannelSetting, ChannelTopic, DigestTime } from "../../domain/messages/channel-setting.ts";
import { bool, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ChannelSettingStore = ReturnType<typeof channelSettingStore>;

/** What somebody turned on or off in a channel. */
export type ChannelChange = { readonly topic: ChannelTopic; readonly on: boolean; readonly was: boolean };

/** What each channel asked to receive. */
export function channelSettingStore({ pool, prisma }: Database) {
  return {
    get: (channelId: string): Promise<ChannelSetting | null> => GET.first(pool, { channelId }),

    /** Keeps what a channel receives as it is given, without a note of who changed what. */
    async save(setting: ChannelSetting): Promise<void> {
      const { channelId, ...values } = setting;
      await prisma.channelSetting.upsert({ where: { channelId }, create: setting, update: values });
    },

    /** The same for what a person changed, with the note of it; nothing is noted where it was so already. */
    change: (setting: Required<ChannelSetting>, change: ChannelChange): Promise<void> =>
      CHANGE.run(pool, { ...setting, ...change }).then(() => {}),

    /** The same for the language it is written to. @param was the language it would have had without this */
    changeLanguage: (setting: Required<ChannelSetting>, was: string): Promise<void> =>
      CHANGE_LANGUAGE.run(pool, { ...setting, was }).then(() => {}),

    /** The same for when its digest comes. @param was null: there was no setting */
    changeDigestTime: (
      setting: Required<ChannelSetting>,
      was: (DigestTime & { readonly timeZone: string }) | null,
    ): Promise<void> =>
      CHANGE_DIGEST_TIME.run(pool, {
        ...setting,
        wasWeekday: was?.digestWeekday ?? null,
        wasHour: was?.digestHour ?? null,
        wasZone: was?.timeZone ?? null,
      }).then(() => {}),

    /** The channels that asked for a topic, in the order of their ids. */
    optedIn: (topic: ChannelTopic): Promise<ChannelSetting[]> =>
      prisma.channelSetting.findMany({ where: { [topic]: true }, orderBy: { channelId: "asc" } }),
  };
}

/** Keeps a setting whole. */
const KEEP = `INSERT INTO channel_settings (channel_id, digest, cost_summary, alerts, post_mortems, escalations, nudges,
      digest_weekday, digest_hour, time_zone, locale, set_by, updated_at)
    VALUES (:channelId::text, :digest, :costSummary, :alerts, :postMortems, :escalations, :nudges, :digestWeekday::int,
      :digestHour::int, :timeZone::text, :locale::text,
      :setBy::text, :updatedAt::timestamptz)
    ON CONFLICT (channel_id) DO UPDATE SET digest = excluded.digest, cost_summary = excluded.cost_summary,
      alerts = excluded.alerts, post_mortems = excluded.post_mortems, escalations = excluded.escalations,
      nudges = excluded.nudges, digest_weekday = excluded.digest_weekday, digest_hour = excluded.digest_hour, time_zone = excluded.time_zone, locale = excluded.locale, set_by = excluded.set_by,
      updated_at = excluded.updated_at`;

const KEPT = {
  ...{ channelId: text, digest: bool, costSummary: bool, alerts: bool, postMortems: bool, escalations: bool },
  ...{ digestWeekday: int4, digestHour: int4 },
  ...{ nudges: bool, timeZone: text, locale: text, setBy: text, updatedAt: timestamptz },
} as const;

/** Asked by every request in a channel, which is why it does not go through Prisma. */
const GET = statement({
  name: "messages/channel-settings: get",
  sql: `
  SELECT channel_id AS "channelId", digest, cost_summary AS "costSummary", alerts, post_mortems AS "postMortems", escalations,
    digest_weekday AS "digestWeekday", digest_hour AS "digestHour", nudges, time_zone AS "timeZone", locale,
    set_by AS "setBy", updated_at AS "updatedAt"
  FROM channel_settings WHERE channel_id = :channelId`,
  parameters: { channelId: text },
  row: KEPT,
  isKeptPlanned: true,
});

const CHANGE = statement({
  name: "messages/channel-settings: change",
  sql: `
  WITH kept AS (
    ${KEEP}
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :updatedAt::timestamptz, :setBy::text, 'channel.changed', jsonb_build_object('channel', :channelId::text, 'topic',
    :topic::text, 'on', :on::bool)
  WHERE :on::bool IS DISTINCT FROM :was::bool`,
  parameters: { ...KEPT, topic: text, on: bool, was: bool },
});

const CHANGE_LANGUAGE = statement({
  name: "messages/channel-settings: change the language",
  sql: `
  WITH kept AS (
    ${KEEP}
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :updatedAt::timestamptz, :setBy::text, 'channel.changed', jsonb_build_object('channel', :channelId::text,
    'language', :locale::text)
  WHERE :locale::text IS DISTINCT FROM :was::text`,
  parameters: { ...KEPT, was: text },
});

const CHANGE_DIGEST_TIME = statement({
  name: "messages/channel-settings: change the digest's time",
  sql: `
  WITH kept AS (
    ${KEEP}
  )
  INSERT INTO audit_events (at, actor, action, details)
  SELECT :updatedAt::timestamptz, :setBy::text, 'channel.changed', jsonb_build_object('channel', :channelId::text,
    'digestWeekday', :digestWeekday::int, 'digestHour', :digestHour::int, 'timeZone', :timeZone::text)
  WHERE (:digestWeekday::int, :digestHour::int, :timeZone::text) IS DISTINCT FROM
    (:wasWeekday::int, :wasHour::int, :wasZone::text)`,
  parameters: { ...KEPT, wasWeekday: nullable(int4), wasHour: nullable(int4), wasZone: nullable(text) },
});
