-- What a team set of a playbook. One without a row is on, with the numbers it declares.
CREATE TABLE "playbook_settings" (
    "playbook" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "numbers" JSONB NOT NULL DEFAULT '{}',
    "minutes" INTEGER,
    "gift_minor" BIGINT,
    "gift_currency" CHAR(3),
    "revision" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "playbook_settings_pkey" PRIMARY KEY ("playbook"),
    CONSTRAINT "playbook_settings_mode_check" CHECK ("mode" IN ('on', 'dry-run', 'off')),
    CONSTRAINT "playbook_settings_numbers_check" CHECK (jsonb_typeof("numbers") = 'object'),
    CONSTRAINT "playbook_settings_minutes_check" CHECK ("minutes" BETWEEN 1 AND 480),
    CONSTRAINT "playbook_settings_gift_check" CHECK (("gift_minor" IS NULL) = ("gift_currency" IS NULL)
      AND "gift_minor" BETWEEN 1 AND 1000000000000)
);
