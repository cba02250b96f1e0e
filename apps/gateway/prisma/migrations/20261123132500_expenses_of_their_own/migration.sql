-- What the Prisma schema cannot say.

-- An expense item is of an establishment that its proposal is for: of a member where there are members, else of the one that
-- applies. Whoever else pays for it is looked for under that name. Looked at when the transaction ends, since a proposal is
-- written together with its parts.
CREATE FUNCTION check_expenses_of_their_own() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Of a member that is taken out there is no new row.
  parted jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
  proposal text := CASE TG_TABLE_NAME WHEN 'proposals' THEN parted ->> 'id' ELSE parted ->> 'proposal_id' END;
  other text;
BEGIN
  SELECT x.establishment_id INTO other
  FROM proposal_expenses x JOIN proposals p ON p.id = x.proposal_id
  WHERE x.proposal_id = proposal AND CASE
    WHEN EXISTS (SELECT FROM proposal_members m WHERE m.proposal_id = proposal)
    THEN NOT EXISTS (
      SELECT FROM proposal_members m WHERE m.proposal_id = proposal AND m.establishment_id = x.establishment_id
    )
    ELSE x.establishment_id <> p.establishment_id
  END
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'proposal_expenses_of_its_own: proposal % has an expense item of %, which it is not for', proposal, other
      USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_expenses_of_its_own';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "proposal_expenses_of_its_own" AFTER INSERT OR UPDATE ON "proposal_expenses"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_expenses_of_their_own();
CREATE CONSTRAINT TRIGGER "proposal_members_keep_expenses" AFTER INSERT OR UPDATE OR DELETE ON "proposal_members"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_expenses_of_their_own();
CREATE CONSTRAINT TRIGGER "proposals_keep_expenses" AFTER UPDATE OF "establishment_id" ON "proposals"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.establishment_id IS DISTINCT FROM NEW.establishment_id) EXECUTE FUNCTION check_expenses_of_their_own();
