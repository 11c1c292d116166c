-- Whether another organisation reads a channel is asked of Slack each time something is shown or posted there.
ALTER TABLE "channel_settings" DROP COLUMN "shared";
