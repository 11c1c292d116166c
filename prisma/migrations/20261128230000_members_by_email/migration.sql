-- Whose an e-mail is, whatever its capitals, is asked for every page of Slack's list of people and for every owner.
-- What Prisma's schema language cannot say.
CREATE INDEX "members_email_lower_idx" ON "members" (lower("email"));
