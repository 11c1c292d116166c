-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "holds_up_until" TIMESTAMPTZ(3),
ADD COLUMN "first_asked_at" TIMESTAMPTZ(3),
ADD COLUMN "last_asked_at" TIMESTAMPTZ(3),
ADD COLUMN "request_id" TEXT;

-- AlterTable
ALTER TABLE "handled_requests" ADD COLUMN "what" TEXT,
ADD COLUMN "user_id" TEXT,
ADD COLUMN "done_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "delivery_attempts" (
    "id" BIGSERIAL NOT NULL,
    "message_key" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "error" JSONB,

    CONSTRAINT "delivery_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_failures" (
    "reference" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_failures_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex
CREATE INDEX "delivery_attempts_message_key_idx" ON "delivery_attempts"("message_key");

-- CreateIndex
CREATE INDEX "delivery_attempts_ended_at_idx" ON "delivery_attempts"("ended_at");

-- CreateIndex
CREATE INDEX "request_failures_request_id_idx" ON "request_failures"("request_id");

-- CreateIndex
CREATE INDEX "request_failures_at_idx" ON "request_failures"("at");

-- Whoever claims asks of each message whether an earlier one for the same recipient is still to be posted.
CREATE INDEX "outbox_waiting_idx" ON "outbox" ("recipient", "id") WHERE "status" IN ('pending', 'posting');
-- A message is found by where it stands in Slack, and those that a request asked for by the request.
CREATE INDEX "outbox_ts_idx" ON "outbox" ("ts") WHERE "ts" IS NOT NULL;
CREATE INDEX "outbox_request_id_idx" ON "outbox" ("request_id") WHERE "request_id" IS NOT NULL;
