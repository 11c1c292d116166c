-- What came to press more than what an open nudge says is kept beside it, and the posted message drawn again with it.
ALTER TABLE "suggestions" ADD COLUMN "more_pressing" JSONB;

-- How many customers a member was told about this week is counted each morning.
CREATE INDEX "suggestions_nudges_created_at_idx" ON "suggestions" ("created_at") WHERE "kind" = 'nudge';
