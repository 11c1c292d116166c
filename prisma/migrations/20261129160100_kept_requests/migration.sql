-- What Slack delivers is kept before it is acknowledged, until it is done.
ALTER TABLE "handled_requests"
  ADD COLUMN "body" JSONB,
  ADD COLUMN "claimed_until" TIMESTAMPTZ(3),
  ADD COLUMN "attempts" SMALLINT NOT NULL DEFAULT 1;

CREATE INDEX "handled_requests_claimed_until_idx" ON "handled_requests"("claimed_until");
