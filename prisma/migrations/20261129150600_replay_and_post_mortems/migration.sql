-- What a message was decided from, and each drawing of it as it was given to Slack: so that any of them can be rebuilt.
CREATE TABLE "message_inputs" (
    "message_key" TEXT NOT NULL,
    "inputs" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_inputs_pkey" PRIMARY KEY ("message_key")
);
CREATE INDEX "message_inputs_kept_at_idx" ON "message_inputs"("kept_at");

CREATE TABLE "message_drawings" (
    "id" BIGSERIAL NOT NULL,
    "message_key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "locale" TEXT,
    "answers" JSONB NOT NULL,
    "template_version" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "body" BYTEA,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "arrived_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_drawings_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "message_drawings_message_key_id_idx" ON "message_drawings"("message_key", "id");
CREATE INDEX "message_drawings_drawn_at_idx" ON "message_drawings"("drawn_at");

-- A reply stands in the thread of another message, which is posted first.
ALTER TABLE "outbox" ADD COLUMN "thread_of" TEXT;
CREATE INDEX "outbox_created_at_idx" ON "outbox"("created_at");

-- Customers who left while they were rated safe, each told of once, and what people knew of it.
ALTER TABLE "channel_settings" ADD COLUMN "post_mortems" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "post_mortems" (
    "customer_id" INTEGER NOT NULL,
    "left_on" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "message_keys" TEXT[],

    CONSTRAINT "post_mortems_pkey" PRIMARY KEY ("customer_id", "left_on")
);
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "post_mortem_notes" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "left_on" DATE NOT NULL,
    "external_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_mortem_notes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "post_mortem_notes_external_id_key" ON "post_mortem_notes"("external_id");
CREATE INDEX "post_mortem_notes_customer_id_at_idx" ON "post_mortem_notes"("customer_id", "at");
ALTER TABLE "post_mortem_notes" ADD CONSTRAINT "post_mortem_notes_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
