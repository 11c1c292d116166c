-- Who in the customer file is no customer, as figures count them: noted anew by every scoring. No row: a customer.
CREATE TABLE "uncounted_customers" (
    "customer_id" INTEGER NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "uncounted_customers_pkey" PRIMARY KEY ("customer_id")
);
ALTER TABLE "uncounted_customers" ADD CONSTRAINT "uncounted_customers_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "uncounted_customers" ADD CONSTRAINT "uncounted_customers_because_check"
  CHECK ("because" IN ('silent', 'ended', 'never'));
