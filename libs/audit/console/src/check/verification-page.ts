import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, asApiProblem, injectTexts } from '@wir/shared/console';
import { DayPipe, Icon, PageHeader, ProblemPanel, Skeleton, StatusChip, TabNav, type StatusLook } from '@wir/shared/ui';
import { auditTabs } from '../audit-tabs';
import { AuditClient } from '../data/audit-client';
import type { Anchor } from '../data/audit-types';
import { saveText } from './save-text';
import { VerificationCard } from './verification-card';

const LOOKS: Readonly<Record<'ok' | 'bad', StatusLook>> = {
  ok: { tone: 'done', icon: 'check-circle', label: 'audit.anchor.ok' },
  bad: { tone: 'stop', icon: 'error', label: 'audit.anchor.bad' },
};

/** "Protokollprüfung": here and now, by the signed anchors, and on one's own computer without this portal. */
@Component({
  selector: 'app-verification-page',
  imports: [DayPipe, Icon, MatButton, PageHeader, ProblemPanel, Skeleton, StatusChip, TabNav, VerificationCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verification-page.html',
  styleUrl: './verification-page.scss',
})
export class VerificationPage {
  private readonly client = inject(AuditClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly tabs = auditTabs('check', this.session);
  protected readonly exportAddress = this.client.exportAddress;
  protected readonly verifierAddress = this.client.verifierAddress;
  protected readonly mayExport = computed(() => this.session.can('audit.read'));

  protected readonly anchors = resource({ loader: ({ abortSignal }) => this.client.anchors(abortSignal) });
  protected readonly problem = computed(() => {
    const error = this.anchors.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly latestFirst = computed<readonly Anchor[]>(() =>
    this.anchors.hasValue() ? [...this.anchors.value().items].sort((a, b) => b.day.localeCompare(a.day)) : [],
  );
  protected readonly publicKey = computed(() => (this.anchors.hasValue() ? this.anchors.value().publicKey : null));

  protected look({ ok }: Anchor): StatusLook {
    return LOOKS[ok ? 'ok' : 'bad'];
  }

  protected saveKey(key: string): void {
    saveText(key, 'anker.pub.pem', 'application/x-pem-file');
  }

  protected count(number: number): string {
    return number.toLocaleString('de-DE');
  }
}
