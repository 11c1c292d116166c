-- What is said of us in public, of a customer where one is known, and what we sell.
CREATE TABLE "mentions" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "author" TEXT,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reach" INTEGER,
    "answered_at" TIMESTAMPTZ(3),
    "import_id" INTEGER,

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "mentions_source_external_id_key" ON "mentions"("source", "external_id");
CREATE INDEX "mentions_customer_id_at_idx" ON "mentions"("customer_id", "at");
-- Those that still wait for an answer are few among many.
CREATE INDEX "mentions_unanswered_idx" ON "mentions"("at") WHERE "answered_at" IS NULL;
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_reach_check" CHECK ("reach" >= 0);

CREATE TABLE "products" (
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT,
    "price_minor" BIGINT,
    "currency" CHAR(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "import_id" INTEGER,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "products_source_external_id_key" ON "products"("source", "external_id");
-- The most that one amount may be (`MOST_MINOR` in domain/money.ts).
ALTER TABLE "products" ADD CONSTRAINT "products_price_check"
  CHECK ("price_minor" BETWEEN 0 AND 1000000000000 AND ("price_minor" IS NULL) = ("currency" IS NULL));
