-- CreateEnum
CREATE TYPE "DuplicateAnswerKind" AS ENUM ('OVERRIDE', 'ACKNOWLEDGEMENT');

-- CreateEnum
CREATE TYPE "ProductGroup" AS ENUM ('HANDICRAFT', 'AGRI_FOOD', 'MACHINERY', 'OTHER');

-- CreateEnum
CREATE TYPE "CertificateKind" AS ENUM ('REPRESENTATIVE_PRODUCT', 'TRADEMARK', 'OCOP', 'STANDARD', 'OTHER');

-- AlterTable
ALTER TABLE "establishments" ADD COLUMN     "address" TEXT,
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "closed_reason" TEXT,
ADD COLUMN     "contact_name" TEXT,
ADD COLUMN     "created_by" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "identity_number" TEXT,
ADD COLUMN     "name_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "registered_on" DATE,
ADD COLUMN     "tax_code" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "sites" ADD COLUMN     "address" TEXT,
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "collaborators" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locality_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "tasks" TEXT NOT NULL,
    "phone" TEXT,
    "identity_number" TEXT,
    "search_text" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "collaborators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outside_supports" (
    "id" TEXT NOT NULL,
    "line_key" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "record_number" TEXT NOT NULL,
    "tax_code" TEXT,
    "name" TEXT,
    "name_key" TEXT NOT NULL DEFAULT '',
    "item" TEXT NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "amount" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outside_supports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_answers" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "kind" "DuplicateAnswerKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "message" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicate_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_localities" (
    "site_id" TEXT NOT NULL,
    "snapshot" DATE NOT NULL,
    "locality_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_localities_pkey" PRIMARY KEY ("site_id","snapshot")
);

-- CreateTable
CREATE TABLE "establishment_distinctions" (
    "establishment_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "establishment_distinctions_pkey" PRIMARY KEY ("establishment_id","other_id")
);

-- CreateTable
CREATE TABLE "needs" (
    "id" TEXT NOT NULL,
    "establishment_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "content_code" TEXT NOT NULL,
    "estimated_cost" BIGINT,
    "remark" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "needs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" TEXT NOT NULL,
    "establishment_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "group" "ProductGroup" NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "ended_on" DATE,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_certificates" (
    "product_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "CertificateKind" NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "issuer" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "product_certificates_pkey" PRIMARY KEY ("product_id","position")
);

-- CreateIndex
CREATE INDEX "collaborators_locality_id_idx" ON "collaborators"("locality_id");

-- CreateIndex
CREATE UNIQUE INDEX "outside_supports_line_key_key" ON "outside_supports"("line_key");

-- CreateIndex
CREATE INDEX "outside_supports_tax_code_idx" ON "outside_supports"("tax_code");

-- CreateIndex
CREATE INDEX "outside_supports_name_key_idx" ON "outside_supports"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_answers_proposal_id_finding_kind_key" ON "duplicate_answers"("proposal_id", "finding", "kind");

-- CreateIndex
CREATE INDEX "site_localities_locality_id_idx" ON "site_localities"("locality_id");

-- CreateIndex
CREATE INDEX "needs_year_content_code_idx" ON "needs"("year", "content_code");

-- CreateIndex
CREATE UNIQUE INDEX "needs_establishment_id_year_content_code_key" ON "needs"("establishment_id", "year", "content_code");

-- CreateIndex
CREATE INDEX "products_establishment_id_idx" ON "products"("establishment_id");

-- CreateIndex
CREATE UNIQUE INDEX "establishments_tax_code_key" ON "establishments"("tax_code");

-- AddForeignKey
ALTER TABLE "collaborators" ADD CONSTRAINT "collaborators_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_answers" ADD CONSTRAINT "duplicate_answers_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_localities" ADD CONSTRAINT "site_localities_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_localities" ADD CONSTRAINT "site_localities_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "establishment_distinctions" ADD CONSTRAINT "establishment_distinctions_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "establishment_distinctions" ADD CONSTRAINT "establishment_distinctions_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs" ADD CONSTRAINT "needs_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_certificates" ADD CONSTRAINT "product_certificates_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "establishments"
  ADD CONSTRAINT "establishments_tax_code_form" CHECK ("tax_code" ~ '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$'),
  ADD CONSTRAINT "establishments_days_in_order" CHECK ("registered_on" <= "closed_on"),
  ADD CONSTRAINT "establishments_closed_has_reason" CHECK (("closed_on" IS NULL) = ("closed_reason" IS NULL));
ALTER TABLE "site_localities"
  ADD CONSTRAINT "site_localities_snapshot_of_locality" CHECK (
    split_part("locality_id", '/', 1) = to_char("snapshot", 'YYYY-MM-DD')
  );
ALTER TABLE "establishment_distinctions"
  ADD CONSTRAINT "establishment_distinctions_two" CHECK ("establishment_id" <> "other_id"),
  ADD CONSTRAINT "establishment_distinctions_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "needs"
  ADD CONSTRAINT "needs_cost_not_negative" CHECK ("estimated_cost" >= 0),
  ADD CONSTRAINT "needs_year" CHECK ("year" BETWEEN 2012 AND 2100);
ALTER TABLE "product_certificates"
  ADD CONSTRAINT "product_certificates_days_in_order" CHECK ("issued_on" <= "valid_to");
ALTER TABLE "collaborators"
  ADD CONSTRAINT "collaborators_days_in_order" CHECK ("from_day" < "to_day");
ALTER TABLE "outside_supports"
  ADD CONSTRAINT "outside_supports_amount_not_negative" CHECK ("amount" >= 0),
  ADD CONSTRAINT "outside_supports_period_in_order" CHECK ("period_from" <= "period_to"),
  ADD CONSTRAINT "outside_supports_names_somebody" CHECK ("tax_code" IS NOT NULL OR "name" IS NOT NULL);
ALTER TABLE "duplicate_answers"
  ADD CONSTRAINT "duplicate_answers_reason" CHECK (btrim("reason") <> '');

-- Whoever made a proposal does not say that it may be paid twice. (As JSON: other tables' columns come and go, and a
-- function finds out only when it is called.)
CREATE FUNCTION refuse_own_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'OVERRIDE' AND EXISTS (
    SELECT FROM "proposals" p
    WHERE p."id" = NEW."proposal_id"
      AND (p."created_by" = NEW."person_id" OR to_jsonb(p) -> 'makers' ? NEW."person_id")
  ) THEN
    RAISE EXCEPTION 'duplicate_answers_not_own_proposal: % made proposal %', NEW."person_id", NEW."proposal_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'duplicate_answers_not_own_proposal';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "duplicate_answers_not_own_proposal" BEFORE INSERT ON "duplicate_answers"
  FOR EACH ROW EXECUTE FUNCTION refuse_own_override();

CREATE TRIGGER "duplicate_answers_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "duplicate_answers"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "establishment_distinctions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "establishment_distinctions"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
