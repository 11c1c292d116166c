-- What whoever wrote a mention thinks, by which version of the rules, and what was told of it.
ALTER TABLE "mentions" ADD COLUMN "sentiment" DOUBLE PRECISION;
ALTER TABLE "mentions" ADD COLUMN "sentiment_label" TEXT;
ALTER TABLE "mentions" ADD COLUMN "sentiment_version" INTEGER;
ALTER TABLE "mentions" ADD COLUMN "sentiment_by" TEXT;
-- Who said here that it is answered: kept apart from what files tell, which come again without knowing of it.
ALTER TABLE "mentions" ADD COLUMN "settled_at" TIMESTAMPTZ(3);
ALTER TABLE "mentions" ADD COLUMN "settled_by" TEXT;
ALTER TABLE "mentions" ADD COLUMN "alerted_at" TIMESTAMPTZ(3);
ALTER TABLE "mentions" ADD COLUMN "escalated_at" TIMESTAMPTZ(3);
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_sentiment_check" CHECK (
  ("sentiment" IS NULL) = ("sentiment_label" IS NULL)
  AND "sentiment" BETWEEN -1 AND 1
  AND "sentiment_label" IN ('negative', 'neutral', 'positive')
);

-- Which are still to be judged, also by a newer version of the rules.
CREATE INDEX "mentions_sentiment_version_idx" ON "mentions"("sentiment_version");
-- Complaints that wait for an answer, and praise: few among many.
CREATE INDEX "mentions_open_negative_idx" ON "mentions"("at")
  WHERE "answered_at" IS NULL AND "settled_at" IS NULL AND "sentiment_label" = 'negative';
CREATE INDEX "mentions_positive_idx" ON "mentions"("at") WHERE "sentiment_label" = 'positive';

-- A text that changed is judged anew, whoever changed it, except where a person spoke. Semicolons in a body are \x3b.
CREATE FUNCTION "mentions_judge_anew"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  NEW.sentiment := NULL\x3b
  NEW.sentiment_label := NULL\x3b
  NEW.sentiment_version := NULL\x3b
  RETURN NEW\x3b
END';
CREATE TRIGGER "mentions_text_changed" BEFORE UPDATE OF "text" ON "mentions"
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text AND OLD.sentiment_by IS NULL)
  EXECUTE FUNCTION "mentions_judge_anew"();
