-- Up to which moment old scores are thinned to one a week.
CREATE TABLE "score_thinning" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "thinned_before" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_thinning_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "score_thinning" ADD CONSTRAINT "score_thinning_id_check" CHECK ("id" = 1);

-- How large each table was on a day.
CREATE TABLE "table_sizes" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "table_sizes_pkey" PRIMARY KEY ("day","name")
);
