-- When each channel gets its digest. Channels so far got it on Monday at nine.
ALTER TABLE "channel_settings" ADD COLUMN "digest_weekday" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "digest_hour" INTEGER NOT NULL DEFAULT 9;

ALTER TABLE "channel_settings"
  ADD CONSTRAINT "channel_settings_digest_weekday" CHECK ("digest_weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "channel_settings_digest_hour" CHECK ("digest_hour" BETWEEN 0 AND 23);
