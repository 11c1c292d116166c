-- What a member knows better than the model, until a day, scored against what happened.
CREATE TABLE "overrides" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "says" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "probability" REAL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_because" TEXT,
    "outcome" TEXT,
    "scored_at" TIMESTAMPTZ(3),

    CONSTRAINT "overrides_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "overrides_says_check" CHECK ("says" IN ('stay', 'leave')),
    CONSTRAINT "overrides_ended_because_check" CHECK ("ended_because" IN ('over', 'changed', 'taken-back')),
    CONSTRAINT "overrides_ended_check" CHECK (("ended_at" IS NULL) = ("ended_because" IS NULL)),
    CONSTRAINT "overrides_outcome_check" CHECK ("outcome" IN ('stayed', 'left')),
    CONSTRAINT "overrides_scored_check" CHECK (("outcome" IS NULL) = ("scored_at" IS NULL))
);
CREATE INDEX "overrides_customer_id_idx" ON "overrides"("customer_id");
CREATE INDEX "overrides_made_by_idx" ON "overrides"("made_by");
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whom contact does no good: one customer, or a segment where the comparison shows that a playbook harms it.
CREATE TABLE "do_not_disturb" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER,
    "segment" TEXT,
    "playbook" TEXT,
    "status" TEXT NOT NULL,
    "because" TEXT,
    "evidence" JSONB,
    "quarter" TEXT,
    "set_by" TEXT,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "do_not_disturb_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "do_not_disturb_status_check" CHECK ("status" IN ('suggested', 'quiet', 'allowed')),
    CONSTRAINT "do_not_disturb_whom_check" CHECK (("customer_id" IS NULL) <> ("segment" IS NULL)),
    CONSTRAINT "do_not_disturb_evidence_check" CHECK ("segment" IS NULL OR ("playbook" IS NOT NULL AND "evidence" IS NOT NULL AND "quarter" IS NOT NULL))
);
CREATE UNIQUE INDEX "do_not_disturb_playbook_segment_quarter_key" ON "do_not_disturb"("playbook", "segment", "quarter");
ALTER TABLE "do_not_disturb" ADD CONSTRAINT "do_not_disturb_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A nudge that goes to somebody else, and one of which managers were told.
ALTER TABLE "suggestions" ADD COLUMN "handed_to" TEXT;
ALTER TABLE "suggestions" ADD COLUMN "escalated_at" TIMESTAMPTZ(3);

-- Nudges that nobody answered, for managers.
ALTER TABLE "channel_settings" ADD COLUMN "escalations" BOOLEAN NOT NULL DEFAULT false;

-- One that runs a customer, whoever made it.
CREATE UNIQUE INDEX "overrides_running_key" ON "overrides"("customer_id") WHERE "ended_at" IS NULL;
CREATE INDEX "overrides_unscored_idx" ON "overrides"("until") WHERE "outcome" IS NULL;
CREATE UNIQUE INDEX "do_not_disturb_quiet_key" ON "do_not_disturb"("customer_id") WHERE "status" = 'quiet';
-- Messages to managers show what became of a nudge, too.
CREATE INDEX "outbox_escalations_idx" ON "outbox"(("message"->>'nudgeKey')) WHERE "kind" = 'escalation';
