-- What the Prisma schema cannot say.

-- Each word on a higher level is a change of its proposal, while that is still to come to an end, by somebody who did not make
-- it (src/modules/proposals/actions.ts); it says something else than the word before it, and not before its day.
CREATE FUNCTION check_proposal_priority() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposal proposals%ROWTYPE;
  newest proposal_priorities%ROWTYPE;
BEGIN
  SELECT * INTO proposal FROM proposals WHERE id = NEW.proposal_id;
  SELECT * INTO newest FROM proposal_priorities WHERE proposal_id = NEW.proposal_id ORDER BY version DESC LIMIT 1;
  IF NEW.version <> proposal.version + 1 THEN
    RAISE EXCEPTION 'proposal_priorities_next_version: % is not the next version of proposal %', NEW.version, NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_priorities_next_version';
  END IF;
  IF proposal.state NOT IN (
    'DRAFT', 'SUPPLEMENT_ASKED', 'SUBMITTED', 'SURVEYED', 'APPRAISED', 'RECOMMENDED', 'IN_PLAN', 'APPROVED', 'CONTRACTED', 'RUNNING'
  ) THEN
    RAISE EXCEPTION 'proposal_priorities_under_way: proposal % stands at %', NEW.proposal_id, proposal.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_priorities_under_way';
  END IF;
  IF proposal.created_by = NEW.person_id OR NEW.person_id = ANY (proposal.makers) THEN
    RAISE EXCEPTION 'proposal_priorities_four_eyes: % made proposal %', NEW.person_id, NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_priorities_four_eyes';
  END IF;
  IF NEW.decided = coalesce(newest.decided, false) THEN
    RAISE EXCEPTION 'proposal_priorities_change: nothing changes about the level of proposal %', NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_priorities_change';
  END IF;
  IF NEW."on" < newest."on" THEN
    RAISE EXCEPTION 'proposal_priorities_in_order: version % of proposal % is dated before the word before it', NEW.version, NEW.proposal_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_priorities_in_order';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "proposal_priorities_follow" BEFORE INSERT ON "proposal_priorities"
  FOR EACH ROW EXECUTE FUNCTION check_proposal_priority();
