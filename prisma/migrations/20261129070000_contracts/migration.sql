-- A customer has contracts, each with its days and its prices, and what the file said before is kept. See
-- docs/decisions/2026-11-29-one-set-of-figures.md.
CREATE TABLE "contracts" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "external_id" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "continues" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "contracts_customer_id_external_id_key" ON "contracts"("customer_id", "external_id");
CREATE INDEX "contracts_customer_id_started_on_idx" ON "contracts"("customer_id", "started_on");
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_days_check" CHECK ("started_on" <= "ended_on");

CREATE TABLE "contract_prices" (
    "contract_id" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "monthly_minor" BIGINT,
    "currency" CHAR(3),

    CONSTRAINT "contract_prices_pkey" PRIMARY KEY ("contract_id","from_day")
);
ALTER TABLE "contract_prices" ADD CONSTRAINT "contract_prices_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "relationship_ends" (
    "customer_id" INTEGER NOT NULL,
    "ended_on" DATE NOT NULL,
    "resumed_on" DATE,

    CONSTRAINT "relationship_ends_pkey" PRIMARY KEY ("customer_id","ended_on")
);
ALTER TABLE "relationship_ends" ADD CONSTRAINT "relationship_ends_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "revenue_adjustments" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "booked_on" DATE NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "revenue_adjustments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "revenue_adjustments_customer_id_booked_on_idx" ON "revenue_adjustments"("customer_id", "booked_on");
ALTER TABLE "revenue_adjustments" ADD CONSTRAINT "revenue_adjustments_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "closed_customer_facts" (
    "customer_id" INTEGER NOT NULL,
    "through_day" DATE NOT NULL,
    "segment" TEXT,
    "owner_email" TEXT,
    "country" TEXT,
    "currency" CHAR(3),
    "margin_percent" DOUBLE PRECISION,
    "acquisition_cost_minor" BIGINT,

    CONSTRAINT "closed_customer_facts_pkey" PRIMARY KEY ("customer_id","through_day")
);
ALTER TABLE "closed_customer_facts" ADD CONSTRAINT "closed_customer_facts_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The first day that was open when we were told, or nothing where it is its own day. Everything a figure reads of an activity stays
-- inside one index.
ALTER TABLE "activities" ADD COLUMN "booked_on" DATE;
ALTER TABLE "tickets" ADD COLUMN "booked_on" DATE;
ALTER TABLE "feedback" ADD COLUMN "booked_on" DATE;
ALTER TABLE "cost_entries" ADD COLUMN "booked_on" DATE;
CREATE INDEX "activities_customer_at_booked_idx" ON "activities" ("customer_id", "at")
  INCLUDE ("kind", "amount_minor", "currency", "quantity", "category", "booked_on");
DROP INDEX "activities_customer_at_category_idx";
CREATE INDEX "activities_booked_on_idx" ON "activities" ("customer_id", "booked_on") WHERE "booked_on" IS NOT NULL;

-- What is stored: one contract each, the relationships that had ended and came back, and the revenue before each change.
DROP TRIGGER "customers_keep_monthly_revenue" ON "customers";
DROP TRIGGER "customers_keep_ended_relationship" ON "customers";
DROP FUNCTION "keep_monthly_revenue";
DROP FUNCTION "keep_ended_relationship";

INSERT INTO "contracts" ("customer_id", "started_on", "ended_on")
  SELECT "customer_id", "started_on", min("ended_on") FROM "ended_relationships"
  WHERE "had_contract" AND "started_on" <= "ended_on" GROUP BY 1, 2;
INSERT INTO "contracts" ("customer_id", "started_on", "ended_on")
  SELECT c."id", GREATEST(c."started_on", b."resumed_on"), c."ended_on"
  FROM "customers" c LEFT JOIN LATERAL (
    SELECT max(e."resumed_on") AS "resumed_on" FROM "ended_relationships" e
    WHERE e."customer_id" = c."id" AND e."had_contract" AND e."ended_on" >= c."started_on"
  ) b ON true
  WHERE c."started_on" IS NOT NULL AND (c."monthly_revenue_minor" IS NOT NULL OR c."renews_on" IS NOT NULL)
    AND (c."ended_on" IS NULL OR c."ended_on" >= GREATEST(c."started_on", b."resumed_on"));
INSERT INTO "contract_prices" ("contract_id", "from_day", "monthly_minor", "currency")
  SELECT k."id", p."from_day", p."minor", p."currency"
  FROM "contracts" k JOIN "customers" c ON c."id" = k."customer_id"
  CROSS JOIN LATERAL (
    SELECT COALESCE(lag(m."day") OVER (ORDER BY m."day"), k."started_on") AS "from_day", m."minor", m."currency", m."day"
    FROM (
      SELECT "day", "before_minor" AS "minor", "currency" FROM "monthly_revenue_changes" WHERE "customer_id" = c."id"
      UNION ALL SELECT 'infinity', c."monthly_revenue_minor", c."currency"
    ) m
  ) p
  WHERE p."day" > k."started_on" AND (k."ended_on" IS NULL OR p."from_day" <= k."ended_on")
  ON CONFLICT DO NOTHING;
UPDATE "contract_prices" p SET "from_day" = k."started_on" FROM "contracts" k
  WHERE k."id" = p."contract_id" AND p."from_day" < k."started_on";
INSERT INTO "relationship_ends" ("customer_id", "ended_on", "resumed_on")
  SELECT "customer_id", "ended_on", min("resumed_on") FROM "ended_relationships" GROUP BY 1, 2;
INSERT INTO "relationship_ends" ("customer_id", "ended_on")
  SELECT "id", "ended_on" FROM "customers" WHERE "ended_on" IS NOT NULL
  ON CONFLICT ("customer_id", "ended_on") DO UPDATE SET "resumed_on" = NULL;
DROP TABLE "monthly_revenue_changes";
DROP TABLE "ended_relationships";

-- Kept by the database itself, so that no way in can forget it. The migration engine cuts a file at every semicolon, so
-- the functions' own are written \x3b. Whoever writes says what day it is where the team is ("mainstay.today"), or
-- it is the day in UTC.
CREATE FUNCTION "told_on"() RETURNS date LANGUAGE sql STABLE AS E'
  SELECT COALESCE(NULLIF(current_setting(\'mainstay.today\', true), \'\')::date, (now() AT TIME ZONE \'UTC\')::date)';

CREATE FUNCTION "keep_new_contracts"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  WITH added AS (
    INSERT INTO contracts (customer_id, started_on, ended_on)
    SELECT id, started_on, ended_on FROM added_customers
    WHERE started_on IS NOT NULL AND (monthly_revenue_minor IS NOT NULL OR renews_on IS NOT NULL)
      AND (ended_on IS NULL OR ended_on >= started_on)
    RETURNING id, customer_id, started_on
  )
  INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
  SELECT k.id, k.started_on, c.monthly_revenue_minor, c.currency
  FROM added k JOIN added_customers c ON c.id = k.customer_id\x3b
  INSERT INTO relationship_ends (customer_id, ended_on)
  SELECT id, ended_on FROM added_customers WHERE ended_on IS NOT NULL\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_new_contracts" AFTER INSERT ON "customers"
  REFERENCING NEW TABLE AS added_customers FOR EACH STATEMENT EXECUTE FUNCTION "keep_new_contracts"();

CREATE FUNCTION "keep_contract"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE
  today date := told_on()\x3b
  now_named boolean := NEW.started_on IS NOT NULL AND (NEW.monthly_revenue_minor IS NOT NULL OR NEW.renews_on IS NOT NULL)
    AND (NEW.ended_on IS NULL OR NEW.ended_on >= NEW.started_on)\x3b
  present contracts%ROWTYPE\x3b
  price contract_prices%ROWTYPE\x3b
  begins date\x3b
BEGIN
  IF EXISTS (SELECT FROM contracts WHERE customer_id = NEW.id AND external_id IS NOT NULL) THEN RETURN NULL\x3b END IF\x3b
  SELECT * INTO present FROM contracts WHERE customer_id = NEW.id ORDER BY started_on DESC, id DESC LIMIT 1\x3b
  IF NOT now_named THEN
    IF present.id IS NULL OR present.ended_on < today THEN RETURN NULL\x3b END IF\x3b
    IF present.started_on >= today THEN DELETE FROM contracts WHERE id = present.id\x3b
    ELSE UPDATE contracts SET ended_on = GREATEST(started_on, LEAST(NEW.ended_on, today - 1)) WHERE id = present.id\x3b
    END IF\x3b
    RETURN NULL\x3b
  END IF\x3b
  begins := CASE
    WHEN present.id IS NULL OR NEW.started_on > present.ended_on THEN NEW.started_on
    WHEN present.ended_on < today AND (NEW.ended_on IS NULL OR NEW.ended_on >= today) THEN today
    WHEN NEW.started_on > present.started_on AND NEW.started_on > OLD.started_on THEN NEW.started_on
  END\x3b
  IF begins IS NOT NULL THEN
    UPDATE contracts SET ended_on = begins - 1
      WHERE id = present.id AND started_on < begins AND (ended_on IS NULL OR ended_on >= begins)\x3b
    WITH added AS (
      INSERT INTO contracts (customer_id, started_on, ended_on) VALUES (NEW.id, begins, NEW.ended_on) RETURNING id
    )
    INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
    SELECT id, begins, NEW.monthly_revenue_minor, NEW.currency FROM added\x3b
    RETURN NULL\x3b
  END IF\x3b
  UPDATE contracts SET started_on = LEAST(started_on, CASE WHEN OLD.started_on = present.started_on THEN NEW.started_on END),
    ended_on = NEW.ended_on WHERE id = present.id\x3b
  SELECT * INTO price FROM contract_prices WHERE contract_id = present.id ORDER BY from_day DESC LIMIT 1\x3b
  IF (price.monthly_minor, price.currency) IS NOT DISTINCT FROM (NEW.monthly_revenue_minor, NEW.currency) THEN
    RETURN NULL\x3b
  END IF\x3b
  IF price.monthly_minor IS NULL AND price.from_day = present.started_on THEN
    UPDATE contract_prices SET monthly_minor = NEW.monthly_revenue_minor, currency = NEW.currency
      WHERE contract_id = present.id AND from_day = price.from_day\x3b
  ELSE
    INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
      VALUES (present.id, GREATEST(today, present.started_on), NEW.monthly_revenue_minor, NEW.currency)
    ON CONFLICT (contract_id, from_day) DO UPDATE SET monthly_minor = excluded.monthly_minor, currency = excluded.currency\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_contract" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."started_on", OLD."ended_on", OLD."renews_on", OLD."monthly_revenue_minor", OLD."currency")
    IS DISTINCT FROM (NEW."started_on", NEW."ended_on", NEW."renews_on", NEW."monthly_revenue_minor", NEW."currency"))
  EXECUTE FUNCTION "keep_contract"();

CREATE FUNCTION "keep_relationship_end"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF OLD.ended_on < told_on() AND (NEW.ended_on IS NULL OR NEW.ended_on > OLD.ended_on) THEN
    UPDATE relationship_ends SET resumed_on = told_on()
      WHERE customer_id = OLD.id AND ended_on = OLD.ended_on AND resumed_on IS NULL\x3b
  ELSIF OLD.ended_on IS NOT NULL THEN
    DELETE FROM relationship_ends WHERE customer_id = OLD.id AND ended_on = OLD.ended_on AND resumed_on IS NULL\x3b
  END IF\x3b
  IF NEW.ended_on IS NOT NULL THEN
    INSERT INTO relationship_ends (customer_id, ended_on) VALUES (NEW.id, NEW.ended_on)
    ON CONFLICT (customer_id, ended_on) DO UPDATE SET resumed_on = NULL\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_relationship_end" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN (OLD."ended_on" IS DISTINCT FROM NEW."ended_on") EXECUTE FUNCTION "keep_relationship_end"();

-- What the file said when days were closed. The first change after a closing keeps it.
CREATE FUNCTION "keep_closed_customer_facts"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO closed_customer_facts
    (customer_id, through_day, segment, owner_email, country, currency, margin_percent, acquisition_cost_minor)
  SELECT OLD.id, max(through_day), OLD.segment, OLD.owner_email, OLD.country, OLD.currency, OLD.margin_percent,
    OLD.acquisition_cost_minor
  FROM cost_closings HAVING max(through_day) IS NOT NULL
  ON CONFLICT DO NOTHING\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_closed_facts" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."segment", OLD."owner_email", OLD."country", OLD."currency", OLD."margin_percent", OLD."acquisition_cost_minor")
    IS DISTINCT FROM
    (NEW."segment", NEW."owner_email", NEW."country", NEW."currency", NEW."margin_percent", NEW."acquisition_cost_minor"))
  EXECUTE FUNCTION "keep_closed_customer_facts"();
