-- When we were told of a touch: minutes logged after their day was closed count on the first day that was open.
ALTER TABLE "touches" ADD COLUMN "logged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "cost_entries"
  ADD COLUMN "subcategory" TEXT,
  ADD COLUMN "corrects_id" INTEGER,
  ADD COLUMN "recurring_id" INTEGER,
  ADD COLUMN "created_by" TEXT;

-- CreateTable
CREATE TABLE "recurring_costs" (
    "id" SERIAL NOT NULL,
    "every" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "subcategory" TEXT,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "applies_to" TEXT NOT NULL DEFAULT 'all',
    "driver" TEXT NOT NULL DEFAULT 'equal',
    "note" TEXT,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recurring_costs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_closings" (
    "through_day" DATE NOT NULL,
    "closed_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cost_closings_pkey" PRIMARY KEY ("through_day")
);

-- What an hour of a member costs: the minutes of their touches are priced by it.
-- CreateTable
CREATE TABLE "hourly_costs" (
    "member_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hourly_costs_pkey" PRIMARY KEY ("member_id","from_day")
);

-- CreateTable
CREATE TABLE "exchange_rates" (
    "from_currency" CHAR(3) NOT NULL,
    "to_currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL(20,10) NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("from_currency","to_currency","day")
);

-- CreateTable
CREATE TABLE "cost_budgets" (
    "scope" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cost_budgets_pkey" PRIMARY KEY ("scope","from_day","to_day")
);

-- CreateIndex
CREATE INDEX "cost_entries_corrects_id_idx" ON "cost_entries"("corrects_id");

-- Costs name customers, tickets and touches by these.
-- CreateIndex
CREATE INDEX "customers_external_id_idx" ON "customers"("external_id");

-- CreateIndex
CREATE INDEX "tickets_external_id_idx" ON "tickets"("external_id");

-- CreateIndex
CREATE INDEX "touches_external_id_idx" ON "touches"("external_id");

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "cost_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_recurring_id_fkey" FOREIGN KEY ("recurring_id") REFERENCES "recurring_costs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- The costs that name one customer, ticket or touch, by that (hashed: a list may be longer than a tree's keys), and,
-- apart, those that have to be shared.
CREATE INDEX "cost_entries_applies_to_idx" ON "cost_entries" USING hash ("applies_to");
CREATE INDEX "cost_entries_shared_idx" ON "cost_entries" ("from_day", "to_day")
  WHERE NOT "applies_to" ~ '^(customer|ticket|touch):[^|]*$';

ALTER TABLE "cost_entries"
  ADD CONSTRAINT "cost_entries_days_check" CHECK ("from_day" <= "to_day"),
  ADD CONSTRAINT "cost_entries_amount_check" CHECK ("amount_minor" > 0 OR "corrects_id" IS NOT NULL);
ALTER TABLE "exchange_rates"
  ADD CONSTRAINT "exchange_rates_rate_check" CHECK ("rate" > 0 AND "from_currency" <> "to_currency");
ALTER TABLE "hourly_costs"
  ADD CONSTRAINT "hourly_costs_amount_check" CHECK ("amount_minor" > 0);
ALTER TABLE "recurring_costs"
  ADD CONSTRAINT "recurring_costs_amount_check" CHECK ("amount_minor" > 0);
ALTER TABLE "cost_budgets"
  ADD CONSTRAINT "cost_budgets_check" CHECK ("amount_minor" >= 0 AND "from_day" <= "to_day");

-- A closed period changes only by correcting entries, whoever writes. Writers share a lock that closing takes alone, and
-- take it before their first row: a closing sees everything written before it, and what is written after sees the
-- closing. The migration engine cuts a file at every semicolon, so the functions' own are written \x3b.
CREATE FUNCTION "await_cost_closing"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext(\'mainstay.cost-ledger\'))\x3b
  RETURN NULL\x3b
END';
CREATE FUNCTION "guard_closed_costs"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE closed date := (SELECT max(through_day) FROM cost_closings)\x3b
BEGIN
  IF closed IS NULL THEN RETURN NULL\x3b END IF\x3b
  IF EXISTS (SELECT 1 FROM touched WHERE from_day <= closed AND (TG_OP <> \'INSERT\' OR corrects_id IS NULL)) THEN
    RAISE EXCEPTION \'The cost ledger is closed through %: only a correcting entry changes it there.\', closed
      USING ERRCODE = \'MS001\'\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "cost_entries_await_closing" BEFORE INSERT OR UPDATE OR DELETE ON "cost_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "await_cost_closing"();
CREATE TRIGGER "cost_entries_guard_insert" AFTER INSERT ON "cost_entries"
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "guard_closed_costs"();
CREATE TRIGGER "cost_entries_guard_update" AFTER UPDATE ON "cost_entries"
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "guard_closed_costs"();
CREATE TRIGGER "cost_entries_guard_delete" AFTER DELETE ON "cost_entries"
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "guard_closed_costs"();
