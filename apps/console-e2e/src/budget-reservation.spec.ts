import { driveToState, PERSONAS } from '@wir/shared/testing';
import { sidewaysScroll, violationsOn } from './accessibility';
import { mainOf, press, pressAndConfirm, seeState, seeStatus } from './speak';
import { usePortal } from './use-portal';
import { settled } from './walk-routes';

describe('money reserved for an amended notice', () => {
  const portal = usePortal('base');

  it('is given free again from the page of the act that reserved it, by two persons', async () => {
    const { client } = portal;
    const { awardId } = await driveToState(client, 'SIGNED', { applicant: 'WI' });
    const officer = { as: PERSONAS.budgetOfficer };
    const measures = [{ kind: 'RAISE', awardId, year: 2026, amountCents: 500_000 }];
    const { body: draft } = await client.post<{ id: string }>(
      '/budget-scenarios',
      { name: 'Aufstockung', measures },
      officer,
    );
    const path = `/budget-scenarios/${draft.id}`;
    await client.post(`${path}/proposal`, { reason: 'Mehrbedarf', documentReference: 'Vermerk' }, officer);
    const { body: scenario } = await client.post<{ acts: { id: string }[] }>(
      `${path}/application`,
      {},
      { as: PERSONAS.headOfUnit },
    );

    const page = await portal.signIn(PERSONAS.budgetOfficer, { reducedMotion: 'reduce' });
    await page.goto(`/haushalt/verfuegungen/${scenario.acts[0]?.id}`);
    await settled(page);
    await press(page, 'Weitere Aktionen');
    await page.getByRole('menuitem', { name: 'Vormerkung auflösen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Begründung').fill('Kein Änderungsbescheid');
    await dialog.getByRole('button', { name: 'Vormerkung auflösen' }).click();
    await seeState(page, 'Vorgeschlagen');
    await mainOf(page).getByText('Auflösung der Vormerkung').first().waitFor();
    await settled(page);
    expect({ violations: await violationsOn(page), sideways: await sidewaysScroll(page) }).toEqual({
      violations: [],
      sideways: 0,
    });

    const head = await portal.signIn(PERSONAS.headOfUnit, { reducedMotion: 'reduce' });
    await head.goto(new URL(page.url()).pathname);
    await pressAndConfirm(head, 'Freigeben und buchen');
    await seeStatus(head, 'Freigegeben und gebucht.');
    await seeState(head, 'Gebucht');
    const { body: budget } = await client.get<{ years: { year: number; reservedCents: number }[] }>('/budget', officer);
    expect(budget.years.find(({ year }) => year === 2026)?.reservedCents).toBe(0);
  });
});
