import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { PageHeader, Skeleton } from '@wir/shared/ui';
import type { DocumentName } from './document.routes';
import type { DocumentText } from './documents/document-text';

/** A page of plain text in the language of the moment. */
@Component({
  selector: 'app-document-page',
  imports: [PageHeader, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (text.value(); as page) {
      <app-page-header [heading]="page.title" [lead]="page.lead" />
      <article class="reading">
        @for (section of page.sections; track $index) {
          @if (section.heading) {
            <h2>{{ section.heading }}</h2>
          }
          @for (paragraph of section.paragraphs; track $index) {
            <p>{{ paragraph }}</p>
          }
          @if (section.list; as list) {
            <ul>
              @for (entry of list; track $index) {
                <li>{{ entry }}</li>
              }
            </ul>
          }
          @for (link of section.links; track link.href) {
            <p>
              <a [href]="link.href">{{ link.label }}</a>
            </p>
          }
        }
      </article>
    } @else {
      <app-skeleton [rows]="6" />
    }
  `,
  styles: `
    article {
      font-size: 1.0625rem;
    }
    h2 {
      margin: 1.75rem 0 0.5rem;
    }
    ul {
      padding-left: 1.25rem;
    }
    li {
      margin-bottom: 0.375rem;
    }
  `,
})
export class DocumentPage {
  private readonly texts = inject(Texts);
  readonly document = input.required<DocumentName>();

  protected readonly text = resource({
    params: () => ({ document: this.document(), language: this.texts.language() }),
    loader: async ({ params }): Promise<DocumentText> => {
      const { DOCUMENT_TEXTS } =
        params.language === 'de' ? await import('./documents/german') : await import('./documents/english');
      return DOCUMENT_TEXTS[params.document];
    },
  });
}
