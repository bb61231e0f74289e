import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ApiProblem, Query } from '@wir/shared/console';
import { Column } from './column';
import { DataTable } from './data-table';
import { listResource, type ListPage } from './list-resource';
import { injectTableState } from './table-state';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly amountCents: number;
}

const ROWS: readonly Row[] = [
  { id: 'a', number: 'HE-1', amountCents: 100 },
  { id: 'b', number: 'HE-2', amountCents: 250 },
];
const load = jest.fn<Promise<{ items: readonly Row[]; total: number }>, [Query]>();

@Component({
  selector: 'app-table-host',
  imports: [DataTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-data-table
    name="Anträge"
    [columns]="columns"
    [table]="table"
    [list]="list"
    [rowKey]="key"
    [rowLink]="link"
    [filters]="filters"
    emptyText="Legen Sie etwas an."
  />`,
})
class TableHost {
  readonly table = injectTableState({ defaultSort: '-number', filters: ['state'] });
  readonly list = listResource<Row, ListPage<Row>>(this.table, (query) => load(query));
  readonly filters = [{ name: 'state', label: 'Status', options: [{ value: 'DRAFT', label: 'Entwurf' }] }];
  readonly columns: readonly Column<Row>[] = [
    { key: 'number', label: 'Aktenzeichen', kind: 'link', sort: 'number', value: (row) => row.number },
    { key: 'amount', label: 'Betrag', kind: 'money', value: (row) => row.amountCents, total: () => 350 },
  ];
  readonly key = (row: Row): string => row.id;
  readonly link = (row: Row): string[] => ['/antraege', row.id];
}

describe('a list', () => {
  let harness: RouterTestingHarness;
  let host: HTMLElement;

  async function open(url: string): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'antraege', component: TableHost }], withComponentInputBinding())],
    });
    harness = await RouterTestingHarness.create(url);
    await settle();
    host = harness.fixture.nativeElement;
  }

  async function settle(): Promise<void> {
    await harness.fixture.whenStable();
    harness.detectChanges();
  }

  beforeEach(() => {
    load.mockReset();
    load.mockResolvedValue({ items: ROWS, total: 2 });
  });

  it('asks the server for what the address says', async () => {
    await open('/antraege?page=2&state=DRAFT&search=Fulda');

    expect(load).toHaveBeenLastCalledWith({
      page: 2,
      pageSize: 50,
      sort: '-number',
      search: 'Fulda',
      state: ['DRAFT'],
    });
  });

  it('tells the number of hits in a status and the sum over all hits in the foot', async () => {
    await open('/antraege');

    expect(host.querySelector('[role=status]')?.textContent?.trim()).toBe('2 Treffer');
    expect(host.querySelector('tfoot')?.textContent).toContain('3,50');
  });

  it('has one link in a row, the case number', async () => {
    await open('/antraege');

    const links = [...host.querySelectorAll<HTMLAnchorElement>('tbody a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['HE-1', '/antraege/a'],
      ['HE-2', '/antraege/b'],
    ]);
  });

  it('writes the order into the address and says it by aria-sort', async () => {
    await open('/antraege?page=2');
    host.querySelector<HTMLButtonElement>('th .sort')?.click();
    await settle();

    expect(TestBed.inject(Router).url).toBe('/antraege?sort=number');
    expect(host.querySelector('th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('says "no hits" with a way out when something narrows it', async () => {
    load.mockResolvedValue({ items: [], total: 0 });
    await open('/antraege?search=nichts');
    expect(host.querySelector('.empty h2')?.textContent).toBe('Keine Treffer');

    host.querySelector<HTMLButtonElement>('.empty button')?.click();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/antraege');
  });

  it('says "nothing yet" with the next step otherwise', async () => {
    load.mockResolvedValue({ items: [], total: 0 });
    await open('/antraege');

    expect(host.querySelector('.empty h2')?.textContent).toBe('Hier ist noch nichts');
    expect(host.textContent).toContain('Legen Sie etwas an.');
  });

  it('shows a failure with its number and loads again on demand', async () => {
    load.mockRejectedValueOnce(new ApiProblem(500, 'platform.unexpected', '', 'r-7'));
    await open('/antraege');
    expect(host.querySelector('app-problem-panel')?.textContent).toContain('r-7');

    host.querySelector<HTMLButtonElement>('app-problem-panel button')?.click();
    await settle();
    await settle();
    expect(host.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('can be scrolled by keyboard: the region has a name and takes the focus', async () => {
    await open('/antraege');

    const region = host.querySelector('[role=region]');
    expect(region?.getAttribute('aria-label')).toBe('Anträge');
    expect(region?.getAttribute('tabindex')).toBe('0');
  });
});
