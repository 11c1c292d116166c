-- What kind of account a person has in the workspace: only a member of the company is shown or told anything.
ALTER TABLE "members" ADD COLUMN "account" TEXT NOT NULL DEFAULT 'member';
UPDATE "members" SET "account" = 'deactivated' WHERE NOT "active";
ALTER TABLE "members" DROP COLUMN "active";

-- What Prisma's schema language cannot say.
ALTER TABLE "members" ADD CONSTRAINT "members_account_check"
  CHECK ("account" IN ('member', 'guest', 'outsider', 'bot', 'deactivated'));
