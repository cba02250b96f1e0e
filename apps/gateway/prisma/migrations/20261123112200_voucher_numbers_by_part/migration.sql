-- DropIndex
DROP INDEX "payment_vouchers_payment_id_number_key";

-- What the Prisma schema cannot say.

-- Each establishment numbers its own vouchers; where there are no parts, all are one list.
CREATE UNIQUE INDEX "payment_vouchers_number_of_part"
  ON "payment_vouchers"("payment_id", "establishment_id", "content_code", "number") NULLS NOT DISTINCT;
