-- What the Prisma schema cannot say.

-- A proposal that is stopped holds no money: what was advanced has come back, what was promised is free again. Looked at when
-- the transaction ends, since the same command stops the one and frees the other.
CREATE FUNCTION check_stopped_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM awards w JOIN account_balances b ON b.award_id = w.id
    WHERE w.proposal_id = NEW.id AND b.account IN ('COMMITMENT', 'ADVANCE') AND b.balance <> 0
  ) THEN
    PERFORM refuse_money('proposals_stopped_hold_nothing', format('%s is stopped with money promised or advanced', NEW.id));
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "proposals_stopped_hold_nothing" AFTER UPDATE OF "state" ON "proposals"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'CANCELLED') EXECUTE FUNCTION check_stopped_proposal();

-- Nor is it promised any afterwards, e.g. by the correction of a release.
CREATE FUNCTION check_promise_to_stopped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM awards w JOIN proposals p ON p.id = w.proposal_id WHERE w.id = NEW.award_id AND p.state = 'CANCELLED'
  ) THEN
    PERFORM refuse_money('balances_promise_none_stopped', format('the proposal of the award %s is stopped', NEW.award_id));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "balances_promise_none_stopped" AFTER UPDATE OF "balance" ON "account_balances"
  FOR EACH ROW WHEN (NEW.account = 'COMMITMENT' AND NEW.balance > OLD.balance) EXECUTE FUNCTION check_promise_to_stopped();
