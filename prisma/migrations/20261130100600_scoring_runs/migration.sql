-- One scoring of everybody, in ranges of customers that any process may take.
CREATE TABLE "scoring_runs" (
    "id" SERIAL NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "model_version_id" INTEGER NOT NULL,
    "resting" JSONB NOT NULL,
    "leader" TEXT NOT NULL,
    "led_until" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "scoring_runs_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "scoring_runs_led_until_idx" ON "scoring_runs"("led_until");
ALTER TABLE "scoring_runs" ADD CONSTRAINT "scoring_runs_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "scoring_ranges" (
    "run_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "from_customer_id" INTEGER NOT NULL,
    "to_customer_id" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "counts" JSONB,

    CONSTRAINT "scoring_ranges_pkey" PRIMARY KEY ("run_id", "place")
);
ALTER TABLE "scoring_ranges" ADD CONSTRAINT "scoring_ranges_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "scoring_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
