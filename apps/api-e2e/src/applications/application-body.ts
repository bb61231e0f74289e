/** The members of ApplicationDto that the specs look at. */
export interface ApplicationBody {
  readonly id: string;
  readonly caseNumber: string;
  readonly state: string;
  readonly title: string;
  readonly version: number;
  readonly requestedCents: number;
  readonly submissionCount: number;
  readonly submittedAt: string | null;
  readonly attachments: readonly { readonly id: string }[];
  readonly informationRequests: readonly {
    readonly state: string;
    readonly dueDate: string;
    readonly createdBy: string;
  }[];
  readonly problems: readonly { readonly path: string; readonly code: string }[];
  readonly actions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly reasonCode: string | null;
  }[];
  readonly recommendation: object | null;
}
