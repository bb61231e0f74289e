import { Directive, TemplateRef, inject } from '@angular/core';

/** Shows the rows of a list as something else than a table: `<ng-template appListBody let-rows><app-timeline … /></ng-template>`. */
@Directive({ selector: 'ng-template[appListBody]' })
export class ListBody {
  readonly template = inject<TemplateRef<{ $implicit: readonly unknown[] }>>(TemplateRef);
}
