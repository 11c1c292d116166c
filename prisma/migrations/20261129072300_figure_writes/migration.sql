-- What figures are made of changes with every transaction that leaves a row here: whoever holds something worked out
-- can tell whether it still holds. A row a transaction, never a counter that several would wait for.
CREATE TABLE "figure_writes" (
    "id" BIGSERIAL NOT NULL,

    CONSTRAINT "figure_writes_pkey" PRIMARY KEY ("id")
);

-- The migration engine cuts a file at every semicolon, so the functions' own are written \x3b.

-- The setting goes with the row where a savepoint is rolled back. Now and then a new row clears old ones away, the
-- oldest first.
CREATE FUNCTION "note_figure_write"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE noted bigint\x3b
BEGIN
  IF current_setting(\'mainstay.figure_write\', true) = pg_current_xact_id()::text THEN RETURN NULL\x3b END IF\x3b
  INSERT INTO figure_writes DEFAULT VALUES RETURNING id INTO noted\x3b
  PERFORM set_config(\'mainstay.figure_write\', pg_current_xact_id()::text, true)\x3b
  IF noted % 100 = 0 THEN
    DELETE FROM figure_writes WHERE id IN (
      SELECT id FROM figure_writes WHERE id < noted - 1000 ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "contracts_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "contracts"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "contract_prices_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "contract_prices"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "relationship_ends_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "relationship_ends"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "revenue_adjustments_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "revenue_adjustments"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "closed_customer_facts_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "closed_customer_facts"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "activities_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "activities"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "tickets_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "tickets"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "touches_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "touches"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "suggestions_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "suggestions"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "cost_entries_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "cost_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
CREATE TRIGGER "exchange_rates_note_figure_write" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "exchange_rates"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_figure_write"();
