-- What the Prisma schema cannot say.

-- As before, named after the trigger: a proposal that is closed holds nothing either. What was settled may be corrected and
-- settled anew afterwards.
CREATE OR REPLACE FUNCTION check_stopped_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM awards w JOIN account_balances b ON b.award_id = w.id
    WHERE w.proposal_id = NEW.id AND b.account IN ('COMMITMENT', 'ADVANCE') AND b.balance <> 0
  ) THEN
    PERFORM refuse_money(TG_NAME::text, format('%s is %s with money promised or advanced', NEW.id, NEW.state));
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "proposals_closed_hold_nothing" AFTER UPDATE OF "state" ON "proposals"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'CLOSED') EXECUTE FUNCTION check_stopped_proposal();
