-- When a member said that they have read what Mainstay does, which Home explains until then.
ALTER TABLE "members" ADD COLUMN "home_explained_at" TIMESTAMPTZ(3);
