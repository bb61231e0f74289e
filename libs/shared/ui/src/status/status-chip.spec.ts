import { TestBed } from '@angular/core/testing';
import { StatusChip } from './status-chip';

describe('StatusChip', () => {
  it('shows icon and word, so that colour is never alone', async () => {
    const fixture = TestBed.createComponent(StatusChip);
    fixture.componentRef.setInput('look', { tone: 'done', icon: 'check-circle', label: 'ui.done' });
    await fixture.whenStable();

    const host: HTMLElement = fixture.nativeElement;
    expect(host.textContent?.trim()).toBe('Fertig');
    expect(host.querySelector('app-icon path')?.getAttribute('d')).toBeTruthy();
    expect(host.dataset['tone']).toBe('done');
  });

  it('hides the icon from screen readers, which hear the word', async () => {
    const fixture = TestBed.createComponent(StatusChip);
    fixture.componentRef.setInput('look', { tone: 'stop', icon: 'cancel', label: 'ui.cancel' });
    await fixture.whenStable();

    const host: HTMLElement = fixture.nativeElement;
    expect(host.querySelector('app-icon')?.getAttribute('aria-hidden')).toBe('true');
  });
});
