-- CreateTable
CREATE TABLE "job_marks" (
    "job" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "accounted_to" TEXT NOT NULL,

    CONSTRAINT "job_marks_pkey" PRIMARY KEY ("job","time_zone")
);

-- CreateTable
CREATE TABLE "missed_periods" (
    "job" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "first_period" TEXT NOT NULL,
    "last_period" TEXT NOT NULL,
    "periods" INTEGER NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "missed_periods_pkey" PRIMARY KEY ("job","time_zone","first_period")
);

ALTER TABLE missed_periods ADD CONSTRAINT missed_periods_order CHECK (periods >= 1 AND last_day >= first_day);

-- What failed before was told of then: nobody takes it up again.
UPDATE job_runs SET outcome = coalesce(outcome, '{}') || '{"isLast": true}' WHERE status = 'failed';
