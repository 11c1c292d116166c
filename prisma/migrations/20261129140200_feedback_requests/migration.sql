-- Questions that a member sends to a customer by a link, to be answered once.
CREATE TABLE "feedback_requests" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "contact_id" INTEGER,
    "kind" TEXT NOT NULL,
    "ticket_id" INTEGER,
    "language" TEXT NOT NULL,
    "asked_by" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token_hash" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "told_of" INTEGER,

    CONSTRAINT "feedback_requests_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "feedback_requests_token_hash_key" ON "feedback_requests"("token_hash");
CREATE INDEX "feedback_requests_customer_id_asked_at_idx" ON "feedback_requests"("customer_id", "asked_at");
ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_kind_check" CHECK ("kind" IN ('csat', 'ces', 'nps'));
-- Those that wait for an answer are few among many. Contacts and tickets that are asked about are as well, and are looked
-- up when they are removed.
CREATE INDEX "feedback_requests_waiting_idx" ON "feedback_requests"("expires_at") WHERE "answered_at" IS NULL;
CREATE INDEX "feedback_requests_contact_idx" ON "feedback_requests"("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "feedback_requests_ticket_idx" ON "feedback_requests"("ticket_id") WHERE "ticket_id" IS NOT NULL;
