-- Attempts that do not count towards giving up: before a retry that somebody asked for, and where a message was told to wait.
ALTER TABLE "outbox" ADD COLUMN "uncounted_attempts" INTEGER NOT NULL DEFAULT 0;
