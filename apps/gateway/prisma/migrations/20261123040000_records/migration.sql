-- CreateEnum
CREATE TYPE "LocalityLevel" AS ENUM ('DISTRICT', 'COMMUNE');

-- CreateEnum
CREATE TYPE "LocalityKind" AS ENUM ('CITY', 'DISTRICT', 'TOWN', 'TOWNSHIP', 'COMMUNE', 'WARD', 'SPECIAL_ZONE');

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('PUBLISHED_EXAMPLE', 'RECORDED');

-- CreateEnum
CREATE TYPE "EstablishmentForm" AS ENUM ('ENTERPRISE', 'COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD');

-- CreateEnum
CREATE TYPE "Fund" AS ENUM ('NATIONAL', 'PROVINCIAL', 'DISTRICT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "GrantClass" AS ENUM ('SINGLE', 'AGGREGATE', 'SUPPORT_ONLY');

-- CreateEnum
CREATE TYPE "PlanDateBasis" AS ENUM ('DOCUMENT', 'PLAN_YEAR');

-- CreateTable
CREATE TABLE "localities" (
    "id" TEXT NOT NULL,
    "snapshot" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "parent_code" TEXT NOT NULL,
    "parent_id" TEXT,
    "level" "LocalityLevel" NOT NULL,
    "kind" "LocalityKind" NOT NULL,
    "name" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "localities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT,
    "issued_on" DATE,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "province_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "establishments" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "form" "EstablishmentForm" NOT NULL,
    "province_name" TEXT NOT NULL,
    "province_sort" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "establishments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sites" (
    "id" TEXT NOT NULL,
    "establishment_id" TEXT NOT NULL,
    "province_name" TEXT NOT NULL,
    "locality_id" TEXT,

    CONSTRAINT "sites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grants" (
    "id" TEXT NOT NULL,
    "class" "GrantClass" NOT NULL,
    "origin" "Origin" NOT NULL,
    "content_code" TEXT,
    "content_text" TEXT NOT NULL,
    "fund" "Fund" NOT NULL,
    "year_from" INTEGER NOT NULL,
    "year_to" INTEGER NOT NULL,
    "plan_date" DATE NOT NULL,
    "plan_date_basis" "PlanDateBasis" NOT NULL,
    "total_cost" BIGINT,
    "support" BIGINT,
    "counterpart" BIGINT,
    "beneficiary_type" TEXT NOT NULL,
    "beneficiary_count" INTEGER,
    "approval_document" TEXT NOT NULL,
    "province_name" TEXT NOT NULL,
    "province_sort" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "establishment_id" TEXT,
    "site_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_sources" (
    "id" TEXT NOT NULL,
    "grant_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "grant_sources_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "localities_parent_id_idx" ON "localities"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "localities_snapshot_code_key" ON "localities"("snapshot", "code");

-- CreateIndex
CREATE INDEX "establishments_province_sort_id_idx" ON "establishments"("province_sort", "id");

-- CreateIndex
CREATE INDEX "sites_establishment_id_idx" ON "sites"("establishment_id");

-- CreateIndex
CREATE INDEX "sites_locality_id_idx" ON "sites"("locality_id");

-- CreateIndex
CREATE INDEX "grants_year_from_id_idx" ON "grants"("year_from", "id");

-- CreateIndex
CREATE INDEX "grants_province_sort_id_idx" ON "grants"("province_sort", "id");

-- CreateIndex
CREATE INDEX "grants_content_code_idx" ON "grants"("content_code");

-- CreateIndex
CREATE INDEX "grants_establishment_id_idx" ON "grants"("establishment_id");

-- CreateIndex
CREATE UNIQUE INDEX "grant_sources_grant_id_position_key" ON "grant_sources"("grant_id", "position");

-- AddForeignKey
ALTER TABLE "localities" ADD CONSTRAINT "localities_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "localities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sites" ADD CONSTRAINT "sites_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sites" ADD CONSTRAINT "sites_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "localities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_sources" ADD CONSTRAINT "grant_sources_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "grants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

-- Money is never negative, and support never exceeds the cost that it supports. (An amount that is not published is null, not 0.)
ALTER TABLE "grants"
  ADD CONSTRAINT "grants_total_cost_not_negative" CHECK ("total_cost" >= 0),
  ADD CONSTRAINT "grants_support_not_negative" CHECK ("support" >= 0),
  ADD CONSTRAINT "grants_counterpart_not_negative" CHECK ("counterpart" >= 0),
  ADD CONSTRAINT "grants_support_within_total_cost" CHECK ("support" <= "total_cost"),
  ADD CONSTRAINT "grants_years_in_order" CHECK ("year_from" <= "year_to"),
  ADD CONSTRAINT "grants_beneficiary_count_positive" CHECK ("beneficiary_count" > 0);

-- The class says which amounts are known.
ALTER TABLE "grants"
  ADD CONSTRAINT "grants_class_has_its_amounts" CHECK (
    CASE WHEN "class" = 'SUPPORT_ONLY' THEN "total_cost" IS NULL ELSE "total_cost" IS NOT NULL AND "support" IS NOT NULL END
  );

ALTER TABLE "programmes"
  ADD CONSTRAINT "programmes_period_in_order" CHECK ("period_from" <= "period_to");
