-- What the Prisma schema cannot say.

-- As before, but looked at when the transaction ends: an advance that was never paid is promised again by its correction, and
-- freed by the same command.
CREATE OR REPLACE FUNCTION check_promise_to_stopped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM awards w JOIN proposals p ON p.id = w.proposal_id JOIN account_balances b ON b.key = NEW.key
    WHERE w.id = NEW.award_id AND p.state = 'CANCELLED' AND b.balance > 0
  ) THEN
    PERFORM refuse_money('balances_promise_none_stopped', format('the proposal of the award %s is stopped', NEW.award_id));
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER "balances_promise_none_stopped" ON "account_balances";
CREATE CONSTRAINT TRIGGER "balances_promise_none_stopped" AFTER UPDATE OF "balance" ON "account_balances"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.account = 'COMMITMENT' AND NEW.balance > OLD.balance) EXECUTE FUNCTION check_promise_to_stopped();
