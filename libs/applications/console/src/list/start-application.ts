import { Injectable, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { asApiProblem, type ApiProblem } from '@wir/shared/console';
import type { ApplicationListItemDto } from '@wir/shared/contract';
import { firstValueFrom } from 'rxjs';
import { ApplicationClient } from '../data/application-client';
import { ProgrammeClient } from '../data/programme-client';
import type { StartChoice, StartData } from './start-dialog';

/** Something that may be applied for now. */
export interface Opening {
  readonly callCode: string;
  readonly moduleCode: string;
  readonly title: string;
  readonly closesOn: string;
}

/** "Neuer Antrag": with a draft present it asks whether to go on with that or to begin anew. */
@Injectable({ providedIn: 'root' })
export class StartApplication {
  private readonly client = inject(ApplicationClient);
  private readonly programme = inject(ProgrammeClient);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly running = signal(false);

  readonly busy = this.running.asReadonly();

  async run(): Promise<void> {
    if (this.running()) return;
    this.running.set(true);
    try {
      await this.begin();
    } catch (error) {
      await this.ask({ drafts: [], openings: [], problem: asApiProblem(error) });
    } finally {
      this.running.set(false);
    }
  }

  private async begin(): Promise<void> {
    const [drafts, openings] = await Promise.all([this.drafts(), this.openings()]);
    const [only] = openings;
    if (drafts.length === 0 && only && openings.length === 1) return this.create(only);
    let problem: ApiProblem | null = null;
    for (;;) {
      const choice = await this.ask({ drafts, openings, problem });
      if (!choice) return;
      if (choice.draftId) return this.open(choice.draftId);
      try {
        if (choice.opening) await this.create(choice.opening);
        return;
      } catch (error) {
        problem = asApiProblem(error);
      }
    }
  }

  private async create({ callCode, moduleCode }: Opening): Promise<void> {
    await this.open((await this.client.create(callCode, moduleCode)).id);
  }

  private async open(id: string): Promise<void> {
    await this.router.navigate(['/antraege', id, 'bearbeiten']);
  }

  private async drafts(): Promise<readonly ApplicationListItemDto[]> {
    return (await this.client.list({ state: ['DRAFT', 'READY_TO_SIGN'], sort: '-updatedAt' })).items;
  }

  private async openings(): Promise<Opening[]> {
    const calls = await this.programme.calls();
    return calls
      .filter(({ isOpen }) => isOpen)
      .flatMap(({ code, closesOn, modules }) =>
        modules.map((module) => ({ callCode: code, moduleCode: module.code, title: module.title, closesOn })),
      );
  }

  private async ask(data: StartData): Promise<StartChoice | null> {
    const { StartDialog } = await import('./start-dialog');
    const reference = this.dialog.open<InstanceType<typeof StartDialog>, StartData, StartChoice>(StartDialog, {
      data,
      width: '38rem',
    });
    return (await firstValueFrom(reference.afterClosed())) ?? null;
  }
}
