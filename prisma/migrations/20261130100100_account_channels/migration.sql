-- Which channel of the team is about which customer. A channel has one customer, a customer one channel.
CREATE TABLE "account_channels" (
    "channel_id" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "notices" BOOLEAN NOT NULL DEFAULT false,
    "linked_by" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_because" TEXT,
    "told_moved_at" TIMESTAMPTZ(3),
    "told_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_channels_pkey" PRIMARY KEY ("channel_id")
);

CREATE UNIQUE INDEX "account_channels_customer_id_key" ON "account_channels"("customer_id");

ALTER TABLE "account_channels" ADD CONSTRAINT "account_channels_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
