-- What systems deliver by themselves, kept until it is worked off, and what was refused.
CREATE TABLE "hook_deliveries" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "headers" JSONB NOT NULL,
    "body" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "last_error" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "hook_deliveries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hook_deliveries_state_check" CHECK ("state" IN ('waiting', 'done', 'given-up'))
);
CREATE UNIQUE INDEX "hook_deliveries_source_delivery_id_key" ON "hook_deliveries"("source", "delivery_id");
CREATE INDEX "hook_deliveries_state_source_id_idx" ON "hook_deliveries"("state", "source", "id");
CREATE INDEX "hook_deliveries_received_at_idx" ON "hook_deliveries"("received_at");
ALTER TABLE "hook_deliveries" ADD CONSTRAINT "hook_deliveries_source_fkey" FOREIGN KEY ("source") REFERENCES "sources"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which version of a record a delivery told last, so that an older one that comes later changes nothing.
CREATE TABLE "hook_versions" (
    "source" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hook_versions_pkey" PRIMARY KEY ("source","stream","external_id")
);
ALTER TABLE "hook_versions" ADD CONSTRAINT "hook_versions_source_fkey" FOREIGN KEY ("source") REFERENCES "sources"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- Under '' those for sources that are not there.
CREATE TABLE "hook_refusals" (
    "source" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "deliveries" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hook_refusals_pkey" PRIMARY KEY ("source","because")
);

-- Into which fields of a system the risk is written, and what was written of whom.
CREATE TABLE "write_back_settings" (
    "source" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "write_back_settings_pkey" PRIMARY KEY ("source")
);
ALTER TABLE "write_back_settings" ADD CONSTRAINT "write_back_settings_source_fkey" FOREIGN KEY ("source") REFERENCES "sources"("name") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "write_backs" (
    "source" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "band" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "write_backs_pkey" PRIMARY KEY ("source","customer_id"),
    CONSTRAINT "write_backs_state_check" CHECK ("state" IN ('writing', 'written', 'not-there'))
);
CREATE INDEX "write_backs_customer_id_idx" ON "write_backs"("customer_id");
ALTER TABLE "write_backs" ADD CONSTRAINT "write_backs_source_fkey" FOREIGN KEY ("source") REFERENCES "sources"("name") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "write_backs" ADD CONSTRAINT "write_backs_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
