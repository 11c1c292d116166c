-- A renewal from the first open day that is told after the day before was closed: whoever had left by then, had left. The
-- migration engine cuts a file at every semicolon, so the function's own are written \x3b.
CREATE OR REPLACE FUNCTION "keep_contract"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE
  closed date := (SELECT max(through_day) FROM cost_closings)\x3b
  present jsonb\x3b
  -- What counts from today alone: many at once, so they are told apart first.
  only_price boolean := names_contract(NEW) AND OLD.monthly_revenue_minor IS NOT NULL AND OLD.currency IS NOT NULL
    AND (OLD.started_on, OLD.ended_on) IS NOT DISTINCT FROM (NEW.started_on, NEW.ended_on)
    AND (NEW.ended_on IS NULL OR NEW.ended_on > closed)\x3b
  told_late boolean\x3b
  amount bigint\x3b
BEGIN
  IF closed IS NULL OR only_price AND told_on() > closed THEN
    PERFORM tell_contract(OLD, NEW)\x3b
    RETURN NULL\x3b
  END IF\x3b
  present := (SELECT COALESCE(jsonb_agg(to_jsonb(k) || jsonb_build_object(\'prices\',
      (SELECT COALESCE(jsonb_agg(to_jsonb(p) ORDER BY p.from_day), \'[]\') FROM contract_prices p WHERE p.contract_id = k.id)
    )), \'[]\') FROM contracts k WHERE k.customer_id = NEW.id)\x3b
  told_late := names_contract(OLD) AND OLD.started_on <= closed
    AND NOT EXISTS (SELECT FROM contracts WHERE customer_id = NEW.id AND (started_on <= closed OR external_id IS NOT NULL))\x3b
  IF told_late AND names_contract(NEW) THEN
    amount := price_of_days(OLD.monthly_revenue_minor, NEW.started_on, LEAST(NEW.ended_on, closed))
      - price_of_days(OLD.monthly_revenue_minor, OLD.started_on, LEAST(OLD.ended_on, closed))\x3b
    INSERT INTO revenue_adjustments (customer_id, booked_on, from_day, to_day, amount_minor, currency, why)
    SELECT NEW.id, closed + 1, LEAST(OLD.started_on, NEW.started_on), closed, amount, OLD.currency, \'contract-changed\'
    WHERE amount <> 0 AND OLD.currency IS NOT NULL\x3b
    IF NEW.ended_on <= closed THEN
      DELETE FROM contracts WHERE customer_id = NEW.id AND started_on = closed + 1\x3b
      RETURN NULL\x3b
    END IF\x3b
  END IF\x3b
  PERFORM tell_contract(OLD, NEW)\x3b
  PERFORM keep_closed_contracts(NEW.id, closed, present, NOT told_late)\x3b
  UPDATE contracts k SET continues = false WHERE k.customer_id = NEW.id AND k.started_on = closed + 1 AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(present) AS b (id int, started_on date) WHERE b.id = k.id AND b.started_on = k.started_on)\x3b
  RETURN NULL\x3b
END';
