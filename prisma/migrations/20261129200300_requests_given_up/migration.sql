-- When a request that ended the process three times was given up and told of.
ALTER TABLE "handled_requests" ADD COLUMN "gave_up_at" TIMESTAMPTZ(3);
-- How many there are is read with every question for the figures.
CREATE INDEX "handled_requests_gave_up_at_idx" ON "handled_requests" ("gave_up_at") WHERE "gave_up_at" IS NOT NULL;
