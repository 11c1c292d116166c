-- The value tier of every customer as of the last ranking, so that a card does not rank everybody. Who has no row is none,
-- or their value is not known.
CREATE TABLE "value_tiers" (
    "customer_id" INTEGER NOT NULL,
    "tier" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "value_tiers_pkey" PRIMARY KEY ("customer_id")
);

ALTER TABLE "value_tiers" ADD CONSTRAINT "value_tiers_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
