import type { LocalDate } from '@wir/shared/kernel';
import { germanDay } from './german-format';
import type { NoticeTexts, ProvisionFacts } from './notice-facts';

/** Starting text of a new grant notice; the case worker edits it before cosigning. */
export function standardAwardTexts(facts: { readonly purpose: string; readonly reasons?: string }): NoticeTexts {
  return {
    purpose: facts.purpose,
    reasons:
      facts.reasons ||
      'Das Vorhaben erfüllt die Voraussetzungen der Förderrichtlinie. An der Durchführung besteht ein erhebliches ' +
        'Landesinteresse, das ohne die Zuwendung nicht im notwendigen Umfang befriedigt werden kann (§ 23 LHO). Die ' +
        'Gesamtfinanzierung ist gesichert. Die Bewilligung ergeht im Rahmen des pflichtgemäßen Ermessens.',
    payoutRule:
      'Die Zuwendung wird je Haushaltsjahr auf Anforderung ausgezahlt. Sie darf nur insoweit und nicht eher angefordert ' +
      'werden, als sie innerhalb von zwei Monaten nach der Auszahlung für fällige Zahlungen benötigt wird. Die ' +
      'Mittelanforderung ist über das WIR-Förderportal einzureichen.',
    proofRule:
      'Für jedes Haushaltsjahr ist bis zum 30. April des Folgejahres ein Zwischennachweis vorzulegen. Er besteht aus einem ' +
      'Sachbericht und einem zahlenmäßigen Nachweis. Nach Abschluss des Vorhabens ist innerhalb von sechs Monaten nach ' +
      'Ablauf des Bewilligungszeitraums der Verwendungsnachweis einzureichen. Eine Verwendungsbestätigung genügt, soweit ' +
      'die Verwaltungsvorschriften zu § 44 LHO dies für Kommunen zulassen. Belege sind fünf Jahre nach Vorlage des ' +
      'Verwendungsnachweises aufzubewahren und nur auf Anforderung vorzulegen.',
    closing: 'Für die Umsetzung Ihres Vorhabens wünsche ich Ihnen viel Erfolg.',
  };
}

/** Special provisions of the programme: public reference, reporting, vacancy notice, onward grant. */
export function standardProvisions(periodEnd: LocalDate): ProvisionFacts[] {
  return [
    { type: 'TIME_LIMIT', text: `Die Bewilligung ist bis zum ${germanDay(periodEnd)} befristet.` },
    {
      type: 'CONDITION',
      text: 'Die Zuwendung ermäßigt sich anteilig, wenn eine geförderte Stelle nicht oder nicht im bewilligten Umfang besetzt ist.',
    },
    {
      type: 'OBLIGATION',
      text: 'Jede Vakanz, jeder Wechsel und jede Änderung des Umfangs einer geförderten Stelle ist unverzüglich mitzuteilen.',
    },
    {
      type: 'OBLIGATION',
      text: 'In Veröffentlichungen und bei Veranstaltungen ist auf die Förderung durch das Land Hessen hinzuweisen.',
    },
    {
      type: 'OBLIGATION',
      text:
        'Mittel für Mikroprojekte dürfen nur mit schriftlicher Vereinbarung an Dritte weitergeleitet werden. Die Rechte der ' +
        'Bewilligungsbehörde und des Rechnungshofs sind dabei auch gegenüber den Dritten zu sichern.',
    },
    {
      type: 'REVOCATION_RESERVE',
      text: 'Der Widerruf bleibt vorbehalten, wenn Nachweise trotz Mahnung nicht oder nicht vollständig vorgelegt werden.',
    },
  ];
}
