-- Contracts that a file tells of by an id of their own, as they were told. What counts (contracts, contract_prices) is
-- worked out from them by domain/figures/named-contracts.ts.
CREATE TABLE "named_contracts" (
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "named_contracts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "named_contracts_customer_id_external_id_key" ON "named_contracts"("customer_id", "external_id");
CREATE INDEX "named_contracts_external_id_idx" ON "named_contracts"("external_id");
ALTER TABLE "named_contracts" ADD CONSTRAINT "named_contracts_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "named_contracts" ADD CONSTRAINT "named_contracts_days_check" CHECK ("started_on" <= "ended_on");

CREATE TABLE "named_contract_prices" (
    "named_contract_id" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "monthly_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "named_contract_prices_pkey" PRIMARY KEY ("named_contract_id","from_day")
);
ALTER TABLE "named_contract_prices" ADD CONSTRAINT "named_contract_prices_named_contract_id_fkey" FOREIGN KEY ("named_contract_id") REFERENCES "named_contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "named_contract_prices" ADD CONSTRAINT "named_contract_prices_most_check"
  CHECK ("monthly_minor" BETWEEN 0 AND 1000000000000);

-- Whose contracts follow named_contracts and no longer the customer file. Its columns show them (store/figures/shown-contracts.ts).
ALTER TABLE "customers" ADD COLUMN "has_named_contracts" BOOLEAN NOT NULL DEFAULT false;

DROP TRIGGER "customers_keep_contract" ON "customers";
CREATE TRIGGER "customers_keep_contract" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN (NOT NEW."has_named_contracts"
    AND (OLD."started_on", OLD."ended_on", OLD."renews_on", OLD."monthly_revenue_minor", OLD."currency")
    IS DISTINCT FROM (NEW."started_on", NEW."ended_on", NEW."renews_on", NEW."monthly_revenue_minor", NEW."currency"))
  EXECUTE FUNCTION "keep_contract"();
DROP TRIGGER "customers_keep_relationship_end" ON "customers";
CREATE TRIGGER "customers_keep_relationship_end" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN (NOT NEW."has_named_contracts" AND OLD."ended_on" IS DISTINCT FROM NEW."ended_on")
  EXECUTE FUNCTION "keep_relationship_end"();

-- A price is never shown in another currency than its own: none is, until it is worked out anew. The migration engine cuts
-- a file at every semicolon, so the function's own are written \x3b.
CREATE FUNCTION "clear_shown_price"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  NEW.monthly_revenue_minor := NULL\x3b
  RETURN NEW\x3b
END';
CREATE TRIGGER "customers_clear_shown_price" BEFORE UPDATE ON "customers" FOR EACH ROW
  WHEN (NEW."has_named_contracts" AND OLD."currency" <> NEW."currency"
    AND NEW."monthly_revenue_minor" = OLD."monthly_revenue_minor")
  EXECUTE FUNCTION "clear_shown_price"();
