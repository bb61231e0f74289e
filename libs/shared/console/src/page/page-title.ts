import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ActivatedRouteSnapshot, RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from '../i18n/texts';

/**
 * The browser's title: "Antrag HE-2026-0042 – Prüfung – WIR-Förderportal". Routes carry text keys as `title`
 * (parent and tab are joined); a page that knows its object puts the name in front.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = inject(Texts);
  private readonly keys = signal<readonly string[]>([]);
  private readonly subject = signal<string | null>(null);

  private readonly parts = computed(() => {
    const names = this.keys().map((key) => this.texts.translate(key));
    const subject = this.subject();
    return subject ? [subject, ...names.slice(1)] : [...names].reverse();
  });

  constructor() {
    super();
    effect(() => this.title.setTitle([...this.parts(), this.texts.translate('shell.product')].join(' – ')));
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.keys.set(titleKeys(state.root));
  }

  /** Named by the detail page once its object is known; pass null when it leaves. */
  setSubject(subject: string | null): void {
    this.subject.set(subject);
  }
}

function titleKeys(root: ActivatedRouteSnapshot): string[] {
  const keys: string[] = [];
  for (let route: ActivatedRouteSnapshot | null = root; route; route = route.firstChild) {
    const title = route.routeConfig?.title;
    if (typeof title === 'string' && keys.at(-1) !== title) keys.push(title);
  }
  return keys;
}
