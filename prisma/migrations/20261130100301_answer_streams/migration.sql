-- Answers that are being streamed, so that one whose process ended is said to be broken off.
CREATE TABLE "answer_streams" (
    "request_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_streams_pkey" PRIMARY KEY ("request_id")
);
