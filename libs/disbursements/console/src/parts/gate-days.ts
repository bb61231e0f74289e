import type { PayoutGateDto } from '@wir/shared/contract';

/** The first day on which all gates can be met; null when one of them waits for a deed and not for a day, or none is open. */
export function earliestPayout(gates: readonly PayoutGateDto[]): string | null {
  const days = gates.filter(({ met }) => !met).map(({ earliestDate }) => earliestDate);
  return days.reduce<string | null>(
    (latest, day) => (latest === null || day === null ? null : day > latest ? day : latest),
    days[0] ?? null,
  );
}

/** The gate names a provisional year in its sentence; it carries no other sign of it. */
export function provisionalYear(gates: readonly PayoutGateDto[]): number | null {
  const gate = gates.find(({ code, met }) => code === 'YEAR_OPEN' && !met);
  const [, year] = /Haushaltsjahr (\d{4}) ist vorläufig/.exec(gate?.text ?? '') ?? [];
  return year === undefined ? null : Number(year);
}
