-- CreateEnum
CREATE TYPE "PostingKind" AS ENUM ('APPROPRIATION', 'COMMITMENT', 'RELEASE', 'ADVANCE', 'SETTLEMENT', 'RETURN', 'CARRY_OVER', 'CORRECTION');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('OUTSIDE', 'APPROPRIATION', 'COMMITMENT', 'ADVANCE', 'SETTLEMENT', 'RETURN', 'CARRY_OVER');

-- CreateEnum
CREATE TYPE "FundSource" AS ENUM ('PROVINCIAL_BUDGET', 'DISTRICT_BUDGET', 'COMMUNE_BUDGET', 'NATIONAL_FUND', 'OTHER_LAWFUL');

-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('DRAFT', 'ESTIMATED', 'BALANCED', 'APPROVED');

-- CreateEnum
CREATE TYPE "PlanLineKind" AS ENUM ('PROJECT', 'ACTIVITY');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('SINGLE', 'GROUP', 'KEY');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('DRAFT', 'SUBMITTED', 'SURVEYED', 'APPRAISED', 'SUPPLEMENT_ASKED', 'RECOMMENDED', 'IN_PLAN', 'APPROVED', 'CONTRACTED', 'RUNNING', 'ACCEPTED', 'SETTLED', 'CLOSED', 'REFUSED', 'CANCELLED');

-- CreateTable
CREATE TABLE "appropriations" (
    "id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" "FundSource" NOT NULL,
    "document" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appropriations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awards" (
    "id" TEXT NOT NULL,
    "appropriation_id" TEXT NOT NULL,
    "plan_line_id" TEXT NOT NULL,
    "proposal_id" TEXT,
    "content_code" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "ceiling" BIGINT,
    "contract" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "awards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "postings" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "kind" "PostingKind" NOT NULL,
    "appropriation_id" TEXT NOT NULL,
    "award_id" TEXT,
    "on" DATE NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT,
    "corrects_id" TEXT,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "postings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting_entries" (
    "posting_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "account" "AccountKind" NOT NULL,
    "appropriation_id" TEXT,
    "award_id" TEXT,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "posting_entries_pkey" PRIMARY KEY ("posting_id","position")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "state" "PlanState" NOT NULL DEFAULT 'DRAFT',
    "document" TEXT,
    "approved_on" DATE,
    "reason" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_steps" (
    "plan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" "PlanState" NOT NULL,
    "to_state" "PlanState" NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_steps_pkey" PRIMARY KEY ("plan_id","position")
);

-- CreateTable
CREATE TABLE "plan_balances" (
    "plan_id" TEXT NOT NULL,
    "source" "FundSource" NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "plan_balances_pkey" PRIMARY KEY ("plan_id","source")
);

-- CreateTable
CREATE TABLE "plan_lines" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "PlanLineKind" NOT NULL,
    "proposal_id" TEXT,
    "content_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" "FundSource" NOT NULL,
    "demanded" BIGINT NOT NULL,
    "estimated" BIGINT,
    "approved" BIGINT,
    "ceiling" BIGINT,

    CONSTRAINT "plan_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "title" TEXT NOT NULL,
    "programme_id" TEXT NOT NULL,
    "content_code" TEXT NOT NULL,
    "fund" "Fund" NOT NULL,
    "establishment_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "plan_year" INTEGER NOT NULL,
    "plan_date" DATE NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'DRAFT',
    "facts" JSONB NOT NULL,
    "total_cost" BIGINT NOT NULL,
    "eligible_cost" BIGINT NOT NULL,
    "requested_support" BIGINT NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_members" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "establishment_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "eligible_cost" BIGINT NOT NULL,
    "requested_support" BIGINT NOT NULL,

    CONSTRAINT "proposal_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_expenses" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "establishment_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "cost" BIGINT NOT NULL,
    "support" BIGINT NOT NULL,
    "period_from" DATE,
    "period_to" DATE,

    CONSTRAINT "proposal_expenses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_steps" (
    "proposal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" "ProposalState" NOT NULL,
    "to_state" "ProposalState" NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT,
    "document" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_steps_pkey" PRIMARY KEY ("proposal_id","position")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "proposal_papers" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "pack" TEXT NOT NULL,
    "pack_version" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "amount" BIGINT,
    "input" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appropriations_programme_id_year_source_key" ON "appropriations"("programme_id", "year", "source");

-- CreateIndex
CREATE INDEX "awards_appropriation_id_idx" ON "awards"("appropriation_id");

-- CreateIndex
CREATE INDEX "awards_proposal_id_idx" ON "awards"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "awards_plan_line_id_key" ON "awards"("plan_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "postings_sequence_key" ON "postings"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "postings_corrects_id_key" ON "postings"("corrects_id");

-- CreateIndex
CREATE INDEX "postings_appropriation_id_idx" ON "postings"("appropriation_id");

-- CreateIndex
CREATE INDEX "postings_award_id_idx" ON "postings"("award_id");

-- CreateIndex
CREATE INDEX "posting_entries_appropriation_id_account_idx" ON "posting_entries"("appropriation_id", "account");

-- CreateIndex
CREATE INDEX "posting_entries_award_id_account_idx" ON "posting_entries"("award_id", "account");

-- CreateIndex
CREATE UNIQUE INDEX "plans_programme_id_year_edition_key" ON "plans"("programme_id", "year", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "plan_lines_plan_id_position_key" ON "plan_lines"("plan_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_lines_plan_id_proposal_id_key" ON "plan_lines"("plan_id", "proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_number_key" ON "proposals"("number");

-- CreateIndex
CREATE INDEX "proposals_plan_year_id_idx" ON "proposals"("plan_year", "id");

-- CreateIndex
CREATE INDEX "proposals_establishment_id_idx" ON "proposals"("establishment_id");

-- CreateIndex
CREATE INDEX "proposals_state_idx" ON "proposals"("state");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_members_proposal_id_establishment_id_key" ON "proposal_members"("proposal_id", "establishment_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_members_proposal_id_position_key" ON "proposal_members"("proposal_id", "position");

-- CreateIndex
CREATE INDEX "proposal_expenses_establishment_id_idx" ON "proposal_expenses"("establishment_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_expenses_proposal_id_position_key" ON "proposal_expenses"("proposal_id", "position");

-- CreateIndex
CREATE INDEX "proposal_steps_person_id_idx" ON "proposal_steps"("person_id");

-- CreateIndex
CREATE INDEX "proposal_papers_proposal_id_idx" ON "proposal_papers"("proposal_id");

-- CreateIndex
CREATE INDEX "decisions_proposal_id_position_idx" ON "decisions"("proposal_id", "position");

-- AddForeignKey
ALTER TABLE "appropriations" ADD CONSTRAINT "appropriations_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_appropriation_id_fkey" FOREIGN KEY ("appropriation_id") REFERENCES "appropriations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_plan_line_id_fkey" FOREIGN KEY ("plan_line_id") REFERENCES "plan_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postings" ADD CONSTRAINT "postings_appropriation_id_fkey" FOREIGN KEY ("appropriation_id") REFERENCES "appropriations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postings" ADD CONSTRAINT "postings_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postings" ADD CONSTRAINT "postings_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "postings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_entries" ADD CONSTRAINT "posting_entries_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "postings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_balances" ADD CONSTRAINT "plan_balances_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_lines" ADD CONSTRAINT "plan_lines_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_members" ADD CONSTRAINT "proposal_members_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_members" ADD CONSTRAINT "proposal_members_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_members" ADD CONSTRAINT "proposal_members_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_expenses" ADD CONSTRAINT "proposal_expenses_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_expenses" ADD CONSTRAINT "proposal_expenses_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_steps" ADD CONSTRAINT "proposal_steps_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_papers" ADD CONSTRAINT "proposal_papers_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_papers" ADD CONSTRAINT "proposal_papers_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "proposals"
  ADD CONSTRAINT "proposals_amounts_not_negative" CHECK (
    "total_cost" >= 0 AND "eligible_cost" >= 0 AND "requested_support" >= 0
  ),
  ADD CONSTRAINT "proposals_eligible_within_total" CHECK ("eligible_cost" <= "total_cost"),
  ADD CONSTRAINT "proposals_days_in_order" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "proposal_members"
  ADD CONSTRAINT "proposal_members_amounts_not_negative" CHECK ("eligible_cost" >= 0 AND "requested_support" >= 0);
ALTER TABLE "proposal_expenses"
  ADD CONSTRAINT "proposal_expenses_amounts_not_negative" CHECK ("cost" >= 0 AND "support" >= 0),
  ADD CONSTRAINT "proposal_expenses_support_within_cost" CHECK ("support" <= "cost"),
  ADD CONSTRAINT "proposal_expenses_period_in_order" CHECK ("period_from" <= "period_to");
ALTER TABLE "stored_files"
  ADD CONSTRAINT "stored_files_hash_is_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "stored_files_size_positive" CHECK ("size" > 0);
ALTER TABLE "plan_balances" ADD CONSTRAINT "plan_balances_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "plan_lines"
  ADD CONSTRAINT "plan_lines_amounts_not_negative" CHECK (
    "demanded" >= 0 AND "estimated" >= 0 AND "approved" >= 0 AND "ceiling" >= 0
  ),
  ADD CONSTRAINT "plan_lines_approved_within_ceiling" CHECK ("approved" <= "ceiling"),
  ADD CONSTRAINT "plan_lines_project_has_proposal" CHECK (("kind" = 'PROJECT') = ("proposal_id" IS NOT NULL));
ALTER TABLE "plans"
  ADD CONSTRAINT "plans_edition_positive" CHECK ("edition" >= 1),
  ADD CONSTRAINT "plans_adjustment_has_reason" CHECK ("edition" = 1 OR "reason" IS NOT NULL),
  ADD CONSTRAINT "plans_approved_has_document" CHECK (
    ("state" = 'APPROVED') = ("document" IS NOT NULL AND "approved_on" IS NOT NULL)
  );
ALTER TABLE "awards"
  ADD CONSTRAINT "awards_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "awards_within_ceiling" CHECK ("amount" <= "ceiling");

CREATE TRIGGER "proposal_steps_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "proposal_steps"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "decisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "decisions"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "plan_steps_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "plan_steps"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "postings_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "postings"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "posting_entries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "posting_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
