-- Points of a loyalty programme: a ledger that only grows, and whose activities changed since it was settled.
CREATE TABLE "loyalty_programmes" (
    "id" SERIAL NOT NULL,
    "valid_from" DATE NOT NULL,
    "rules" JSONB NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "loyalty_programmes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "loyalty_entries" (
    "id" BIGSERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "lot" TEXT,
    "expires_on" DATE,
    "source" TEXT,
    "external_id" TEXT,
    "happened_at" TIMESTAMPTZ(3),
    "document" TEXT,
    "programme_id" INTEGER,
    "reason" TEXT,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "loyalty_entries_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "loyalty_entries_key_key" ON "loyalty_entries"("key");
CREATE INDEX "loyalty_entries_customer_id_id_idx" ON "loyalty_entries"("customer_id", "id");
-- Who has points whose time was over since the last look.
CREATE INDEX "loyalty_entries_expires_on_idx" ON "loyalty_entries"("expires_on") WHERE "expires_on" IS NOT NULL;
ALTER TABLE "loyalty_entries" ADD CONSTRAINT "loyalty_entries_kind_check"
  CHECK ("kind" IN ('earned', 'taken-back', 'corrected', 'redeemed', 'expired', 'adjusted'));
ALTER TABLE "loyalty_entries" ADD CONSTRAINT "loyalty_entries_points_check" CHECK (CASE
  WHEN "kind" = 'earned' THEN "points" > 0
  WHEN "kind" IN ('taken-back', 'redeemed') THEN "points" < 0
  ELSE "points" <> 0 END);

CREATE TABLE "loyalty_due" (
    "id" BIGSERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,

    CONSTRAINT "loyalty_due_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "loyalty_due_customer_id_idx" ON "loyalty_due"("customer_id");

CREATE TABLE "loyalty_progress" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "expired_before" DATE NOT NULL,

    CONSTRAINT "loyalty_progress_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "loyalty_progress" ADD CONSTRAINT "loyalty_progress_id_check" CHECK ("id" = 1);

-- The migration engine cuts a file at every semicolon, so the functions' own are written \x3b.

CREATE FUNCTION "refuse_changed_points"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION \'Points entry % cannot be changed or deleted: add another one.\', OLD.id USING ERRCODE = \'MS002\'\x3b
END';
CREATE TRIGGER "loyalty_entries_never_change" BEFORE UPDATE OR DELETE ON "loyalty_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_changed_points"();

-- Kept by the database itself, so that no way in, and no way out, can forget it. Rows without a key: two imports never
-- wait for each other. Nothing is written while there is no programme.
CREATE FUNCTION "note_due_points"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF NOT EXISTS (SELECT FROM loyalty_programmes) THEN RETURN NULL\x3b END IF\x3b
  INSERT INTO loyalty_due (customer_id)
    SELECT DISTINCT customer_id FROM told WHERE kind IN (\'order\', \'payment\', \'refund\')\x3b
  IF TG_OP = \'UPDATE\' THEN
    INSERT INTO loyalty_due (customer_id)
      SELECT DISTINCT customer_id FROM known WHERE kind IN (\'order\', \'payment\', \'refund\')
      EXCEPT SELECT customer_id FROM told\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "activities_note_due_points_insert" AFTER INSERT ON "activities"
  REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION "note_due_points"();
CREATE TRIGGER "activities_note_due_points_update" AFTER UPDATE ON "activities"
  REFERENCING OLD TABLE AS known NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION "note_due_points"();
CREATE TRIGGER "activities_note_due_points_delete" AFTER DELETE ON "activities"
  REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION "note_due_points"();
