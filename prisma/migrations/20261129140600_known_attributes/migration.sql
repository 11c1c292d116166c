-- What the customer file said of each customer's further attributes, and from when on we knew it: a model that learns from
-- the past may use of them only what was known then.
CREATE TABLE "known_attributes" (
    "customer_id" INTEGER NOT NULL,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "attributes" JSONB NOT NULL,

    CONSTRAINT "known_attributes_pkey" PRIMARY KEY ("customer_id","known_from")
);
ALTER TABLE "known_attributes" ADD CONSTRAINT "known_attributes_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "attribute_decisions" (
    "name" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attribute_decisions_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "attribute_decisions_decision_check" CHECK ("decision" IN ('since-start', 'left-out'))
);

-- Of those who are there already it is known since they were written last, at the latest.
INSERT INTO "known_attributes" ("customer_id", "known_from", "attributes")
  SELECT "id", "updated_at", "attributes" FROM "customers" WHERE "attributes" <> '{}';

CREATE FUNCTION "note_first_attributes"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO known_attributes (customer_id, known_from, attributes)
    SELECT id, now(), attributes FROM arrived WHERE attributes <> \'{}\'\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_note_first_attributes" AFTER INSERT ON "customers"
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION "note_first_attributes"();

CREATE FUNCTION "note_changed_attributes"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO known_attributes (customer_id, known_from, attributes) VALUES (NEW.id, now(), NEW.attributes)
    ON CONFLICT (customer_id, known_from) DO UPDATE SET attributes = EXCLUDED.attributes\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_note_changed_attributes" AFTER UPDATE OF "attributes" ON "customers"
  FOR EACH ROW WHEN (OLD.attributes IS DISTINCT FROM NEW.attributes) EXECUTE FUNCTION "note_changed_attributes"();
