import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@wir/shared/console';
import type { MeDto, TaskDto, TaskListDto } from '@wir/shared/contract';
import { TaskClient } from '../data/task-client';
import { StartPage } from './start-page';

const me = (overrides: Partial<MeDto>): MeDto => ({
  id: 'me',
  name: 'Dr. Martina Vogel',
  email: 'leitung@wir.example',
  roles: ['HEAD_OF_UNIT'],
  applicantId: null,
  applicantName: null,
  permissions: ['task.read', 'application.read', 'notice.read'],
  now: '2026-03-02T08:00:00Z',
  mode: 'demo',
  sessionExpiresAt: '2026-03-02T20:00:00Z',
  idleEndsAt: '2026-03-02T08:30:00Z',
  familyId: 'family',
  personId: 'person',
  hasFactor: false,
  mustEnrol: false,
  factorFreshUntil: null,
  delegations: [],
  ...overrides,
});
const task = (id: string, overrides: Partial<TaskDto>): TaskDto => ({
  id,
  kind: 'SIGN_NOTICE',
  objectType: 'NOTICE',
  objectId: id,
  caseNumber: `WIR-2026-${id}`,
  applicantName: 'Stadt Musterstadt',
  title: '',
  amountCents: 1_000_00,
  dueDate: null,
  since: '2026-02-27T08:00:00Z',
  link: `/bescheide/${id}`,
  ...overrides,
});

describe('the start page', () => {
  let fixture: ComponentFixture<StartPage>;
  const tasks = jest.fn<Promise<TaskListDto>, []>();
  const client = {
    tasks,
    applications: () => Promise.resolve({ items: [], total: 0, page: 1, pageSize: 200, sumRequestedCents: 0 }),
    awards: () => Promise.resolve({ items: [], total: 0, page: 1, pageSize: 200 }),
  };

  async function open(person: MeDto, list: TaskListDto): Promise<HTMLElement> {
    tasks.mockResolvedValue(list);
    const session = {
      me: signal(person),
      isApplicant: signal(person.applicantId !== null),
      can: (permission: string) => person.permissions.includes(permission),
      today: () => '2026-03-02',
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Session, useValue: session },
        { provide: TaskClient, useValue: client },
      ],
    });
    fixture = TestBed.createComponent(StartPage);
    await fixture.whenStable();
    return fixture.nativeElement;
  }

  const headings = (host: HTMLElement, level: string): (string | undefined)[] =>
    [...host.querySelectorAll(level)].map((heading) => heading.textContent?.replace(/\s+/g, ' ').trim());

  it('groups the tasks of the authority with count and sum', async () => {
    const host = await open(me({}), {
      items: [task('1', {}), task('2', { dueDate: '2026-03-05' })],
      groups: [{ kind: 'SIGN_NOTICE', title: '', count: 7, sumCents: 812_400_00 }],
      nextDate: null,
    });

    expect(headings(host, 'h1')).toEqual(['Guten Tag, Dr. Martina Vogel']);
    expect(headings(host, 'h3')).toEqual(['Zur Zeichnung (7, 812.400,00 €)']);
    expect([...host.querySelectorAll('li a')].map((link) => link.getAttribute('href'))).toEqual([
      '/bescheide/2',
      '/bescheide/1',
    ]);
  });

  it('leads from a group to the list with the same cases', async () => {
    const host = await open(me({}), {
      items: [task('1', {})],
      groups: [{ kind: 'SIGN_NOTICE', title: '', count: 1, sumCents: 100_000 }],
      nextDate: null,
    });

    expect(host.querySelector('section header a')?.getAttribute('href')).toBe('/bescheide?state=IN_COSIGN');
  });

  it('shows a municipality cards, verb first, with day and one button each', async () => {
    const town = me({ applicantId: 'a', applicantName: 'Stadt Musterstadt', roles: ['APPLICANT_SIGNATORY'] });
    const host = await open(town, {
      items: [
        task('3', { kind: 'ANSWER_INFORMATION_REQUEST', dueDate: '2026-03-14', link: '/antraege/3' }),
        task('4', { kind: 'CONTINUE_DRAFT', link: '/antraege/4' }),
      ],
      groups: [
        { kind: 'ANSWER_INFORMATION_REQUEST', title: '', count: 1, sumCents: 0 },
        { kind: 'CONTINUE_DRAFT', title: '', count: 1, sumCents: 0 },
      ],
      nextDate: null,
    });
    const cards = [...host.querySelectorAll('app-task-cards li')];

    expect(headings(host, 'h1')).toEqual(['Guten Tag, Stadt Musterstadt']);
    expect(cards.map((card) => card.querySelector('h3')?.textContent)).toEqual([
      'Antrag fortsetzen',
      'Unterlagen nachreichen',
    ]);
    expect(cards[0]?.textContent).toContain('noch nicht eingereicht');
    expect(cards[1]?.querySelector('app-deadline-badge')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'bis 14.03.2026 (noch 12 Tage)',
    );
    expect(cards.map((card) => [...card.querySelectorAll('a')].map((link) => link.getAttribute('href')))).toEqual([
      ['/antraege/4/bearbeiten'],
      ['/antraege/3/nachforderungen'],
    ]);
  });

  it('says that nothing is to be done, and when the next date is', async () => {
    const host = await open(me({}), { items: [], groups: [], nextDate: '2026-06-05' });

    const words = host.querySelector('.quiet')?.textContent?.replace(/\s+/g, ' ').trim();
    expect(words).toBe('Zurzeit ist nichts zu tun. Nächster Termin: 05.06.2026.');
    expect(headings(host, 'h3')).toEqual(['Anträge', 'Bescheide']);
  });

  it('keeps the page and offers another try when the tasks cannot be loaded', async () => {
    tasks.mockRejectedValue(new Error('offline'));
    const session = { me: signal(me({})), isApplicant: signal(false), can: () => false, today: () => '2026-03-02' };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Session, useValue: session },
        { provide: TaskClient, useValue: client },
      ],
    });
    fixture = TestBed.createComponent(StartPage);
    await fixture.whenStable();

    expect(fixture.nativeElement.querySelector('[role=alert]')?.textContent).toContain('Erneut versuchen');
  });
});
