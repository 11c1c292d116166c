-- A closed period stays as it was printed. See docs/decisions/2026-11-29-one-set-of-figures.md.

-- The moment from which days are open, where the team is. Closings from before this was kept: midnight in UTC.
ALTER TABLE "cost_closings" ADD COLUMN "open_from" TIMESTAMPTZ(3);
UPDATE "cost_closings" SET "open_from" = ("through_day" + 1)::timestamp AT TIME ZONE 'UTC';
ALTER TABLE "cost_closings" ALTER COLUMN "open_from" SET NOT NULL;

ALTER TABLE "touches" ADD COLUMN "booked_on" DATE;
UPDATE "touches" t SET "booked_on" = c."through_day" + 1
  FROM "cost_closings" c
  WHERE c."through_day" = (SELECT max(o."through_day") FROM "cost_closings" o WHERE o."closed_at" <= t."logged_at")
    AND t."at" < c."open_from";
CREATE INDEX "touches_booked_on_idx" ON "touches" ("customer_id", "booked_on") WHERE "booked_on" IS NOT NULL;
CREATE INDEX "tickets_booked_on_idx" ON "tickets" ("customer_id", "booked_on") WHERE "booked_on" IS NOT NULL;
CREATE INDEX "feedback_booked_on_idx" ON "feedback" ("customer_id", "booked_on") WHERE "booked_on" IS NOT NULL;
CREATE INDEX "cost_entries_booked_on_idx" ON "cost_entries" ("booked_on") WHERE "booked_on" IS NOT NULL;

CREATE TABLE "closed_ticket_facts" (
    "ticket_id" INTEGER NOT NULL,
    "through_day" DATE NOT NULL,
    "first_reply_at" TIMESTAMPTZ(3),
    "solved_at" TIMESTAMPTZ(3),

    CONSTRAINT "closed_ticket_facts_pkey" PRIMARY KEY ("ticket_id","through_day")
);
ALTER TABLE "closed_ticket_facts" ADD CONSTRAINT "closed_ticket_facts_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A correction of closed days is booked on the first open day, and nothing else is.
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_booked_on_check"
  CHECK ("booked_on" IS NULL OR ("corrects_id" IS NOT NULL AND "booked_on" > "to_day"));

-- The migration engine cuts a file at every semicolon, so the functions' own are written \x3b.

-- Entries are only ever added, and never to closed days.
DROP TRIGGER "cost_entries_guard_update" ON "cost_entries";
DROP TRIGGER "cost_entries_guard_delete" ON "cost_entries";
CREATE OR REPLACE FUNCTION "guard_closed_costs"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE closed date := (SELECT max(through_day) FROM cost_closings)\x3b
BEGIN
  IF closed IS NULL THEN RETURN NULL\x3b END IF\x3b
  IF EXISTS (SELECT 1 FROM touched WHERE COALESCE(booked_on, from_day) <= closed) THEN
    RAISE EXCEPTION \'The cost ledger is closed through %: only a correcting entry that is booked on a later day (booked_on) changes it there.\', closed
      USING ERRCODE = \'MS001\'\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE FUNCTION "refuse_changed_cost"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION \'Cost entry % cannot be changed or deleted: add a correcting entry (ledger correct %).\', OLD.id, OLD.id
    USING ERRCODE = \'MS001\'\x3b
END';
CREATE TRIGGER "cost_entries_never_change" BEFORE UPDATE OR DELETE ON "cost_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_changed_cost"();

-- Closings are only ever added, each later than the one before.
CREATE FUNCTION "refuse_changed_closing"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION \'The closing through % cannot be changed or taken back.\', OLD.through_day USING ERRCODE = \'MS001\'\x3b
END';
CREATE TRIGGER "cost_closings_never_change" BEFORE UPDATE OR DELETE ON "cost_closings"
  FOR EACH ROW EXECUTE FUNCTION "refuse_changed_closing"();
CREATE FUNCTION "guard_closing"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE closed date\x3b
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(\'mainstay.cost-ledger\'))\x3b
  closed := (SELECT max(through_day) FROM cost_closings)\x3b
  IF NEW.through_day <= closed THEN
    RAISE EXCEPTION \'The cost ledger is closed through % already.\', closed USING ERRCODE = \'MS001\'\x3b
  END IF\x3b
  NEW.open_from := COALESCE(NEW.open_from, (NEW.through_day + 1)::timestamp AT TIME ZONE \'UTC\')\x3b
  RETURN NEW\x3b
END';
CREATE TRIGGER "cost_closings_guard_insert" BEFORE INSERT ON "cost_closings"
  FOR EACH ROW EXECUTE FUNCTION "guard_closing"();

-- What arrives after its day was closed is booked on the first open day, whichever way it came.
CREATE FUNCTION "book_late_rows"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE closing cost_closings%ROWTYPE\x3b
BEGIN
  SELECT * INTO closing FROM cost_closings ORDER BY through_day DESC LIMIT 1\x3b
  IF NOT FOUND THEN RETURN NULL\x3b END IF\x3b
  EXECUTE format(
    \'UPDATE %I kept SET booked_on = $1 FROM arrived WHERE arrived.%I < $2 AND arrived.booked_on IS NULL
      AND kept.source = arrived.source AND kept.external_id = arrived.external_id\', TG_TABLE_NAME, TG_ARGV[0]
  ) USING closing.through_day + 1, closing.open_from\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "activities_await_closing" BEFORE INSERT ON "activities"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "activities_book_late" AFTER INSERT ON "activities"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "book_late_rows"('at');
CREATE TRIGGER "tickets_await_closing" BEFORE INSERT OR UPDATE ON "tickets"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "tickets_book_late" AFTER INSERT ON "tickets"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "book_late_rows"('opened_at');
CREATE TRIGGER "feedback_await_closing" BEFORE INSERT ON "feedback"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "feedback_book_late" AFTER INSERT ON "feedback"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "book_late_rows"('at');
CREATE TRIGGER "touches_await_closing" BEFORE INSERT ON "touches"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "touches_book_late" AFTER INSERT ON "touches"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "book_late_rows"('at');

-- What a ticket of closed days said when they were closed. The first change after a closing keeps it.
CREATE FUNCTION "keep_closed_ticket_facts"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO closed_ticket_facts (ticket_id, through_day, first_reply_at, solved_at)
  SELECT OLD.id, c.through_day, OLD.first_reply_at, OLD.solved_at
  FROM (SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1) c
  WHERE OLD.opened_at < c.open_from AND (OLD.booked_on IS NULL OR OLD.booked_on <= c.through_day)
  ON CONFLICT DO NOTHING\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "tickets_keep_closed_facts" AFTER UPDATE ON "tickets" FOR EACH ROW
  WHEN ((OLD."first_reply_at", OLD."solved_at") IS DISTINCT FROM (NEW."first_reply_at", NEW."solved_at"))
  EXECUTE FUNCTION "keep_closed_ticket_facts"();

-- A rate on a closed day: only where none was in force, so that a report that failed for want of it can be made.
CREATE FUNCTION "guard_closed_rates"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE
  closed date := (SELECT max(through_day) FROM cost_closings)\x3b
  stated exchange_rates%ROWTYPE\x3b
BEGIN
  IF TG_OP = \'DELETE\' THEN stated := OLD\x3b ELSE stated := NEW\x3b END IF\x3b
  IF closed IS NULL OR LEAST(stated.day, CASE WHEN TG_OP = \'UPDATE\' THEN OLD.day END) > closed THEN RETURN NULL\x3b END IF\x3b
  IF TG_OP = \'INSERT\' AND NOT EXISTS (
    SELECT FROM exchange_rates r WHERE r.day <= NEW.day
      AND LEAST(r.from_currency, r.to_currency) = LEAST(NEW.from_currency, NEW.to_currency)
      AND GREATEST(r.from_currency, r.to_currency) = GREATEST(NEW.from_currency, NEW.to_currency)
      AND (r.from_currency, r.day) <> (NEW.from_currency, NEW.day)
  ) THEN RETURN NULL\x3b END IF\x3b
  RAISE EXCEPTION \'The cost ledger is closed through %: the rate in force there stays.\', closed USING ERRCODE = \'MS001\'\x3b
END';
CREATE TRIGGER "exchange_rates_await_closing" BEFORE INSERT OR UPDATE OR DELETE ON "exchange_rates"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "exchange_rates_guard_change" AFTER UPDATE ON "exchange_rates" FOR EACH ROW
  WHEN ((OLD."from_currency", OLD."to_currency", OLD."day", OLD."rate")
    IS DISTINCT FROM (NEW."from_currency", NEW."to_currency", NEW."day", NEW."rate"))
  EXECUTE FUNCTION "guard_closed_rates"();
CREATE TRIGGER "exchange_rates_guard" AFTER INSERT OR DELETE ON "exchange_rates"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_rates"();

-- An hourly cost on a closed day: never, since a report tells of minutes without one and is made all the same.
CREATE FUNCTION "guard_closed_hourly_costs"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE closed date := (SELECT max(through_day) FROM cost_closings)\x3b
BEGIN
  IF (TG_OP <> \'DELETE\' AND NEW.from_day <= closed) OR (TG_OP <> \'INSERT\' AND OLD.from_day <= closed) THEN
    RAISE EXCEPTION \'The cost ledger is closed through %: hourly costs there stay.\', closed USING ERRCODE = \'MS001\'\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "hourly_costs_await_closing" BEFORE INSERT OR UPDATE OR DELETE ON "hourly_costs"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "hourly_costs_guard_change" AFTER UPDATE ON "hourly_costs" FOR EACH ROW
  WHEN ((OLD."member_id", OLD."from_day", OLD."amount_minor", OLD."currency")
    IS DISTINCT FROM (NEW."member_id", NEW."from_day", NEW."amount_minor", NEW."currency"))
  EXECUTE FUNCTION "guard_closed_hourly_costs"();
CREATE TRIGGER "hourly_costs_guard" AFTER INSERT OR DELETE ON "hourly_costs"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_hourly_costs"();

-- The most that one amount may be (`MOST_MINOR` in domain/money.ts): so that sums stay exact. Older rows are left.
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_most_check"
  CHECK ("amount_minor" <= 1000000000000) NOT VALID;
ALTER TABLE "recurring_costs" ADD CONSTRAINT "recurring_costs_most_check"
  CHECK ("amount_minor" <= 1000000000000) NOT VALID;
ALTER TABLE "cost_budgets" ADD CONSTRAINT "cost_budgets_most_check" CHECK ("amount_minor" <= 1000000000000) NOT VALID;
ALTER TABLE "hourly_costs" ADD CONSTRAINT "hourly_costs_most_check" CHECK ("amount_minor" <= 1000000000000) NOT VALID;
ALTER TABLE "contract_prices" ADD CONSTRAINT "contract_prices_most_check"
  CHECK ("monthly_minor" BETWEEN 0 AND 1000000000000) NOT VALID;
ALTER TABLE "activities" ADD CONSTRAINT "activities_most_check" CHECK ("amount_minor" <= 1000000000000) NOT VALID;
