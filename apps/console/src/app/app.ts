import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Frame } from './shell/frame';

@Component({
  selector: 'app-root',
  imports: [Frame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<app-frame />',
})
export class App {}
