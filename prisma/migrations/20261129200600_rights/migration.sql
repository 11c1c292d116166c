-- The user group that gives a member their role, where one does.
ALTER TABLE "members" ADD COLUMN "role_group" TEXT;

-- Who saw amounts of whom, by which surface: one row for each day on which they did.
CREATE TABLE "money_reads" (
    "member_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "surface" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "money_reads_pkey" PRIMARY KEY ("member_id", "day", "customer_id", "surface")
);
CREATE INDEX "money_reads_customer_id_day_idx" ON "money_reads"("customer_id", "day");
CREATE INDEX "money_reads_day_idx" ON "money_reads"("day");

-- What was erased, known by a hash alone, so that no import brings it back in silence.
ALTER TABLE "customers" ADD COLUMN "erased_at" TIMESTAMPTZ(3);
CREATE TABLE "erased_keys" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_keys_pkey" PRIMARY KEY ("hash")
);
ALTER TABLE "erased_keys" ADD CONSTRAINT "erased_keys_kind_check" CHECK ("kind" IN ('customer', 'contact', 'e-mail'));

-- An erasure may take texts out of rows that are never changed otherwise, and nothing that a figure is made of. It says so
-- within its own transaction. The migration engine cuts a file at every semicolon, so the functions' own are written \x3b.
CREATE FUNCTION "is_erasing"() RETURNS boolean LANGUAGE sql STABLE AS E'
  SELECT COALESCE(current_setting(\'mainstay.erasing\', true), \'\') = \'on\'';
CREATE OR REPLACE FUNCTION "refuse_changed_cost"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = \'UPDATE\' AND is_erasing()
    AND to_jsonb(OLD) - \'{note,applies_to}\'::text[] = to_jsonb(NEW) - \'{note,applies_to}\'::text[] THEN
    RETURN NEW\x3b
  END IF\x3b
  RAISE EXCEPTION \'Cost entry % cannot be changed or deleted: add a correcting entry (ledger correct %).\', OLD.id, OLD.id
    USING ERRCODE = \'MS001\'\x3b
END';
CREATE OR REPLACE FUNCTION "refuse_changed_points"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = \'UPDATE\' AND is_erasing() AND to_jsonb(OLD) - \'reason\' = to_jsonb(NEW) - \'reason\' THEN
    RETURN NEW\x3b
  END IF\x3b
  RAISE EXCEPTION \'Points entry % cannot be changed or deleted: add another one.\', OLD.id USING ERRCODE = \'MS002\'\x3b
END';
CREATE OR REPLACE FUNCTION "mentions_judge_anew"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF is_erasing() THEN RETURN NEW\x3b END IF\x3b
  NEW.sentiment := NULL\x3b
  NEW.sentiment_label := NULL\x3b
  NEW.sentiment_version := NULL\x3b
  RETURN NEW\x3b
END';
