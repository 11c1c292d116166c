-- How sure a probability is, what would lower it, and what purchases to expect.
ALTER TABLE "scores"
  ADD COLUMN "probability_low" REAL,
  ADD COLUMN "probability_high" REAL,
  ADD COLUMN "expected_purchases_12m" REAL,
  ADD COLUMN "expected_purchase_minor" BIGINT,
  ADD COLUMN "levers" JSONB NOT NULL DEFAULT '[]';

-- The champion is the version promoted last. Until now the newest one served.
ALTER TABLE "model_versions"
  ADD COLUMN "promoted_at" TIMESTAMPTZ(3),
  ADD COLUMN "decision" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "reliability" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "input_bins" JSONB NOT NULL DEFAULT '{}';
UPDATE "model_versions" SET "promoted_at" = "trained_at";

-- CreateIndex
CREATE INDEX "model_versions_promoted_at_idx" ON "model_versions"("promoted_at");

-- Channels that warnings go to.
ALTER TABLE "channel_settings" ADD COLUMN "alerts" BOOLEAN NOT NULL DEFAULT false;

-- On which days (UTC) rows of a source are dated.
-- CreateTable
CREATE TABLE "source_days" (
    "source" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "source_days_pkey" PRIMARY KEY ("source","day")
);
INSERT INTO "source_days" ("source", "day", "rows")
  SELECT "source", ("at" AT TIME ZONE 'UTC')::date, count(*) FROM "activities" GROUP BY 1, 2;

-- Kept by the database itself, so that no way in can forget it. Days in order: two imports then never wait for each
-- other. The migration engine cuts a file at every semicolon, so the function's own are written \x3b.
CREATE FUNCTION "count_source_days"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO source_days (source, day, rows)
    SELECT source, (at AT TIME ZONE \'UTC\')::date AS day, count(*) FROM added GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (source, day) DO UPDATE SET rows = source_days.rows + EXCLUDED.rows\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "activities_count_source_days" AFTER INSERT ON "activities"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "count_source_days"();
