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

-- What a price by the month comes to on some days, both included, as `pieceMinor` in domain/figures has it: what has come
-- together by the end of the last day less what had before the first. A test holds the two together.
CREATE FUNCTION "price_of_days"("monthly" bigint, "first_day" date, "last_day" date) RETURNS bigint LANGUAGE sql IMMUTABLE AS E'
  SELECT CASE WHEN first_day <= last_day THEN max(d.units) - min(d.units) ELSE 0 END::bigint
  FROM (
    SELECT (extract(year FROM day) * 12 + extract(month FROM day))::bigint * monthly
      + past * (monthly / days) + LEAST(past, monthly % days) AS units
    FROM (VALUES (first_day), (last_day + 1)) given (day),
      LATERAL (SELECT day - date_trunc(\'month\', day::timestamp)::date AS past,
        extract(day FROM date_trunc(\'month\', day::timestamp) + interval \'1 month\' - interval \'1 day\')::int AS days) m
  ) d';

-- What one customer's contracts come to up to a day, per currency.
CREATE FUNCTION "contract_revenue"("of_customer" integer, "last_day" date) RETURNS TABLE ("currency" text, "minor" bigint)
  LANGUAGE sql STABLE AS E'
  SELECT p.currency::text, sum(price_of_days(p.monthly_minor, p.first, LEAST(k.ended_on, p.next - 1, last_day)))::bigint
  FROM contracts k CROSS JOIN LATERAL (
    SELECT r.currency, r.monthly_minor, lead(r.from_day) OVER days AS next,
      CASE WHEN row_number() OVER days = 1 THEN k.started_on ELSE GREATEST(k.started_on, r.from_day) END AS first
    FROM contract_prices r WHERE r.contract_id = k.id
    WINDOW days AS (ORDER BY r.from_day)
  ) p
  WHERE k.customer_id = of_customer AND p.monthly_minor IS NOT NULL AND p.currency IS NOT NULL GROUP BY 1';

-- Told after days were closed: counts from the first open day, and what it would have made of closed days is an adjustment.
CREATE FUNCTION "keep_new_contracts"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE closed date := (SELECT max(through_day) FROM cost_closings)\x3b
BEGIN
  WITH named AS (
    SELECT * FROM added_customers
    WHERE started_on IS NOT NULL AND (monthly_revenue_minor IS NOT NULL OR renews_on IS NOT NULL)
      AND (ended_on IS NULL OR ended_on >= started_on)
  ), added AS (
    INSERT INTO contracts (customer_id, started_on, ended_on, continues)
    SELECT id, GREATEST(started_on, closed + 1), ended_on, closed IS NULL OR started_on > closed FROM named
    WHERE closed IS NULL OR ended_on IS NULL OR ended_on > closed
    RETURNING id, customer_id, started_on
  ), priced AS (
    INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
    SELECT k.id, k.started_on, c.monthly_revenue_minor, c.currency
    FROM added k JOIN named c ON c.id = k.customer_id
  )
  INSERT INTO revenue_adjustments (customer_id, booked_on, from_day, to_day, amount_minor, currency, why)
  SELECT id, closed + 1, started_on, LEAST(ended_on, closed), minor, currency, \'contract-added\'
  FROM named, LATERAL price_of_days(monthly_revenue_minor, started_on, LEAST(ended_on, closed)) minor
  WHERE started_on <= closed AND currency IS NOT NULL AND minor <> 0\x3b
  INSERT INTO relationship_ends (customer_id, ended_on)
  SELECT id, ended_on FROM added_customers WHERE ended_on IS NOT NULL\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_new_contracts" AFTER INSERT ON "customers"
  REFERENCING NEW TABLE AS added_customers FOR EACH STATEMENT EXECUTE FUNCTION "keep_new_contracts"();

-- Whether the file names a contract: it says from when, and what it is worth or when it renews.
CREATE FUNCTION "names_contract"("file" customers) RETURNS boolean LANGUAGE sql IMMUTABLE AS E'
  SELECT file.started_on IS NOT NULL AND (file.monthly_revenue_minor IS NOT NULL OR file.renews_on IS NOT NULL)
    AND (file.ended_on IS NULL OR file.ended_on >= file.started_on)';

CREATE FUNCTION "tell_contract"("before" customers, "told" customers) RETURNS void LANGUAGE plpgsql AS E'
DECLARE
  today date := told_on()\x3b
  present contracts%ROWTYPE\x3b
  price contract_prices%ROWTYPE\x3b
  begins date\x3b
BEGIN
  IF EXISTS (SELECT FROM contracts WHERE customer_id = told.id AND external_id IS NOT NULL) THEN RETURN\x3b END IF\x3b
  SELECT * INTO present FROM contracts WHERE customer_id = told.id ORDER BY started_on DESC, id DESC LIMIT 1\x3b
  IF NOT names_contract(told) THEN
    IF present.id IS NULL OR present.ended_on < today THEN RETURN\x3b END IF\x3b
    IF present.started_on >= today THEN DELETE FROM contracts WHERE id = present.id\x3b
    ELSE UPDATE contracts SET ended_on = GREATEST(started_on, LEAST(told.ended_on, today - 1)) WHERE id = present.id\x3b
    END IF\x3b
    RETURN\x3b
  END IF\x3b
  begins := CASE
    WHEN present.id IS NULL OR told.started_on > present.ended_on THEN told.started_on
    WHEN present.ended_on < today AND (told.ended_on IS NULL OR told.ended_on >= today) THEN today
    WHEN told.started_on > present.started_on AND told.started_on > before.started_on THEN told.started_on
  END\x3b
  IF begins IS NOT NULL THEN
    UPDATE contracts SET ended_on = begins - 1
      WHERE id = present.id AND started_on < begins AND (ended_on IS NULL OR ended_on >= begins)\x3b
    WITH added AS (
      INSERT INTO contracts (customer_id, started_on, ended_on) VALUES (told.id, begins, told.ended_on) RETURNING id
    )
    INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
    SELECT id, begins, told.monthly_revenue_minor, told.currency FROM added\x3b
    RETURN\x3b
  END IF\x3b
  UPDATE contracts SET started_on = LEAST(started_on, CASE WHEN before.started_on = present.started_on THEN told.started_on END),
    ended_on = told.ended_on WHERE id = present.id\x3b
  SELECT * INTO price FROM contract_prices WHERE contract_id = present.id ORDER BY from_day DESC LIMIT 1\x3b
  IF (price.monthly_minor, price.currency) IS NOT DISTINCT FROM (told.monthly_revenue_minor, told.currency) THEN
    RETURN\x3b
  END IF\x3b
  IF price.monthly_minor IS NULL AND price.from_day = present.started_on THEN
    UPDATE contract_prices SET monthly_minor = told.monthly_revenue_minor, currency = told.currency
      WHERE contract_id = present.id AND from_day = price.from_day\x3b
  ELSE
    INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
      VALUES (present.id, GREATEST(today, present.started_on), told.monthly_revenue_minor, told.currency)
    ON CONFLICT (contract_id, from_day) DO UPDATE SET monthly_minor = excluded.monthly_minor, currency = excluded.currency\x3b
  END IF\x3b
  RETURN\x3b
END';

-- The closed days of contracts as they were, the open ones as they are told: put right after what was told was taken over.
-- Who was a customer when the days were closed and had left by then, as it turns out, leaves on the first open day.
CREATE FUNCTION "keep_closed_contracts"("of_customer" integer, "closed" date, "before" jsonb, "books" boolean) RETURNS void
  LANGUAGE plpgsql AS E'
DECLARE
  first_open date := closed + 1\x3b
  meant jsonb := (SELECT jsonb_object_agg(currency, minor) FROM contract_revenue(of_customer, first_open))\x3b
  counted jsonb\x3b
  from_day date\x3b
  why text\x3b
  was record\x3b
  told contracts%ROWTYPE\x3b
  opening contract_prices%ROWTYPE\x3b
BEGIN
  FOR was IN
    SELECT * FROM jsonb_to_recordset(before)
      AS b (id int, external_id text, started_on date, ended_on date, continues boolean, prices jsonb)
    WHERE b.started_on <= closed
  LOOP
    SELECT * INTO told FROM contracts WHERE id = was.id\x3b
    SELECT * INTO opening FROM contract_prices p WHERE p.contract_id = was.id AND p.from_day <= first_open
      ORDER BY p.from_day DESC LIMIT 1\x3b
    IF told.id IS NULL THEN
      INSERT INTO contracts (id, customer_id, external_id, started_on, ended_on, continues)
      VALUES (was.id, of_customer, was.external_id, was.started_on, LEAST(was.ended_on, first_open), was.continues)\x3b
      from_day := LEAST(from_day, was.started_on)\x3b
      why := \'contract-changed\'\x3b
    ELSE
      IF (told.started_on, LEAST(told.ended_on, first_open)) IS DISTINCT FROM (was.started_on, LEAST(was.ended_on, first_open)) THEN
        from_day := LEAST(from_day, CASE WHEN told.started_on < was.started_on THEN told.started_on
          ELSE LEAST(told.ended_on, was.ended_on) + 1 END)\x3b
        why := \'contract-changed\'\x3b
      END IF\x3b
      IF was.ended_on <= closed AND (told.ended_on IS NULL OR told.ended_on > closed) THEN
        WITH further AS (
          INSERT INTO contracts (customer_id, started_on, ended_on, continues)
          VALUES (of_customer, first_open, told.ended_on, false) RETURNING id
        )
        INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
        SELECT f.id, GREATEST(p.from_day, first_open), p.monthly_minor, p.currency
        FROM further f JOIN contract_prices p ON p.contract_id = was.id
          AND p.from_day >= COALESCE(opening.from_day, first_open)\x3b
      END IF\x3b
      UPDATE contracts SET started_on = was.started_on, ended_on = CASE
        WHEN was.ended_on <= closed THEN was.ended_on
        WHEN told.ended_on IS NOT NULL THEN GREATEST(told.ended_on, first_open) END
      WHERE id = was.id\x3b
    END IF\x3b
    DELETE FROM contract_prices p WHERE p.contract_id = was.id AND (p.from_day <= first_open OR was.ended_on <= closed)\x3b
    INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
    SELECT was.id, p.from_day, p.monthly_minor, p.currency
    FROM jsonb_to_recordset(was.prices) AS p (from_day date, monthly_minor bigint, currency char(3))
    WHERE p.from_day <= closed OR told.id IS NULL\x3b
    IF told.id IS NOT NULL AND opening.contract_id IS NOT NULL AND (was.ended_on IS NULL OR was.ended_on > closed) THEN
      INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
      SELECT was.id, first_open, opening.monthly_minor, opening.currency
      WHERE (opening.monthly_minor, opening.currency) IS DISTINCT FROM (
        SELECT ROW(p.monthly_minor, p.currency) FROM contract_prices p
        WHERE p.contract_id = was.id AND p.from_day <= closed ORDER BY p.from_day DESC LIMIT 1)\x3b
    END IF\x3b
  END LOOP\x3b
  FOR told IN
    SELECT * FROM contracts k WHERE k.customer_id = of_customer AND k.started_on <= closed
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(before) AS b (id int, started_on date)
        WHERE b.id = k.id AND b.started_on <= closed)
  LOOP
    from_day := LEAST(from_day, told.started_on)\x3b
    why := COALESCE(why, \'contract-added\')\x3b
    IF told.ended_on <= closed THEN
      DELETE FROM contracts WHERE id = told.id\x3b
      CONTINUE\x3b
    END IF\x3b
    SELECT * INTO opening FROM contract_prices p WHERE p.contract_id = told.id AND p.from_day <= first_open
      ORDER BY p.from_day DESC LIMIT 1\x3b
    DELETE FROM contract_prices p WHERE p.contract_id = told.id AND p.from_day <= first_open\x3b
    IF opening.contract_id IS NOT NULL THEN
      INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
      VALUES (told.id, first_open, opening.monthly_minor, opening.currency)\x3b
    END IF\x3b
    UPDATE contracts SET started_on = first_open, continues = false WHERE id = told.id\x3b
  END LOOP\x3b
  IF NOT books THEN RETURN\x3b END IF\x3b
  counted := (SELECT jsonb_object_agg(currency, minor) FROM contract_revenue(of_customer, first_open))\x3b
  INSERT INTO revenue_adjustments (customer_id, booked_on, from_day, to_day, amount_minor, currency, why)
  SELECT of_customer, first_open, COALESCE(LEAST(from_day, closed), first_priced), closed, amount, code,
    COALESCE(why, \'price-changed\')
  FROM (
    SELECT code, COALESCE((meant->>code)::bigint, 0) - COALESCE((counted->>code)::bigint, 0) AS amount,
      (SELECT min(k.started_on) FROM contracts k WHERE k.customer_id = of_customer) AS first_priced
    FROM jsonb_object_keys(COALESCE(meant, \'{}\') || COALESCE(counted, \'{}\')) code
  ) difference WHERE amount <> 0\x3b
END';

CREATE FUNCTION "keep_contract"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE
  closed date := (SELECT max(through_day) FROM cost_closings)\x3b
  present jsonb\x3b
  -- What counts from today alone: many at once, so they are told apart first.
  only_price boolean := names_contract(NEW) AND OLD.monthly_revenue_minor IS NOT NULL AND OLD.currency IS NOT NULL
    AND (OLD.started_on, OLD.ended_on) IS NOT DISTINCT FROM (NEW.started_on, NEW.ended_on)
    AND (NEW.ended_on IS NULL OR NEW.ended_on > closed)\x3b
  told_late boolean\x3b
  amount bigint\x3b
BEGIN
  IF closed IS NULL OR only_price AND told_on() > closed THEN
    PERFORM tell_contract(OLD, NEW)\x3b
    RETURN NULL\x3b
  END IF\x3b
  present := (SELECT COALESCE(jsonb_agg(to_jsonb(k) || jsonb_build_object(\'prices\',
      (SELECT COALESCE(jsonb_agg(to_jsonb(p) ORDER BY p.from_day), \'[]\') FROM contract_prices p WHERE p.contract_id = k.id)
    )), \'[]\') FROM contracts k WHERE k.customer_id = NEW.id)\x3b
  told_late := names_contract(OLD) AND OLD.started_on <= closed
    AND NOT EXISTS (SELECT FROM contracts WHERE customer_id = NEW.id AND (started_on <= closed OR external_id IS NOT NULL))\x3b
  IF told_late AND names_contract(NEW) THEN
    amount := price_of_days(OLD.monthly_revenue_minor, NEW.started_on, LEAST(NEW.ended_on, closed))
      - price_of_days(OLD.monthly_revenue_minor, OLD.started_on, LEAST(OLD.ended_on, closed))\x3b
    INSERT INTO revenue_adjustments (customer_id, booked_on, from_day, to_day, amount_minor, currency, why)
    SELECT NEW.id, closed + 1, LEAST(OLD.started_on, NEW.started_on), closed, amount, OLD.currency, \'contract-changed\'
    WHERE amount <> 0 AND OLD.currency IS NOT NULL\x3b
    IF NEW.ended_on <= closed THEN
      DELETE FROM contracts WHERE customer_id = NEW.id AND started_on = closed + 1\x3b
      RETURN NULL\x3b
    END IF\x3b
  END IF\x3b
  PERFORM tell_contract(OLD, NEW)\x3b
  PERFORM keep_closed_contracts(NEW.id, closed, present, NOT told_late)\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_contract" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."started_on", OLD."ended_on", OLD."renews_on", OLD."monthly_revenue_minor", OLD."currency")
    IS DISTINCT FROM (NEW."started_on", NEW."ended_on", NEW."renews_on", NEW."monthly_revenue_minor", NEW."currency"))
  EXECUTE FUNCTION "keep_contract"();

-- An end on a closed day is booked on the first open one, unless they bought after it: then it bears on closed days alone.
CREATE FUNCTION "keep_relationship_end"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE
  closed date := (SELECT max(through_day) FROM cost_closings)\x3b
  kept date := (SELECT e.ended_on FROM relationship_ends e WHERE e.customer_id = OLD.id AND e.resumed_on IS NULL
    AND e.ended_on >= OLD.ended_on ORDER BY e.ended_on LIMIT 1)\x3b
BEGIN
  IF OLD.ended_on < told_on() AND (NEW.ended_on IS NULL OR NEW.ended_on > OLD.ended_on) THEN
    UPDATE relationship_ends SET resumed_on = GREATEST(told_on(), closed + 1)
      WHERE customer_id = OLD.id AND ended_on = kept AND resumed_on IS NULL\x3b
  ELSIF kept > closed OR closed IS NULL THEN
    DELETE FROM relationship_ends WHERE customer_id = OLD.id AND ended_on = kept AND resumed_on IS NULL\x3b
  END IF\x3b
  IF NEW.ended_on <= closed AND (kept <= closed AND OLD.ended_on >= NEW.ended_on OR EXISTS (
    SELECT FROM activities WHERE customer_id = NEW.id AND kind = \'order\' AND amount_minor > 0
      AND at >= (NEW.ended_on + 1)::timestamp AT TIME ZONE \'UTC\'
  )) THEN RETURN NULL\x3b END IF\x3b
  IF NEW.ended_on IS NOT NULL THEN
    INSERT INTO relationship_ends (customer_id, ended_on) VALUES (NEW.id, GREATEST(NEW.ended_on, closed + 1))
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

-- A closing sees all that was written before it.
CREATE TRIGGER "customers_await_closing" BEFORE INSERT OR UPDATE OF "started_on", "ended_on", "renews_on",
  "monthly_revenue_minor", "currency", "segment", "owner_email", "country", "margin_percent", "acquisition_cost_minor"
  ON "customers" FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
