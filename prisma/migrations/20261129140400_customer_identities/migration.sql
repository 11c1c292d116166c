-- One customer from many systems: see docs/decisions/2026-11-29-one-customer-from-many-systems.md.

-- For whom everything of theirs counts, or null where for themselves. Always somebody who is joined into nobody.
ALTER TABLE "customers" ADD COLUMN "joined_into" INTEGER;
CREATE INDEX "customers_joined_into_idx" ON "customers"("joined_into");
ALTER TABLE "customers" ADD CONSTRAINT "customers_joined_into_fkey" FOREIGN KEY ("joined_into") REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "customers" ADD CONSTRAINT "customers_joined_into_check" CHECK ("joined_into" <> "id");

CREATE TABLE "customer_joins" (
    "customer_id" INTEGER NOT NULL,
    "into_id" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_by" TEXT NOT NULL,
    "why" JSONB NOT NULL,

    CONSTRAINT "customer_joins_pkey" PRIMARY KEY ("customer_id")
);
CREATE INDEX "customer_joins_into_id_idx" ON "customer_joins"("into_id");
ALTER TABLE "customer_joins" ADD CONSTRAINT "customer_joins_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer_joins" ADD CONSTRAINT "customer_joins_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "customer_pairs" (
    "first_id" INTEGER NOT NULL,
    "second_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "is_certain" BOOLEAN NOT NULL,
    "was_kept_apart" BOOLEAN NOT NULL DEFAULT false,
    "score" DOUBLE PRECISION NOT NULL,
    "why" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "customer_pairs_pkey" PRIMARY KEY ("first_id","second_id")
);
CREATE INDEX "customer_pairs_status_score_idx" ON "customer_pairs"("status", "score");
CREATE INDEX "customer_pairs_second_id_idx" ON "customer_pairs"("second_id");
ALTER TABLE "customer_pairs" ADD CONSTRAINT "customer_pairs_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer_pairs" ADD CONSTRAINT "customer_pairs_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer_pairs" ADD CONSTRAINT "customer_pairs_order_check" CHECK ("first_id" < "second_id");
ALTER TABLE "customer_pairs" ADD CONSTRAINT "customer_pairs_status_check" CHECK ("status" IN ('proposed', 'joined', 'apart'));

-- Of whom a row was told, where it counts for another customer.
ALTER TABLE "activities" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "contacts" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "tickets" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "feedback" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "touches" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "mentions" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "suggestions" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "contracts" ADD COLUMN "told_of" INTEGER;
ALTER TABLE "revenue_adjustments" ADD COLUMN "told_of" INTEGER;

-- Two systems may call contracts of one customer by the same id.
DROP INDEX "contracts_customer_id_external_id_key";
CREATE UNIQUE INDEX "contracts_customer_id_external_id_key" ON "contracts"("customer_id", "external_id") WHERE "told_of" IS NULL;

-- The migration engine cuts a file at every semicolon, so the functions' own are written \x3b.

-- What arrives for somebody who is joined counts for whom they are joined into, whichever way it came. A join keeps all
-- writers waiting (the lock of the ledger), so none can miss it.
CREATE FUNCTION "follow_joins"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF NOT EXISTS (SELECT FROM customer_joins) THEN RETURN NULL\x3b END IF\x3b
  -- Its own write calls it once more: then nothing is left.
  IF NOT EXISTS (SELECT FROM arrived JOIN customers c ON c.id = arrived.customer_id WHERE c.joined_into IS NOT NULL) THEN
    RETURN NULL\x3b
  END IF\x3b
  EXECUTE format(
    \'UPDATE %I kept SET customer_id = c.joined_into, told_of = c.id FROM arrived JOIN customers c ON c.id = arrived.customer_id
      WHERE c.joined_into IS NOT NULL AND kept.%I = arrived.%I%s\', TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[0],
    CASE WHEN TG_ARGV[0] = \'external_id\' THEN \' AND kept.source = arrived.source\' ELSE \'\' END)\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "activities_follow_joins" AFTER INSERT ON "activities"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('external_id');
CREATE TRIGGER "contacts_follow_joins" AFTER INSERT ON "contacts"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "contacts_follow_joins_again" AFTER UPDATE ON "contacts"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "tickets_follow_joins" AFTER INSERT ON "tickets"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "tickets_follow_joins_again" AFTER UPDATE ON "tickets"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "feedback_follow_joins" AFTER INSERT ON "feedback"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "feedback_follow_joins_again" AFTER UPDATE ON "feedback"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "touches_follow_joins" AFTER INSERT ON "touches"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "touches_follow_joins_again" AFTER UPDATE ON "touches"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "mentions_follow_joins" AFTER INSERT ON "mentions"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');
CREATE TRIGGER "mentions_follow_joins_again" AFTER UPDATE ON "mentions"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "follow_joins"('id');

-- The contracts that count for somebody go back to those of whom they were told while one of them is told anew, so that
-- what is told works on what was told of that customer alone. Then they count together again.
CREATE FUNCTION "part_contracts"("heads" integer[]) RETURNS void LANGUAGE plpgsql AS E'
BEGIN
  UPDATE contracts SET customer_id = told_of, told_of = NULL WHERE customer_id = ANY (heads) AND told_of IS NOT NULL\x3b
  UPDATE revenue_adjustments SET customer_id = told_of, told_of = NULL
    WHERE customer_id = ANY (heads) AND told_of IS NOT NULL\x3b
END';
CREATE FUNCTION "gather_contracts"("heads" integer[]) RETURNS void LANGUAGE plpgsql AS E'
BEGIN
  UPDATE contracts k SET customer_id = c.joined_into, told_of = c.id FROM customers c
    WHERE c.joined_into = ANY (heads) AND k.customer_id = c.id\x3b
  UPDATE revenue_adjustments r SET customer_id = c.joined_into, told_of = c.id FROM customers c
    WHERE c.joined_into = ANY (heads) AND r.customer_id = c.id\x3b
END';
CREATE FUNCTION "part_joined_customer"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF EXISTS (SELECT FROM customers WHERE joined_into = COALESCE(NEW.joined_into, NEW.id)) THEN
    PERFORM part_contracts(ARRAY[COALESCE(NEW.joined_into, NEW.id)])\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE FUNCTION "gather_joined_customer"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF EXISTS (SELECT FROM customers WHERE joined_into = COALESCE(NEW.joined_into, NEW.id)) THEN
    PERFORM gather_contracts(ARRAY[COALESCE(NEW.joined_into, NEW.id)])\x3b
  END IF\x3b
  RETURN NULL\x3b
END';

-- Triggers on one row run in the order of their names: these two stand around "customers_keep_contract".
CREATE TRIGGER "customers_apart_first" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN (NOT NEW."has_named_contracts"
    AND (OLD."started_on", OLD."ended_on", OLD."renews_on", OLD."monthly_revenue_minor", OLD."currency")
    IS DISTINCT FROM (NEW."started_on", NEW."ended_on", NEW."renews_on", NEW."monthly_revenue_minor", NEW."currency"))
  EXECUTE FUNCTION "part_joined_customer"();
CREATE TRIGGER "customers_together_again" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN (NOT NEW."has_named_contracts"
    AND (OLD."started_on", OLD."ended_on", OLD."renews_on", OLD."monthly_revenue_minor", OLD."currency")
    IS DISTINCT FROM (NEW."started_on", NEW."ended_on", NEW."renews_on", NEW."monthly_revenue_minor", NEW."currency"))
  EXECUTE FUNCTION "gather_joined_customer"();

-- What the file of the one who is kept leaves empty is filled from those who are joined with it, the oldest first. "filled"
-- names these facts: they are nobody's word but the other file's, and go with it.
ALTER TABLE "customers" ADD COLUMN "filled" JSONB NOT NULL DEFAULT '{}';
CREATE FUNCTION "fill_gaps"("head" integer) RETURNS void LANGUAGE plpgsql AS E'
BEGIN
  UPDATE customers h SET owner_email = n.owner_email, segment = n.segment, domain = n.domain, country = n.country, language = n.language, filled = n.filled
  FROM (
    SELECT f.*, jsonb_strip_nulls(jsonb_build_object(
      \'owner_email\', CASE WHEN f.told_owner_email IS NULL AND f.owner_email IS NOT NULL THEN true END,
      \'segment\', CASE WHEN f.told_segment IS NULL AND f.segment IS NOT NULL THEN true END,
      \'domain\', CASE WHEN f.told_domain IS NULL AND f.domain IS NOT NULL THEN true END,
      \'country\', CASE WHEN f.told_country IS NULL AND f.country IS NOT NULL THEN true END,
      \'language\', CASE WHEN f.told_language IS NULL AND f.language IS NOT NULL THEN true END)) AS filled
    FROM (
      SELECT t.*,
        COALESCE(t.told_owner_email, (SELECT j.owner_email FROM customers j WHERE j.joined_into = head AND j.owner_email IS NOT NULL ORDER BY j.id LIMIT 1)) AS owner_email,
        COALESCE(t.told_segment, (SELECT j.segment FROM customers j WHERE j.joined_into = head AND j.segment IS NOT NULL ORDER BY j.id LIMIT 1)) AS segment,
        COALESCE(t.told_domain, (SELECT j.domain FROM customers j WHERE j.joined_into = head AND j.domain IS NOT NULL ORDER BY j.id LIMIT 1)) AS domain,
        COALESCE(t.told_country, (SELECT j.country FROM customers j WHERE j.joined_into = head AND j.country IS NOT NULL ORDER BY j.id LIMIT 1)) AS country,
        COALESCE(t.told_language, (SELECT j.language FROM customers j WHERE j.joined_into = head AND j.language IS NOT NULL ORDER BY j.id LIMIT 1)) AS language
      FROM (SELECT
        CASE WHEN c.filled ? \'owner_email\' THEN NULL ELSE c.owner_email END AS told_owner_email,
        CASE WHEN c.filled ? \'segment\' THEN NULL ELSE c.segment END AS told_segment,
        CASE WHEN c.filled ? \'domain\' THEN NULL ELSE c.domain END AS told_domain,
        CASE WHEN c.filled ? \'country\' THEN NULL ELSE c.country END AS told_country,
        CASE WHEN c.filled ? \'language\' THEN NULL ELSE c.language END AS told_language
        FROM customers c WHERE c.id = head) t
    ) f
  ) n
  WHERE h.id = head AND (h.owner_email, h.segment, h.domain, h.country, h.language, h.filled)
    IS DISTINCT FROM (n.owner_email, n.segment, n.domain, n.country, n.language, n.filled)\x3b
END';
CREATE FUNCTION "fill_gaps_again"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF EXISTS (SELECT FROM customers WHERE joined_into = COALESCE(NEW.joined_into, NEW.id)) THEN
    PERFORM fill_gaps(COALESCE(NEW.joined_into, NEW.id))\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_fill_gaps" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."owner_email", OLD."segment", OLD."domain", OLD."country", OLD."language")
    IS DISTINCT FROM (NEW."owner_email", NEW."segment", NEW."domain", NEW."country", NEW."language"))
  EXECUTE FUNCTION "fill_gaps_again"();
