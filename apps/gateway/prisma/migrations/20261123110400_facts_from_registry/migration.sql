-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "from_registry" JSONB;
