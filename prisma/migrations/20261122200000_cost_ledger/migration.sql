-- What an hour of a member costs: the minutes of their touches are priced by it.
ALTER TABLE "members"
  ADD COLUMN "hourly_cost_minor" BIGINT,
  ADD COLUMN "hourly_cost_currency" CHAR(3);

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

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "cost_entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_entries" ADD CONSTRAINT "cost_entries_recurring_id_fkey" FOREIGN KEY ("recurring_id") REFERENCES "recurring_costs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "cost_entries"
  ADD CONSTRAINT "cost_entries_days_check" CHECK ("from_day" <= "to_day"),
  ADD CONSTRAINT "cost_entries_amount_check" CHECK ("amount_minor" > 0 OR "corrects_id" IS NOT NULL);
ALTER TABLE "exchange_rates"
  ADD CONSTRAINT "exchange_rates_rate_check" CHECK ("rate" > 0 AND "from_currency" <> "to_currency");
