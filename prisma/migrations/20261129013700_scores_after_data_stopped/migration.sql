-- A source that stops no longer silences its customers: the last score before it stopped is what is shown. What stands
-- in its way says nothing of a customer that the days of the source do not say.
DELETE FROM "scores" WHERE "silence" ->> 'code' = 'no-score.stale-source';
