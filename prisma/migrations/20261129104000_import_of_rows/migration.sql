-- Which import a row came with or was last changed by, so that it can be taken back. No foreign key and no index: both
-- would be paid for with every row, and taking back reads a source once from end to end. Null: told another way, or before.
ALTER TABLE "customers" ADD COLUMN "import_id" INTEGER;
ALTER TABLE "contacts" ADD COLUMN "import_id" INTEGER;
ALTER TABLE "activities" ADD COLUMN "import_id" INTEGER;
ALTER TABLE "tickets" ADD COLUMN "import_id" INTEGER;
ALTER TABLE "feedback" ADD COLUMN "import_id" INTEGER;
ALTER TABLE "touches" ADD COLUMN "import_id" INTEGER;

-- Made of rows that name a customer no customer file has told of.
ALTER TABLE "customers" ADD COLUMN "known_from_activities" BOOLEAN NOT NULL DEFAULT false;

-- Rows with other facts than were known, and the header, with which the rejected lines make a file again.
ALTER TABLE "imports" ADD COLUMN "updated" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "imports" ADD COLUMN "header" TEXT;
ALTER TABLE "imports" ADD COLUMN "delimiter" TEXT;

-- What an import changed, with the old values.
CREATE INDEX "audit_events_of_imports_idx" ON "audit_events" ("actor", "action") WHERE "actor" LIKE 'import %';
