-- Takes back what was booked while it was measured, so that each round starts from the same ledger.
DELETE FROM budget.transfer t WHERE t.reason = 'Messung ohne Portal'
  OR t.application_id IN (SELECT a.id FROM applications.application a WHERE a.state = 'BUDGET_CONFIRMED' AND a.budget_confirmed_by_person_id IS NOT NULL);
UPDATE applications.application SET state = 'REVIEWED', budget_confirmed_by_person_id = NULL WHERE state = 'BUDGET_CONFIRMED' AND budget_confirmed_by_person_id IS NOT NULL;
