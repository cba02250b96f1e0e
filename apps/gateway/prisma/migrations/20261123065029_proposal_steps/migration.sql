-- AlterTable
ALTER TABLE "proposal_steps" ADD COLUMN     "judges" BOOLEAN NOT NULL;

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "makers" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "proposal_transitions" (
    "action" TEXT NOT NULL,
    "from_state" "ProposalState" NOT NULL,
    "to_state" "ProposalState" NOT NULL,
    "judges" BOOLEAN NOT NULL,

    CONSTRAINT "proposal_transitions_pkey" PRIMARY KEY ("action","from_state","to_state","judges")
);

-- AddForeignKey
ALTER TABLE "proposal_steps" ADD CONSTRAINT "proposal_steps_action_from_state_to_state_judges_fkey" FOREIGN KEY ("action", "from_state", "to_state", "judges") REFERENCES "proposal_transitions"("action", "from_state", "to_state", "judges") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

-- Each step begins where the one before it ended, and not before its day.
CREATE FUNCTION check_proposal_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last proposal_steps%ROWTYPE;
BEGIN
  SELECT * INTO last FROM proposal_steps WHERE proposal_id = NEW.proposal_id ORDER BY position DESC LIMIT 1;
  IF NEW.position <> coalesce(last.position, 0) + 1 OR NEW.from_state <> coalesce(last.to_state, 'DRAFT') THEN
    RAISE EXCEPTION 'proposal_steps_follow: step % of proposal % does not follow the one before it', NEW.position, NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_steps_follow';
  END IF;
  IF NEW."on" < last."on" THEN
    RAISE EXCEPTION 'proposal_steps_in_order: step % of proposal % is dated before the one before it', NEW.position, NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_steps_in_order';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "proposal_steps_follow" BEFORE INSERT ON "proposal_steps"
  FOR EACH ROW EXECUTE FUNCTION check_proposal_step();

-- Whoever judges has not made it, and judges it in one way only.
CREATE FUNCTION check_proposal_judge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM proposals
    WHERE id = NEW.proposal_id AND (created_by = NEW.person_id OR NEW.person_id = ANY (makers))
  ) OR EXISTS (
    SELECT 1 FROM proposal_steps
    WHERE proposal_id = NEW.proposal_id AND person_id = NEW.person_id AND judges AND action <> NEW.action
  ) THEN
    RAISE EXCEPTION 'proposal_steps_four_eyes: % may not take % on proposal %', NEW.person_id, NEW.action, NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_steps_four_eyes';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "proposal_steps_four_eyes" BEFORE INSERT ON "proposal_steps"
  FOR EACH ROW WHEN (NEW.judges) EXECUTE FUNCTION check_proposal_judge();

-- State and steps change together or not at all: looked at when the transaction ends.
CREATE FUNCTION check_proposal_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposal text := CASE TG_TABLE_NAME WHEN 'proposals' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'proposal_id' END;
  stands "ProposalState";
  reached "ProposalState";
BEGIN
  SELECT state INTO stands FROM proposals WHERE id = proposal;
  SELECT to_state INTO reached FROM proposal_steps WHERE proposal_id = proposal ORDER BY position DESC LIMIT 1;
  IF stands <> coalesce(reached, 'DRAFT') THEN
    RAISE EXCEPTION 'proposals_state_is_of_last_step: proposal % stands at %, its last step leads to %', proposal, stands, coalesce(reached, 'DRAFT')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposals_state_is_of_last_step';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "proposals_state_is_of_last_step" AFTER INSERT OR UPDATE OF "state" ON "proposals"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_proposal_state();
CREATE CONSTRAINT TRIGGER "proposal_steps_reach_their_state" AFTER INSERT ON "proposal_steps"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_proposal_state();
