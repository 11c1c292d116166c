-- Why a message did not arrive is a phrase from now on: { code, parameters }, made into text when it is shown.
ALTER TABLE "outbox" ALTER COLUMN "last_error" TYPE JSONB
  USING CASE WHEN "last_error" IS NULL THEN NULL
    ELSE jsonb_build_object('code', 'as-written', 'parameters', jsonb_build_object('text', "last_error")) END;
-- What failed lately is listed on Home and looked at by doctor, and few among the rows.
CREATE INDEX "outbox_failed_idx" ON "outbox" ("settled_at") WHERE "status" = 'failed';
