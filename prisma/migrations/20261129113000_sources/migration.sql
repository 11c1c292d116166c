-- Systems that rows are pulled from, and how far. Secrets stay in the environment.
CREATE TABLE "sources" (
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "pulling_since" TIMESTAMPTZ(3),
    "pulling_until" TIMESTAMPTZ(3),

    CONSTRAINT "sources_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "source_cursors" (
    "source" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "cursor" TEXT,
    "pulled_at" TIMESTAMPTZ(3),
    "newest_at" TIMESTAMPTZ(3),
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "deleted" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "failed_since" TIMESTAMPTZ(3),

    CONSTRAINT "source_cursors_pkey" PRIMARY KEY ("source","stream")
);
ALTER TABLE "source_cursors" ADD CONSTRAINT "source_cursors_source_fkey" FOREIGN KEY ("source") REFERENCES "sources"("name") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "source_cursors" ADD CONSTRAINT "source_cursors_failure_check" CHECK (("failure" IS NULL) = ("failed_since" IS NULL));
