-- When a snooze began, why a nudge was not useful or was closed, and which posted messages are to be drawn again.
ALTER TABLE "customers" ADD COLUMN "snoozed_at" TIMESTAMPTZ(3);

ALTER TABLE "suggestions"
  ADD COLUMN "message_key" TEXT,
  ADD COLUMN "why_not" TEXT,
  ADD COLUMN "why_not_note" TEXT,
  ADD COLUMN "closed_because" TEXT;
CREATE INDEX "suggestions_message_key_idx" ON "suggestions"("message_key");

ALTER TABLE "outbox"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "redraw_at" TIMESTAMPTZ(3),
  ADD COLUMN "redraw_attempts" INTEGER NOT NULL DEFAULT 0;

-- Snoozes that are running: they began when the last one was noted.
UPDATE "customers" c SET "snoozed_at" = (
  SELECT max(e."at") FROM "audit_events" e WHERE e."customer_id" = c."id" AND e."action" = 'customer.snoozed'
) WHERE c."snoozed_until" IS NOT NULL;

-- A nudge's key is nudge:<customer>:<day>, that of its message nudges:<member>:<day>.
UPDATE "suggestions" s SET "message_key" = o."key" FROM "outbox" o
WHERE s."kind" = 'nudge' AND o."key" = 'nudges:' || s."member_id" || ':' || split_part(s."key", ':', 3);

-- Every weekday asks for those that nobody answered, every two seconds somebody for what is to be drawn again.
CREATE INDEX "suggestions_open_nudges_idx" ON "suggestions"("created_at") WHERE "kind" = 'nudge' AND "status" = 'open';
CREATE INDEX "outbox_redraw_at_idx" ON "outbox"("redraw_at") WHERE "redraw_at" IS NOT NULL;
