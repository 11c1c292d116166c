-- Null: not explained yet. An empty list: explained, and nothing is worth telling.
ALTER TABLE "scores"
  ALTER COLUMN "reasons" DROP NOT NULL,
  ALTER COLUMN "reasons" DROP DEFAULT,
  ALTER COLUMN "levers" DROP NOT NULL,
  ALTER COLUMN "levers" DROP DEFAULT;
