-- What Slack was sent between a backup and its restore is in no row: messages are looked for there before they are posted.
CREATE TABLE "restores" (
  "id" SERIAL PRIMARY KEY,
  "taken_at" TIMESTAMPTZ(3) NOT NULL,
  "restored_at" TIMESTAMPTZ(3) NOT NULL
);
