import type { Answer } from '@wir/shared/testing';

/** A refusal as the contract has it: status, stable code, a German sentence, and whatever else the test names. */
export function expectProblem(answer: Answer<unknown>, status: number, code: string, extra: object = {}): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status, code, ...extra } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const { detail, requestId } = answer.body as { detail?: unknown; requestId?: unknown };
  expect(String(detail)).toMatch(/^[A-ZÄÖÜ„].{8,}[.!]$/s);
  expect(typeof requestId).toBe('string');
}
