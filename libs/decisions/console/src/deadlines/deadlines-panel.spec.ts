import { TestBed } from '@angular/core/testing';
import { Session } from '@wir/shared/console';
import type { DeadlinesDto } from '@wir/shared/contract';
import { computeDeadlines, localDate } from '@wir/shared/kernel';
import { DeadlinesPanel } from './deadlines-panel';

describe('the terms of a notice', () => {
  async function show(deadlines: DeadlinesDto): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { today: () => '2026-03-10' } }] });
    const fixture = TestBed.createComponent(DeadlinesPanel);
    fixture.componentRef.setInput('deadlines', deadlines);
    await fixture.whenStable();
    return fixture.nativeElement;
  }

  const notified = computeDeadlines({
    channel: 'PORTAL',
    date: localDate('2026-03-02'),
    retrievedOn: localDate('2026-03-02'),
    court: 'Verwaltungsgericht Gießen',
  });

  it('show the three days', async () => {
    const host = await show({ ...notified, reasoning: [...notified.reasoning] });

    expect([...host.querySelectorAll('dd')].map(({ textContent }) => textContent?.trim())).toEqual([
      '03.03.2026',
      '07.04.2026',
      '08.04.2026',
    ]);
  });

  it('show each step with its day, its sentence and its source', async () => {
    const host = await show({ ...notified, reasoning: [...notified.reasoning] });
    const lines = [...host.querySelectorAll('li')];

    expect(lines).toHaveLength(notified.reasoning.length);
    expect(lines[0]?.textContent).toContain('02.03.2026');
    expect(lines[0]?.textContent).toContain('im Portal bereitgestellt');
    expect(lines[0]?.querySelector('.source')?.textContent).toContain('§ 41 Abs. 2a HVwVfG');
  });

  it('mark what has happened', async () => {
    const host = await show({ ...notified, reasoning: [...notified.reasoning] });

    expect(host.querySelectorAll('li.past')).toHaveLength(2);
  });

  it('say that a day is not known yet instead of leaving it blank', async () => {
    const open = computeDeadlines({ channel: 'PORTAL', date: localDate('2026-03-02') });
    const host = await show({ ...open, reasoning: [...open.reasoning] });

    expect([...host.querySelectorAll('dd')].map(({ textContent }) => textContent?.trim())).toEqual(
      Array(3).fill('steht noch nicht fest'),
    );
  });
});
