-- Whose customer it is does not depend on capitals in the e-mail: every look by owner asks for it in small letters.
DROP INDEX "customers_owner_email_idx";

-- What Prisma's schema language cannot say.
CREATE INDEX "customers_owner_idx" ON "customers" (lower("owner_email"));
