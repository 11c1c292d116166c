-- Work of any kind in ranges of customers, of which every process takes some. A scoring under way is begun anew. Unlogged: it lives
-- no longer than the work, and so no claim waits for the disk.
DROP TABLE "scoring_ranges";
DROP TABLE "scoring_runs";

CREATE UNLOGGED TABLE "shared_runs" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "topic" TEXT,
    "leader" TEXT NOT NULL,
    "led_until" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "shared_runs_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "shared_runs_led_until_idx" ON "shared_runs"("led_until");

CREATE UNLOGGED TABLE "shared_ranges" (
    "run_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "from_customer_id" INTEGER NOT NULL,
    "to_customer_id" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "result" BYTEA,

    CONSTRAINT "shared_ranges_pkey" PRIMARY KEY ("run_id", "place")
);
ALTER TABLE "shared_ranges" ADD CONSTRAINT "shared_ranges_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "shared_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Columns of numbers: compressing them would take longer than writing them.
ALTER TABLE "shared_ranges" ALTER COLUMN "result" SET STORAGE EXTERNAL;
