-- AlterEnum
-- A migration of its own: a new value cannot be used in the transaction that adds it.
ALTER TYPE "PlanState" ADD VALUE 'DROPPED';
