-- What the team plans and whom it invites.
CREATE TABLE "events" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "place" TEXT,
    "audience" TEXT NOT NULL,
    "audience_of" TEXT,
    "set_by" TEXT,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "events_day_idx" ON "events"("day");
ALTER TABLE "events" ADD CONSTRAINT "events_audience_check"
  CHECK ("audience" IN ('all', 'segment', 'country', 'category') AND ("audience" = 'all') = ("audience_of" IS NULL));

-- The day a person left the customer. Null: they are still there, as far as we know.
ALTER TABLE "contacts" ADD COLUMN "left_on" DATE;

-- When a file named a product first. Null: before that was kept.
ALTER TABLE "products" ADD COLUMN "listed_at" TIMESTAMPTZ(3);
CREATE INDEX "products_listed_at_idx" ON "products"("listed_at");
-- Of one category, for whoever buys it often.
CREATE INDEX "products_category_idx" ON "products"("category");
