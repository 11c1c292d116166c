-- What a contract's monthly revenue was before each change, so that expansion and contraction can be told.
-- CreateTable
CREATE TABLE "monthly_revenue_changes" (
    "customer_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "before_minor" BIGINT,
    "currency" CHAR(3),

    CONSTRAINT "monthly_revenue_changes_pkey" PRIMARY KEY ("customer_id","day")
);

-- AddForeignKey
ALTER TABLE "monthly_revenue_changes" ADD CONSTRAINT "monthly_revenue_changes_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Kept by the database itself, so that no way in can forget it. Only changes are kept, not first values. The first
-- change of a day keeps what held before the day. The migration engine cuts a file at every semicolon, so the
-- function's own are written \x3b.
CREATE FUNCTION "keep_monthly_revenue"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO monthly_revenue_changes (customer_id, day, before_minor, currency)
    VALUES (OLD.id, (now() AT TIME ZONE \'UTC\')::date, OLD.monthly_revenue_minor, OLD.currency)
  ON CONFLICT (customer_id, day) DO NOTHING\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "customers_keep_monthly_revenue" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."monthly_revenue_minor", OLD."currency") IS DISTINCT FROM (NEW."monthly_revenue_minor", NEW."currency"))
  EXECUTE FUNCTION "keep_monthly_revenue"();
