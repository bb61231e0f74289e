/** Refusals of this domain; `{name}` stands for a detail of the refusal. */
export const BUDGET_TEXTS = {
  'budget.exceeded': 'Im Haushaltsjahr {year} sind nur noch {freeCents} frei.',
  'budget.authorisation-exceeded':
    'Die Verpflichtungsermächtigung für {year} reicht nicht: frei sind nur noch {freeCents}.',
  'budget.account-exceeded': 'Im Haushaltsjahr {year} ist auf dem Konto nicht genug Geld für diese Buchung.',
  'budget.year-not-open': 'Das Haushaltsjahr {year} nimmt diese Buchung nicht an.',
  'budget.reservation-too-small': 'Für das Haushaltsjahr {year} ist weniger vorgemerkt als bewilligt werden soll.',
  'budget.amount-not-positive': 'Eine Buchung braucht einen Betrag über 0 €.',
  'budget.year-not-found': 'Dieses Haushaltsjahr gibt es nicht.',
  'budget.year-invalid': 'Nennen Sie ein Haushaltsjahr mit vier Ziffern oder »total«.',
  'budget.booked-already': 'Diese Buchung gibt es schon.',
  'budget-year.orders-open':
    'Im Haushaltsjahr {year} sind noch {orderedCents} angeordnet. Warten Sie die Rückmeldung der Kasse ab.',
  'budget-year.reservations-open':
    'Im Haushaltsjahr {year} sind noch {reservedCents} vorgemerkt. Erst bescheiden oder die Vormerkung auflösen.',
  'budget-act.not-found': 'Diese Haushaltsverfügung gibt es nicht.',
  'budget-act.wrong-state': 'Das ist im jetzigen Zustand der Haushaltsverfügung nicht möglich.',
  'budget-act.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
  'budget-act.same-person': 'Wer eine Haushaltsverfügung vorschlägt, gibt sie nicht selbst frei.',
  'budget-act.not-proposer': 'Zurückziehen kann nur, wer vorgeschlagen hat.',
  'budget-act.lines-missing': 'Eine Haushaltsverfügung braucht 1 bis {max} Zeilen.',
  'budget-act.line-not-of-kind': 'Diese Buchung passt nicht zur Art der Haushaltsverfügung.',
  'budget-act.due-year-invalid':
    'Nennen Sie bei Verpflichtungsermächtigungen ein Fälligkeitsjahr nach dem Haushaltsjahr.',
  'budget-act.target-line-invalid': 'Nennen Sie eine andere Haushaltsstelle als Ziel.',
  'budget-act.not-balanced': 'Es gehen {outCents} ab und {inCents} zu. Beides muss gleich sein.',
  'budget-act.same-year': 'Aus dem Jahr {year} und in das Jahr {year} zugleich lässt sich nicht umschichten.',
  'budget-act.consent-missing': 'Eine Übertragung braucht die Zustimmung des Finanzministeriums (Aktenzeichen).',
  'budget-act.end-missing': 'Nennen Sie den Tag, bis zu dem die übertragenen Mittel gelten.',
  'budget-act.end-out-of-range': 'Übertragene Mittel gelten längstens bis zum Ende des Jahres {latestYear}.',
  'budget-act.carry-over-not-forward': 'Übertragen wird in ein späteres Jahr als {year}.',
  'budget-act.not-booked-as-proposed': 'Gebucht werden kann nur, was vorgeschlagen wurde.',
  'budget-line.not-found': 'Diese Haushaltsstelle gibt es nicht.',
  'budget-line.format': 'Die Haushaltsstelle ist nicht richtig geschrieben.',
  'budget-line.plan-format': 'Der Einzelplan hat zwei Ziffern, etwa 08.',
  'budget-line.chapter-format': 'Das Kapitel hat zweimal zwei Ziffern, etwa 08 05.',
  'budget-line.title-format': 'Der Titel hat drei und zwei Ziffern, etwa 633 01.',
  'budget-line.product-format': 'Das Produkt besteht aus Ziffern, Großbuchstaben, Punkt und Strich.',
  'budget-line.code-taken': 'Diese Kennung ist schon vergeben.',
  'budget-year.wrong-state': 'Das ist im jetzigen Zustand des Haushaltsjahres nicht möglich.',
  'budget-year.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
} as const;

export type BudgetCode = keyof typeof BUDGET_TEXTS;
