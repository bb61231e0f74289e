import { Directive, ElementRef, effect, inject, input } from '@angular/core';

/**
 * Sends a frame to bytes this page holds. Only `blob:` addresses of our own origin are taken, so that no sanitizer has to
 * be passed by; the policy of the page allows frames no other address either.
 */
@Directive({ selector: 'iframe[appFrameAddress]' })
export class FrameAddress {
  private readonly frame = inject<ElementRef<HTMLIFrameElement>>(ElementRef).nativeElement;

  readonly appFrameAddress = input.required<string>();

  constructor() {
    effect(() => {
      const address = this.appFrameAddress();
      if (!address.startsWith(`blob:${location.origin}/`)) throw new Error('A frame shows only what this page holds');
      this.frame.src = address;
    });
  }
}
