-- Takes back what was created while it was measured.
DELETE FROM applications.application WHERE case_number LIKE 'WIR-2026-%';
