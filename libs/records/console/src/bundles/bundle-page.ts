import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { BundleKind } from '@wir/records/domain';
import { PageTitle, Texts, injectTexts } from '@wir/shared/console';
import { DetailPage, Fact, Icon, MomentPipe, NoticeBox, ProblemPanel, Skeleton, detailState } from '@wir/shared/ui';
import { BundleClient, bundleAddress } from '../data/bundle-client';
import { byteSize } from '../look/byte-size';
import { BUNDLE_LOOKS } from '../look/record-looks';
import { BundleProgress } from './bundle-progress';
import { BundleWatch } from './bundle-watch';

/** Where the thing itself is shown. */
const PAGES: Readonly<Record<BundleKind, (id: string) => readonly string[]>> = {
  CASE: (id) => ['/antraege', id],
  PAYMENT: (id) => ['/auszahlungen', id],
  BUDGET_YEAR: (id) => ['/haushalt', id, 'ansatz'],
};

/** One bundle: how far it is, its checksum, the download, and how to check it without the portal. */
@Component({
  selector: 'app-bundle-page',
  imports: [
    BundleProgress,
    DetailPage,
    Fact,
    Icon,
    MatButton,
    MomentPipe,
    NoticeBox,
    ProblemPanel,
    RouterLink,
    Skeleton,
  ],
  providers: [BundleWatch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bundle-page.html',
  styleUrl: '../record-page.scss',
})
export class BundlePage {
  private readonly client = inject(BundleClient);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  protected readonly t = injectTexts();
  protected readonly looks = BUNDLE_LOOKS;

  readonly id = input.required<string>();
  protected readonly bundle = detailState(
    () => this.id(),
    (id, abort) => this.client.byId(id, abort),
  );
  protected readonly heading = computed(() =>
    this.t('records.bundle.heading', { label: this.bundle.value()?.label ?? '' }),
  );
  protected readonly address = computed(() => bundleAddress(this.id()));
  protected readonly page = computed(() => {
    const bundle = this.bundle.value();
    return bundle ? PAGES[bundle.kind](bundle.objectId) : [];
  });
  protected readonly size = computed(() => {
    const size = this.bundle.value()?.size;
    return size === null || size === undefined ? '–' : byteSize(size, this.texts.language());
  });
  protected readonly copied = signal(false);

  constructor() {
    effect(() => this.title.setSubject(this.bundle.value() ? this.heading() : null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
    const isRunning = (): boolean => ['QUEUED', 'RUNNING'].includes(this.bundle.value()?.state ?? '');
    inject(BundleWatch).watch(isRunning, () => this.bundle.reload());
  }

  protected async copy(hash: string): Promise<void> {
    await navigator.clipboard.writeText(hash);
    this.copied.set(true);
  }
}
