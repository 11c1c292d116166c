-- When and how each member is told about their customers. Who has no row chose nothing.
CREATE TABLE "nudge_preferences" (
    "member_id" TEXT NOT NULL,
    "hour" SMALLINT NOT NULL,
    "weekdays" INTEGER[],
    "quiet_from" SMALLINT NOT NULL,
    "quiet_until" SMALLINT NOT NULL,
    "frequency" TEXT NOT NULL,
    "weekly_on" SMALLINT NOT NULL,
    "paused_until" DATE,
    "urgent_at_once" BOOLEAN NOT NULL,
    "daily_budget" SMALLINT,
    "country" TEXT,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_preferences_pkey" PRIMARY KEY ("member_id")
);

-- The day on which each member was told last, or would have been had there been anything.
CREATE TABLE "nudge_turns" (
    "member_id" TEXT NOT NULL,
    "taken_on" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_turns_pkey" PRIMARY KEY ("member_id")
);

-- Who has had this morning's nudges is not told again by the first run of the new version.
INSERT INTO "nudge_turns" ("member_id", "taken_on", "taken_at")
SELECT recipient, max((message->>'day')::date), max(created_at) FROM "outbox" WHERE kind = 'nudge' GROUP BY recipient;

-- What prisma/schema.prisma cannot say.
ALTER TABLE "nudge_preferences" ADD CONSTRAINT "nudge_preferences_hour" CHECK (hour BETWEEN 6 AND 18);
ALTER TABLE "nudge_preferences" ADD CONSTRAINT "nudge_preferences_weekdays" CHECK (weekdays IS NOT NULL AND cardinality(weekdays) > 0);
