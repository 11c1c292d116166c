-- Which products are bought by the same customers, the strongest of each, as last reckoned from all purchases.
CREATE TABLE "product_pairs" (
    "product" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "both_customers" INTEGER NOT NULL,
    "later_customers" INTEGER NOT NULL,
    "product_customers" INTEGER NOT NULL,
    "other_customers" INTEGER NOT NULL,

    CONSTRAINT "product_pairs_pkey" PRIMARY KEY ("product","other")
);

-- What that was reckoned from: one row, none before the first time.
CREATE TABLE "product_pairing" (
    "id" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "product_pairing_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "product_pairing" ADD CONSTRAINT "product_pairing_id_check" CHECK ("id" = 1);

-- An order line names its product by number or by name.
CREATE INDEX "products_external_id_idx" ON "products"("external_id");
CREATE INDEX "products_name_idx" ON "products"("name");
