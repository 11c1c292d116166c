-- Channels that asked to hear of customers without an owner.
ALTER TABLE "channel_settings" ADD COLUMN "nudges" BOOLEAN NOT NULL DEFAULT false;

-- When somebody took a nudge that a channel was told. Its member is theirs from then on.
ALTER TABLE "suggestions" ADD COLUMN "taken_at" TIMESTAMPTZ(3);
