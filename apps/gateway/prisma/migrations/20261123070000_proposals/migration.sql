-- CreateEnum
CREATE TYPE "AppraisalResult" AS ENUM ('HELD', 'NOT_HELD', 'NOT_JUDGED');

-- DropIndex
DROP INDEX "proposal_members_proposal_id_establishment_id_key";

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "establishment_id" TEXT;

-- AlterTable
ALTER TABLE "proposal_members" ADD COLUMN     "content_code" TEXT NOT NULL,
ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "proposal_papers" ADD COLUMN     "removed_by" TEXT;

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "created_as" TEXT NOT NULL DEFAULT 'ESTABLISHMENT',
ADD COLUMN     "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "priority_facts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "proposal_numbers" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "proposal_numbers_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "proposal_appraisals" (
    "proposal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "result" "AppraisalResult" NOT NULL,
    "remark" TEXT,

    CONSTRAINT "proposal_appraisals_pkey" PRIMARY KEY ("proposal_id","position","criterion")
);

-- CreateTable
CREATE TABLE "proposal_changes" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" TEXT[],
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_uploads" (
    "hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_uploads_pkey" PRIMARY KEY ("hash","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_changes_proposal_id_version_key" ON "proposal_changes"("proposal_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_members_proposal_id_establishment_id_content_code_key" ON "proposal_members"("proposal_id", "establishment_id", "content_code");

-- CreateIndex
CREATE INDEX "proposal_papers_file_hash_idx" ON "proposal_papers"("file_hash");

-- AddForeignKey
ALTER TABLE "proposal_appraisals" ADD CONSTRAINT "proposal_appraisals_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_changes" ADD CONSTRAINT "proposal_changes_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_uploads" ADD CONSTRAINT "file_uploads_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_files"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

CREATE TRIGGER "proposal_appraisals_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "proposal_appraisals"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "proposal_changes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "proposal_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A paper is withdrawn once, and otherwise stays as it was attached.
CREATE FUNCTION check_proposal_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL
    OR to_jsonb(NEW) - '{removed_at,removed_by}'::text[] <> to_jsonb(OLD) - '{removed_at,removed_by}'::text[] THEN
    RAISE EXCEPTION 'proposal_papers_stay: paper % can only be withdrawn, once', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_papers_stay';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "proposal_papers_stay" BEFORE UPDATE ON "proposal_papers"
  FOR EACH ROW EXECUTE FUNCTION check_proposal_paper();
ALTER TABLE "proposal_papers" ADD CONSTRAINT "proposal_papers_withdrawn_by_someone"
  CHECK (("removed_at" IS NULL) = ("removed_by" IS NULL));

-- What a proposal asks for is changed while it is being written; afterwards only by a recorded decision.
CREATE FUNCTION check_proposal_contents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM proposal_changes WHERE proposal_id = NEW.id AND version = NEW.version) THEN
    RAISE EXCEPTION 'proposals_contents_stay: proposal % is no longer a draft', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposals_contents_stay';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "proposals_contents_stay" BEFORE UPDATE ON "proposals"
  FOR EACH ROW WHEN (
    OLD.state NOT IN ('DRAFT', 'SUPPLEMENT_ASKED') AND (
      OLD.kind, OLD.title, OLD.programme_id, OLD.content_code, OLD.fund, OLD.establishment_id, OLD.site_id, OLD.plan_year,
      OLD.plan_date, OLD.total_cost, OLD.eligible_cost, OLD.requested_support, OLD.starts_on, OLD.ends_on, OLD.partners
    ) IS DISTINCT FROM (
      NEW.kind, NEW.title, NEW.programme_id, NEW.content_code, NEW.fund, NEW.establishment_id, NEW.site_id, NEW.plan_year,
      NEW.plan_date, NEW.total_cost, NEW.eligible_cost, NEW.requested_support, NEW.starts_on, NEW.ends_on, NEW.partners
    )
  ) EXECUTE FUNCTION check_proposal_contents();
