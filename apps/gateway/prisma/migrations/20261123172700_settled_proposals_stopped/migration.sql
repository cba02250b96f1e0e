-- What the Prisma schema cannot say.

-- Of a proposal that is stopped nothing is settled: where it was, its settlement was corrected.
CREATE FUNCTION check_stopped_settles_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM awards w JOIN account_balances b ON b.award_id = w.id
    WHERE w.proposal_id = NEW.id AND b.account = 'SETTLEMENT' AND b.balance <> 0
  ) THEN
    PERFORM refuse_money('proposals_stopped_settle_nothing', format('something of %s is settled', NEW.id));
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "proposals_stopped_settle_nothing" AFTER UPDATE OF "state" ON "proposals"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'CANCELLED') EXECUTE FUNCTION check_stopped_settles_nothing();
