/** Refusals around retention in German; `{name}` stands for a detail. */
export const RETENTION_TEXTS = {
  'retention.not-found': 'Diesen Fall gibt es in der Aufbewahrung nicht.',
  'retention.wrong-state': 'Das ist im jetzigen Stand der Aufbewahrung nicht möglich.',
  'retention.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
  'retention.not-over': 'Die Aufbewahrungsfrist läuft noch.',
  'retention.not-decided': 'Das Landesarchiv hat noch nicht entschieden; ohne Entscheidung wird nichts vernichtet.',
  'retention.already-decided': 'Die Entscheidung des Landesarchivs ist schon vermerkt.',
  'retention.decision-day-invalid':
    'Der Tag der Entscheidung liegt nicht zwischen dem Tag der Anbietung und dem heutigen Tag.',
  'retention.deleter-is-decider': 'Wer die Entscheidung vermerkt hat, darf nicht selbst vernichten.',
} as const;

export type RetentionCode = keyof typeof RETENTION_TEXTS;
