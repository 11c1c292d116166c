-- Scores, decisions about model versions and digests keep a code and what stands in it instead of an English sentence.
-- Sentences of the shapes that were ever made become the code they came from, and any other is kept as it was written.
-- \x3b is the semicolon, at which Prisma would cut a statement in two.
CREATE FUNCTION pg_temp.phrase("code" TEXT, "parameters" JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('code', "code", 'parameters', "parameters")
$$;

-- A number as it stood in a sentence: "no" for none.
CREATE FUNCTION pg_temp.counted("words" TEXT) RETURNS INT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE "words" WHEN 'no' THEN 0 ELSE "words"::int END
$$;

-- "3 Nov", "3 Nov 2025": the year of the scoring was left out.
CREATE FUNCTION pg_temp.day_in("words" TEXT, "year" TEXT) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('day', to_char(to_date(
    replace("words", 'Sept', 'Sep') || CASE WHEN "words" ~ '\d{4}$' THEN '' ELSE ' ' || "year" END, 'DD Mon YYYY'
  ), 'YYYY-MM-DD'))
$$;

CREATE FUNCTION pg_temp.no_score("sentence" TEXT, "as_of" TIMESTAMPTZ) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT COALESCE(
    (SELECT pg_temp.phrase('no-score.short-history',
        jsonb_build_object('purchases', pg_temp.counted("part"[1]), 'days', pg_temp.counted("part"[2])))
      FROM regexp_match("sentence", '^not enough history yet: (no|\d+) purchases?, (no|\d+) days?$') AS "part"
      WHERE "part" IS NOT NULL),
    (SELECT pg_temp.phrase('no-score.no-signal', jsonb_build_object(
        'percent', CASE "part"[1] WHEN 'under 1' THEN 0 WHEN 'over 99' THEN 100 ELSE substring("part"[1] FROM '\d+')::int END,
        'days', "part"[2]::int))
      FROM regexp_match("sentence",
        '^no signal found in this history: nothing in it tells who leaves\x3b (under 1|over 99|about \d+) % of all customers do within (\d+) days$'
      ) AS "part"
      WHERE "part" IS NOT NULL),
    (SELECT pg_temp.phrase('no-score.stale-source', jsonb_build_object(
        'source', "part"[1],
        'last', pg_temp.day_in("part"[2], to_char("as_of" AT TIME ZONE 'UTC', 'YYYY')),
        'usual', COALESCE("part"[4]::int, 1)))
      FROM regexp_match("sentence",
        '^no data from “(.*)” since (\d{1,2} [A-Z][a-z]{2,3}(?: \d{4})?) \(usually (every day|at least every (\d+) days)\)$'
      ) AS "part"
      WHERE "part" IS NOT NULL),
    pg_temp.phrase('as-written', jsonb_build_object('text', "sentence"))
  )
$$;

ALTER TABLE "scores" ALTER COLUMN "silence" TYPE JSONB
  USING CASE WHEN "silence" IS NOT NULL THEN pg_temp.no_score("silence", "as_of") END;

-- "−0.0123", "+0.0040", as it stands in a decision.
CREATE FUNCTION pg_temp.signed("value" JSONB) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "value"::numeric < 0 THEN '−' ELSE '+' END || to_char(abs("value"::numeric), 'FM999999990.0000')
$$;

CREATE FUNCTION pg_temp.slice_of("decision" JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(
    'champion', "decision" -> 'championId',
    'customers', "decision" #> '{slice,customers}',
    'day', jsonb_build_object('day', left("decision" #>> '{slice,at}', 10)))
$$;

CREATE FUNCTION pg_temp.why_unusable("sentence" TEXT, "champion" JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(
    (SELECT pg_temp.phrase('model.other-horizon',
        jsonb_build_object('before', "part"[1]::int, 'now', "part"[2]::int))
      FROM regexp_match("sentence", '^it looks (\d+) days ahead and this one (\d+)\.$') AS "part"
      WHERE "part" IS NOT NULL),
    CASE WHEN "sentence" ~ '^The stored bytes of model version \d+ are damaged\.'
      THEN pg_temp.phrase('model.damaged', jsonb_build_object('version', "champion")) END,
    pg_temp.phrase('model.unreadable', jsonb_build_object('version', "champion", 'detail', "sentence"))
  )
$$;

-- The kind and the figures of a decision are beside its sentence.
CREATE FUNCTION pg_temp.decided("decision" JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(
    CASE WHEN "decision" ->> 'reason' = 'It is the first model.' THEN pg_temp.phrase('decision.first', '{}') END,
    CASE WHEN "decision" ->> 'kind' IN ('better', 'not-better', 'forced')
        AND jsonb_typeof("decision" -> 'interval') = 'object' AND jsonb_typeof("decision" -> 'slice') = 'object' THEN
      pg_temp.phrase(
        CASE
          WHEN ("decision" #> '{interval,high}')::numeric < 0 THEN 'compared.better'
          WHEN ("decision" #> '{interval,low}')::numeric > 0 THEN 'compared.worse'
          ELSE 'compared.not-better'
        END,
        pg_temp.slice_of("decision") || jsonb_build_object(
          'difference', pg_temp.signed("decision" -> 'difference'),
          'low', pg_temp.signed("decision" #> '{interval,low}'),
          'high', pg_temp.signed("decision" #> '{interval,high}')))
    END,
    (SELECT pg_temp.phrase('decision.champion-unfit',
        pg_temp.slice_of("decision") || jsonb_build_object('why', pg_temp.phrase("unfit"."code", '{}')))
      FROM (VALUES
        ('its calculation did not settle on an answer', 'unfit.not-converged'),
        ('it gave figures that are no percentages', 'unfit.not-a-probability'),
        ('it said the same of everybody', 'unfit.all-alike'),
        ('its percentages were nowhere near the share that really left', 'unfit.off-level'),
        ('its percentages were worse than saying the same of everybody', 'unfit.worse-than-constant'),
        ('it told who would leave from who would stay no better than guessing does', 'unfit.no-ranking')
      ) AS "unfit" ("text", "code")
      WHERE "decision" ->> 'kind' = 'champion-unfit' AND jsonb_typeof("decision" -> 'slice') = 'object'
        AND "decision" ->> 'reason' LIKE '% ' || "unfit"."text" || '.'),
    (SELECT pg_temp.phrase('decision.champion-unusable', jsonb_build_object(
        'champion', "decision" -> 'championId', 'why', pg_temp.why_unusable("part"[1], "decision" -> 'championId')))
      FROM regexp_match("decision" ->> 'reason', '^It replaces version \d+, which could not be used: (.*)$') AS "part"
      WHERE "decision" ->> 'kind' = 'champion-unusable' AND "part" IS NOT NULL),
    pg_temp.phrase('as-written', jsonb_build_object('text', "decision" ->> 'reason'))
  )
$$;

UPDATE "model_versions" SET "decision" = jsonb_set("decision", '{reason}', pg_temp.decided("decision"))
WHERE jsonb_typeof("decision" -> 'reason') = 'string';

-- Digests, posted or waiting, name a reason of each customer.
CREATE FUNCTION pg_temp.with_reasons("changes" JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(jsonb_agg(
    CASE jsonb_typeof("change" -> 'reason') WHEN 'string' THEN "change" || jsonb_build_object('reason',
      pg_temp.phrase('as-written', jsonb_build_object('text', "change" -> 'reason'))) ELSE "change" END
    ORDER BY "place"), '[]')
  FROM jsonb_array_elements("changes") WITH ORDINALITY AS "items" ("change", "place")
$$;

UPDATE "outbox" SET "message" = "message" || jsonb_build_object(
  'newlyHigh', ("message" -> 'newlyHigh') || jsonb_build_object('top', pg_temp.with_reasons("message" #> '{newlyHigh,top}')),
  'risers', pg_temp.with_reasons("message" -> 'risers'),
  'fallers', pg_temp.with_reasons("message" -> 'fallers'))
WHERE "kind" = 'digest' AND "message" ? 'newlyHigh';

DROP FUNCTION pg_temp.with_reasons(JSONB);
DROP FUNCTION pg_temp.decided(JSONB);
DROP FUNCTION pg_temp.why_unusable(TEXT, JSONB);
DROP FUNCTION pg_temp.slice_of(JSONB);
DROP FUNCTION pg_temp.signed(JSONB);
DROP FUNCTION pg_temp.no_score(TEXT, TIMESTAMPTZ);
DROP FUNCTION pg_temp.day_in(TEXT, TEXT);
DROP FUNCTION pg_temp.counted(TEXT);
DROP FUNCTION pg_temp.phrase(TEXT, JSONB);
