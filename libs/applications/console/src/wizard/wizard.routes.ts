import type { Routes } from '@angular/router';

/** The pages of the form; each has its own address, so that a link can lead to the very field. */
export const WIZARD_STEP_ROUTES: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./steps/resume-step')).ResumeStep,
  },
  {
    path: 'traeger',
    title: 'applications.step.traeger',
    loadComponent: async () => (await import('./steps/applicant-step')).ApplicantStep,
  },
  {
    path: 'vorhaben',
    title: 'applications.step.vorhaben',
    loadComponent: async () => (await import('./steps/project-step')).ProjectStep,
  },
  {
    path: 'kosten',
    title: 'applications.step.kosten',
    loadComponent: async () => (await import('./steps/cost-step')).CostStep,
  },
  {
    path: 'finanzierung',
    title: 'applications.step.finanzierung',
    loadComponent: async () => (await import('./steps/financing-step')).FinancingStep,
  },
  {
    path: 'anlagen',
    title: 'applications.step.anlagen',
    loadComponent: async () => (await import('./steps/attachment-step')).AttachmentStep,
  },
  {
    path: 'pruefen',
    title: 'applications.step.pruefen',
    loadComponent: async () => (await import('./steps/check-step')).CheckStep,
  },
  {
    path: 'einreichen',
    title: 'applications.step.einreichen',
    loadComponent: async () => (await import('./steps/submit-step')).SubmitStep,
  },
];
