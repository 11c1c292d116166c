-- A relationship that had ended and goes on again: what the file said of it before, so that the months in between, which
-- were reported with the customer lost, stay as they were.
CREATE TABLE "ended_relationships" (
    "customer_id" INTEGER NOT NULL,
    "resumed_on" DATE NOT NULL,
    "started_on" DATE,
    "ended_on" DATE NOT NULL,
    "had_contract" BOOLEAN NOT NULL,

    CONSTRAINT "ended_relationships_pkey" PRIMARY KEY ("customer_id","resumed_on")
);

ALTER TABLE "ended_relationships" ADD CONSTRAINT "ended_relationships_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Kept by the database itself, so that no way in can forget it. An end that is put off before it comes is none. Of two
-- changes on one day the first says what held before. The migration engine cuts a file at every semicolon, so the
-- function's own are written \x3b.
CREATE FUNCTION "keep_ended_relationship"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO ended_relationships (customer_id, resumed_on, started_on, ended_on, had_contract)
    VALUES (OLD.id, (now() AT TIME ZONE \'UTC\')::date, OLD.started_on, OLD.ended_on,
      OLD.started_on IS NOT NULL AND (OLD.monthly_revenue_minor IS NOT NULL OR OLD.renews_on IS NOT NULL))
  ON CONFLICT (customer_id, resumed_on) DO NOTHING\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_ended_relationship" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN (OLD."ended_on" < (now() AT TIME ZONE 'UTC')::date AND (NEW."ended_on" IS NULL OR NEW."ended_on" > OLD."ended_on"))
  EXECUTE FUNCTION "keep_ended_relationship"();
