-- Rejected rows and the notes of cost summaries keep codes with what stands in them, no sentences: their words are made
-- when somebody reads them. Sentences without anything in them, and those of one field's name or two counts, turn into
-- their codes exactly. Every other one is kept as it was written.
ALTER TABLE "rejected_rows" ADD COLUMN "problems" JSONB;

UPDATE "rejected_rows" SET "problems" = jsonb_build_array(CASE
  WHEN "detail" = 'A quote opens or closes in the wrong place. Put the whole field in quotes and double the quotes inside ("").'
    THEN '{"code": "rejected.stray-quote", "parameters": {}}'::jsonb
  WHEN "detail" = 'The line is not valid UTF-8. Save the file as "CSV UTF-8".'
    THEN '{"code": "rejected.not-utf8", "parameters": {}}'::jsonb
  WHEN "detail" = 'The line has a NUL byte.'
    THEN '{"code": "rejected.nul", "parameters": {}}'::jsonb
  WHEN "detail" = 'The line is longer than 65,536 characters.'
    THEN '{"code": "rejected.line-too-long", "parameters": {"limit": 65536}}'::jsonb
  WHEN "detail" ~ '^The line has \d{1,9} fields where the header has \d{1,9}\.$'
    THEN jsonb_build_object('code', 'rejected.column-count', 'parameters', jsonb_build_object(
      'found', substring("detail" FROM 'has (\d+) fields')::int,
      'needed', substring("detail" FROM 'header has (\d+)')::int))
  WHEN "detail" ~ '^[A-Za-z_]+( ID)? is empty\.$'
    THEN jsonb_build_object('code', 'rejected.empty', 'parameters',
      jsonb_build_object('column', substring("detail" FROM '^(.*) is empty\.$')))
  ELSE jsonb_build_object('code', 'as-written', 'parameters', jsonb_build_object('text', "detail"))
END);

ALTER TABLE "rejected_rows" ALTER COLUMN "problems" SET NOT NULL, DROP COLUMN "detail";

UPDATE "outbox" SET "message" = jsonb_set("message", '{notes}', (
  SELECT coalesce(jsonb_agg(
    CASE jsonb_typeof(note)
      WHEN 'string' THEN jsonb_build_object('code', 'as-written', 'parameters', jsonb_build_object('text', note))
      ELSE note
    END ORDER BY place), '[]'::jsonb)
  FROM jsonb_array_elements("message" -> 'notes') WITH ORDINALITY AS notes (note, place)))
WHERE "kind" = 'cost-summary' AND jsonb_typeof("message" -> 'notes') = 'array';
