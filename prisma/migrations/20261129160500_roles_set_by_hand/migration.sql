-- A role that the team set stays until it is given back, whatever Slack says. Null where the role is Slack's.
ALTER TABLE "members" ADD COLUMN "role_set_at" TIMESTAMPTZ(3);
