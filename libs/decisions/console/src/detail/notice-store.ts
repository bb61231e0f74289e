import { Injectable, computed, inject, signal } from '@angular/core';
import { isVisibleToApplicant } from '@wir/decisions/domain';
import { Session } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import type { LocalDate, NoticeChannel } from '@wir/shared/kernel';
import { detailState } from '@wir/shared/ui';
import { NoticeClient } from '../data/notice-client';

/** One notice with what stands around it; each deed answers with the notice's new state. */
@Injectable()
export class NoticeStore {
  private readonly client = inject(NoticeClient);
  private readonly session = inject(Session);

  readonly id = signal<string | undefined>(undefined);
  readonly notice = detailState(this.id, (id, abort) => this.client.byId(id, abort));

  readonly isDispatched = computed(() => {
    const state = this.notice.value()?.state;
    return state !== undefined && isVisibleToApplicant(state);
  });

  /** For the authority: what was asked for and decided. */
  readonly application = detailState(
    () => (this.session.isApplicant() ? undefined : this.notice.value()?.applicationId),
    (id, abort) => this.client.application(id, abort),
  );
  readonly checks = detailState(
    () => (this.notice.value()?.state === 'IN_COSIGN' ? this.application.value()?.id : undefined),
    (id, abort) => this.client.checks(id, abort),
  );
  readonly budget = detailState(
    () => (this.showsBudget() ? this.id() : undefined),
    (_id, abort) => this.client.budget(abort),
  );
  /** For a municipality: whether declaration and bank details are still to come. */
  readonly award = detailState(
    () => (this.session.isApplicant() && this.isDispatched() ? (this.notice.value()?.awardId ?? undefined) : undefined),
    (id, abort) => this.client.award(id, abort),
  );
  /** Anew with each version: retrieval and waiver move the dates. */
  readonly deadlines = detailState(
    () => (this.isDispatched() ? `${this.id()}/${this.notice.value()?.version}` : undefined),
    (key, abort) => this.client.deadlines(key.split('/')[0] ?? '', abort),
  );

  may(action: string): boolean {
    return this.notice.value()?.actions.some((known) => known.action === action && known.allowed) ?? false;
  }

  cosign(): Promise<boolean> {
    return this.run('cosign', (id) => this.client.cosign(id));
  }

  /** `documentSha256` is the hash of the bytes that were shown, never one the server told. */
  sign(documentSha256: string): Promise<boolean> {
    return this.run('sign', (id) => this.client.sign(id, documentSha256));
  }

  returnToDraft(remark: string): Promise<boolean> {
    return this.run('return', (id) => this.client.returnToDraft(id, remark));
  }

  voidNotice(reason: string): Promise<boolean> {
    return this.run('void', (id) => this.client.voidNotice(id, reason));
  }

  dispatch(channel: NoticeChannel, date: LocalDate): Promise<boolean> {
    return this.run('dispatch', (id) => this.client.dispatch(id, channel, date));
  }

  retrieve(): Promise<boolean> {
    return this.run('retrieve', (id) => this.client.retrieve(id));
  }

  waiveAppeal(): Promise<boolean> {
    return this.run('waiveAppeal', (id) => this.client.waiveAppeal(id));
  }

  private showsBudget(): boolean {
    const notice = this.notice.value();
    return notice?.state === 'IN_COSIGN' && notice.kind === 'GRANT' && this.session.can('budget.read');
  }

  private run(name: string, deed: (id: string) => Promise<NoticeDto>): Promise<boolean> {
    return this.notice.run(name, () => deed(this.id() ?? ''));
  }
}
