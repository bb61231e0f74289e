import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, Texts, injectTexts } from '@wir/shared/console';
import { Cell, DataTable, Icon, PageHeader, TabNav, injectTableState, listResource, type Column } from '@wir/shared/ui';
import { BundleClient, bundleAddress, type AuditBundle, type BundlePage } from '../data/bundle-client';
import { byteSize } from '../look/byte-size';
import { recordTabs } from '../record-tabs';
import { BundleProgress } from './bundle-progress';
import { BundleWatch } from './bundle-watch';

/** "Prüfmappen": what was asked for, how far it is, and where to get it. */
@Component({
  selector: 'app-bundle-list-page',
  imports: [BundleProgress, Cell, DataTable, Icon, MatButton, PageHeader, RouterLink, TabNav],
  providers: [BundleWatch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bundle-list-page.html',
  styleUrl: '../record-page.scss',
})
export class BundleListPage {
  private readonly client = inject(BundleClient);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly tabs = recordTabs('bundles', this.session);

  protected readonly table = injectTableState({ defaultSort: '', filters: [] });
  protected readonly list = listResource<AuditBundle, BundlePage>(this.table, (query, abort) =>
    this.client.list(query, abort),
  );
  private readonly running = computed(() =>
    this.list.rows().some(({ state }) => state === 'QUEUED' || state === 'RUNNING'),
  );
  protected readonly key = (row: AuditBundle): string => row.id;
  protected readonly link = (row: AuditBundle): string[] => ['/akten/pruefmappen', row.id];
  protected readonly columns: readonly Column<AuditBundle>[] = [
    { key: 'label', label: 'records.bundle.subject', kind: 'link', value: (row) => row.label },
    { key: 'kind', label: 'records.bundle.kind', kind: 'template' },
    { key: 'state', label: 'records.column.state', kind: 'template' },
    { key: 'requested', label: 'records.bundle.requested', kind: 'moment', value: (row) => row.requestedAt },
    { key: 'size', label: 'records.bundle.size', kind: 'number', value: (row) => this.size(row) },
    { key: 'file', label: 'records.bundle.file', kind: 'template' },
  ];

  constructor() {
    inject(BundleWatch).watch(this.running, () => this.list.reload());
  }

  protected bundle(row: unknown): AuditBundle {
    return row as AuditBundle;
  }

  protected address(row: unknown): string {
    return bundleAddress(this.bundle(row).id);
  }

  private size({ size }: AuditBundle): string | null {
    return size === null ? null : byteSize(size, this.texts.language());
  }
}
