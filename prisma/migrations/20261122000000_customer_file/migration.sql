-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "members" (
    "slack_user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL DEFAULT 'rep',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("slack_user_id")
);

-- CreateTable
CREATE TABLE "customers" (
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "owner_email" TEXT,
    "segment" TEXT,
    "currency" CHAR(3),
    "monthly_revenue_minor" BIGINT,
    "margin_percent" DOUBLE PRECISION,
    "acquisition_cost_minor" BIGINT,
    "started_on" DATE,
    "renews_on" DATE,
    "ended_on" DATE,
    "country" TEXT,
    "language" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "search_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "search_text" TEXT NOT NULL DEFAULT '',
    "snoozed_until" TIMESTAMPTZ(3),
    "snoozed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "preferred_channel" TEXT,
    "language" TEXT,
    "birthday" DATE,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activities" (
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "category" TEXT,
    "quantity" DOUBLE PRECISION,
    "document" TEXT,
    "note" TEXT,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("source","external_id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "severity" TEXT NOT NULL DEFAULT 'normal',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "first_reply_at" TIMESTAMPTZ(3),
    "solved_at" TIMESTAMPTZ(3),

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "scale_max" DOUBLE PRECISION NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "touches" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "member_id" TEXT,
    "channel" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "minutes_spent" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_entries" (
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "applies_to" TEXT NOT NULL DEFAULT 'all',
    "driver" TEXT NOT NULL DEFAULT 'equal',
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cost_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scores" (
    "customer_id" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "model_version_id" INTEGER,
    "probability" REAL,
    "silence" TEXT,
    "reasons" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "scores_pkey" PRIMARY KEY ("customer_id","as_of")
);

-- CreateTable
CREATE TABLE "model_versions" (
    "id" SERIAL NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,
    "serves" TEXT NOT NULL,
    "horizon_days" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "metrics" JSONB NOT NULL,
    "artifact" BYTEA NOT NULL,
    "artifact_hash" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,

    CONSTRAINT "model_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "member_id" TEXT,
    "playbook" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "probability" REAL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_settings" (
    "channel_id" TEXT NOT NULL,
    "digest" BOOLEAN NOT NULL DEFAULT false,
    "cost_summary" BOOLEAN NOT NULL DEFAULT false,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "set_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_settings_pkey" PRIMARY KEY ("channel_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "channel_id" TEXT,
    "ts" TEXT,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "job" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("job","period")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" SERIAL NOT NULL,
    "preset" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rejected_rows" (
    "import_id" INTEGER NOT NULL,
    "line_number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "raw" TEXT NOT NULL,

    CONSTRAINT "rejected_rows_pkey" PRIMARY KEY ("import_id","line_number")
);

-- CreateTable
CREATE TABLE "handled_requests" (
    "id" TEXT NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handled_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "customer_id" INTEGER,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "members_email_key" ON "members"("email");

-- CreateIndex
CREATE INDEX "customers_owner_email_idx" ON "customers"("owner_email");

-- CreateIndex
CREATE UNIQUE INDEX "customers_source_external_id_key" ON "customers"("source", "external_id");

-- CreateIndex
CREATE INDEX "contacts_customer_id_idx" ON "contacts"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_source_external_id_key" ON "contacts"("source", "external_id");

-- CreateIndex
CREATE INDEX "tickets_customer_id_opened_at_idx" ON "tickets"("customer_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_source_external_id_key" ON "tickets"("source", "external_id");

-- CreateIndex
CREATE INDEX "feedback_customer_id_at_idx" ON "feedback"("customer_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_source_external_id_key" ON "feedback"("source", "external_id");

-- CreateIndex
CREATE INDEX "touches_customer_id_at_idx" ON "touches"("customer_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "touches_source_external_id_key" ON "touches"("source", "external_id");

-- CreateIndex
CREATE INDEX "cost_entries_from_day_to_day_idx" ON "cost_entries"("from_day", "to_day");

-- CreateIndex
CREATE UNIQUE INDEX "cost_entries_source_external_id_key" ON "cost_entries"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_key_key" ON "suggestions"("key");

-- CreateIndex
CREATE INDEX "suggestions_customer_id_created_at_idx" ON "suggestions"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "suggestions_member_id_created_at_idx" ON "suggestions"("member_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_status_next_attempt_at_idx" ON "outbox"("status", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "imports_preset_source_sha256_key" ON "imports"("preset", "source", "sha256");

-- CreateIndex
CREATE INDEX "handled_requests_handled_at_idx" ON "handled_requests"("handled_at");

-- CreateIndex
CREATE INDEX "audit_events_customer_id_at_idx" ON "audit_events"("customer_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touches" ADD CONSTRAINT "touches_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejected_rows" ADD CONSTRAINT "rejected_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- Look-up by partial and mistyped names.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "customers_search_keys_idx" ON "customers" USING gin ("search_keys");
CREATE INDEX "customers_search_text_idx" ON "customers" USING gin ("search_text" gin_trgm_ops);

-- Everything the features read of an activity is inside the index, in the order they read it.
CREATE INDEX "activities_customer_at_idx" ON "activities" ("customer_id", "at")
  INCLUDE ("kind", "amount_minor", "currency", "quantity");

-- The newest score of a customer, and the riskiest customers of a scoring.
CREATE INDEX "scores_as_of_probability_idx" ON "scores" ("as_of", "probability" DESC);

ALTER TABLE "activities"
  ADD CONSTRAINT "activities_kind_check" CHECK ("kind" IN ('order', 'delivery', 'usage', 'payment', 'refund')),
  ADD CONSTRAINT "activities_amount_check" CHECK ("amount_minor" >= 0);
ALTER TABLE "scores"
  ADD CONSTRAINT "scores_probability_check" CHECK ("probability" BETWEEN 0 AND 1),
  ADD CONSTRAINT "scores_silence_check" CHECK (("probability" IS NULL) = ("silence" IS NOT NULL));
