-- How far a new installation is set up. One row at most: none stands for an installation from before this, which posts as it did.
CREATE TABLE "workspace_setup" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offered_to" TEXT,
    "offered_at" TIMESTAMPTZ(3),
    "declined_by" TEXT,
    "declined_at" TIMESTAMPTZ(3),
    "posting_since" TIMESTAMPTZ(3),
    "posting_set_by" TEXT,

    CONSTRAINT "workspace_setup_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workspace_setup_one_row" CHECK ("id" = 1)
);

-- Whoever has ever known a member or posted a message was there before: only a new one begins without posting.
INSERT INTO "workspace_setup" ("id")
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM "members") AND NOT EXISTS (SELECT 1 FROM "outbox");

-- Steps of workflows that Slack has asked for, until it was told how each ended.
CREATE TABLE "workflow_steps" (
    "execution_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "customer_id" INTEGER,
    "threshold" REAL,
    "began_above" BOOLEAN,
    "wait_until" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "ended_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_steps_pkey" PRIMARY KEY ("execution_id")
);
CREATE INDEX "workflow_steps_began_at_idx" ON "workflow_steps"("began_at");
CREATE INDEX "workflow_steps_customer_id_idx" ON "workflow_steps"("customer_id");

ALTER TABLE "workflow_steps" ADD CONSTRAINT "workflow_steps_customer_id_fkey" FOREIGN KEY ("customer_id")
    REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Of all there ever were, those that still wait for something are few.
CREATE INDEX "workflow_steps_open_idx" ON "workflow_steps"("next_attempt_at") WHERE "told_at" IS NULL;
