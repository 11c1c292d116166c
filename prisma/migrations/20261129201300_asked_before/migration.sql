-- What somebody asked last in a conversation, so that "why?" and "and Globex?" are understood. Nothing of what was written.
CREATE TABLE "asked_before" (
  "conversation" TEXT NOT NULL,
  "member_id" TEXT NOT NULL,
  "intent" TEXT NOT NULL,
  "customer_id" INTEGER,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("conversation", "member_id")
);
CREATE INDEX "asked_before_at_idx" ON "asked_before" ("at");
