-- Whose language: as Slack names it, null where nobody said.
ALTER TABLE "members" ADD COLUMN "locale" TEXT;
ALTER TABLE "channel_settings" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en';

-- The kinds of activities stand in `domain/activity.ts` alone: whatever comes in is checked against it on the way.
ALTER TABLE "activities" DROP CONSTRAINT "activities_kind_check";

-- Suggestions keep a code and what stands in it instead of an English sentence. Sentences of the shapes that were ever
-- made become the code they came from, and any other is kept as it was written.
CREATE FUNCTION pg_temp.days_in("text" TEXT) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('days', CASE "text" WHEN 'today' THEN 0 ELSE substring("text" FROM '\d+')::int END)
$$;

CREATE FUNCTION pg_temp.phrase("code" TEXT, "parameters" JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('code', "code", 'parameters', "parameters")
$$;

CREATE FUNCTION pg_temp.phrase_of("sentence" TEXT) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(
    (SELECT pg_temp.phrase("code", '{}') FROM (VALUES
      ('Get in touch and ask what they need', 'break-silence.action'),
      ('Call about the renewal', 'call-about-renewal.action'),
      ('Get in touch and ask how things are going', 'check-in.action'),
      ('No single thing stands out.', 'check-in.reason'),
      ('Ask whether the fix works for them', 'confirm-fix.action'),
      ('Ask whether everything arrived as expected', 'follow-up-delivery.action'),
      ('Make this month''s contact', 'monthly-contact.action'),
      ('No contact is on record.', 'monthly-contact.never'),
      ('Say thanks and ask whether everything arrived', 'thank.action')
    ) AS plain ("text", "code") WHERE "text" = "sentence"),
    (SELECT pg_temp.phrase('solve-ticket.action', jsonb_build_object('reference', "part"[1]))
      FROM regexp_match("sentence", '^Get ticket (.+) solved and tell them when$') AS "part"
      WHERE "part" IS NOT NULL),
    (SELECT pg_temp.phrase('solve-ticket.reason',
        jsonb_build_object('subject', "part"[1]) || pg_temp.days_in("part"[2]))
      FROM regexp_match("sentence", '^“(.*)” has been open for (\d+ days?)\.$') AS "part"
      WHERE "part" IS NOT NULL),
    (SELECT pg_temp.phrase('confirm-fix.reason',
        jsonb_build_object('subject', "part"[1]) || pg_temp.days_in("part"[2]))
      FROM regexp_match("sentence", '^“(.*)” was solved (today|\d+ days? ago)\.$') AS "part"
      WHERE "part" IS NOT NULL),
    (SELECT pg_temp.phrase('break-silence.reason',
        jsonb_build_object('silent', "part"[1]::int, 'usual', COALESCE("part"[3]::int, 1)))
      FROM regexp_match("sentence",
        -- \x3b is the semicolon, at which Prisma would cut this statement in two.
        '^No purchase for (\d+) days?\x3b they usually buy every (day|(\d+) days)\.$') AS "part"
      WHERE "part" IS NOT NULL),
    (SELECT pg_temp.phrase(CASE "part"[1]
          WHEN 'The contract renews' THEN 'call-about-renewal.reason'
          WHEN 'The last delivery was' THEN 'follow-up-delivery.reason'
          WHEN 'They bought' THEN 'thank.reason'
          ELSE 'monthly-contact.reason'
        END, pg_temp.days_in("part"[2]))
      FROM regexp_match("sentence",
        '^(The contract renews|The last delivery was|They bought|The last contact was) (today|in \d+ days?|\d+ days? ago)\.$'
      ) AS "part"
      WHERE "part" IS NOT NULL),
    pg_temp.phrase('as-written', jsonb_build_object('text', "sentence"))
  )
$$;

ALTER TABLE "suggestions"
  ALTER COLUMN "action" TYPE JSONB USING pg_temp.phrase_of("action"),
  ALTER COLUMN "reason" TYPE JSONB USING pg_temp.phrase_of("reason"),
  ADD COLUMN "kind" TEXT;
UPDATE "suggestions" SET "kind" = CASE WHEN "key" LIKE 'nudge:%' THEN 'nudge' ELSE 'card' END;
ALTER TABLE "suggestions" ALTER COLUMN "kind" SET NOT NULL;

-- Nudges, posted or waiting.
UPDATE "outbox" SET "message" = jsonb_set("message", '{items}', (
  SELECT COALESCE(jsonb_agg(
    "item" || jsonb_build_object(
      'action', pg_temp.phrase_of("item" ->> 'action'), 'reason', pg_temp.phrase_of("item" ->> 'reason'))
    ORDER BY "place"), '[]')
  FROM jsonb_array_elements("message" -> 'items') WITH ORDINALITY AS "items" ("item", "place")
))
WHERE "kind" = 'nudge';

DROP FUNCTION pg_temp.phrase_of(TEXT);
DROP FUNCTION pg_temp.phrase(TEXT, JSONB);
DROP FUNCTION pg_temp.days_in(TEXT);

-- Every playbook that applied to a customer on an occasion, whether it was suggested or not: without those passed over
-- nobody could tell what suggestions achieve.
CREATE TABLE "playbook_cases" (
    "customer_id" INTEGER NOT NULL,
    "playbook" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "eligible_at" TIMESTAMPTZ(3) NOT NULL,
    "chosen_at" TIMESTAMPTZ(3),
    "passed_over" TEXT,
    "suggestion_key" TEXT,

    CONSTRAINT "playbook_cases_pkey" PRIMARY KEY ("customer_id","playbook","occasion","kind"),
    CONSTRAINT "playbook_cases_chosen_check" CHECK (("chosen_at" IS NULL) = ("passed_over" IS NOT NULL))
);
CREATE INDEX "playbook_cases_eligible_at_idx" ON "playbook_cases"("eligible_at");
ALTER TABLE "playbook_cases" ADD CONSTRAINT "playbook_cases_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
