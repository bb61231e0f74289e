import {
  balanceOf,
  contentFault,
  firstLines,
  previewOf,
  toCreateAct,
  type ActDraft,
  type LineDraft,
} from './act-draft';

function draftOf(
  kind: ActDraft['kind'],
  changes: readonly Partial<LineDraft>[],
  more: Partial<ActDraft> = {},
): ActDraft {
  const lines = changes.map((change) => ({ ...(firstLines(kind)[0] as LineDraft), ...change }));
  return { kind, reason: '', documentReference: '', consentReference: '', carryOverEndsOn: null, lines, ...more };
}
const OUT = { kind: 'REPHASE_OUT', year: '2027', amountCents: 10_000 } as const;

describe('the draft of a budget act', () => {
  it('begins with both sides where money moves from year to year', () => {
    expect(firstLines('REPHASE').map(({ kind }) => kind)).toEqual(['REPHASE_OUT', 'REPHASE_IN']);
    expect(firstLines('LOCK')).toHaveLength(1);
  });

  it('says by how much the sides differ while it is typed', () => {
    const draft = draftOf('REPHASE', [OUT, { kind: 'REPHASE_IN', year: '', amountCents: 9_999 }]);

    expect(balanceOf(draft)).toEqual({ outCents: 10_000, inCents: 9_999, differenceCents: -1 });
  });

  it('finds a cent too little on one side, with both sums for the sentence', () => {
    const draft = draftOf('REPHASE', [OUT, { kind: 'REPHASE_IN', year: '2028', amountCents: 9_999 }]);

    expect(contentFault(draft)).toEqual({
      code: 'budget-act.not-balanced',
      details: { outCents: 10_000, inCents: 9_999 },
      path: null,
    });
    expect(previewOf(draft)).toBeNull();
  });

  it('asks for the preview before the words are written, since words move no money', () => {
    const draft = draftOf('CARRY_OVER', [
      { kind: 'CARRY_OUT', year: '2026', amountCents: 500 },
      { kind: 'CARRY_IN', year: '2027', amountCents: 500 },
    ]);

    expect(contentFault(draft)).toMatchObject({ code: 'budget-act.consent-missing', path: 'consentReference' });
    expect(previewOf(draft)).toMatchObject({ consentReference: '–', carryOverEndsOn: '2027-12-31' });
  });

  it('asks for nothing while a line is incomplete', () => {
    expect(previewOf(draftOf('LOCK', [{ year: '2027', amountCents: null }]))).toBeNull();
    expect(previewOf(draftOf('LINE_SHIFT', [{ kind: 'SHIFT', year: '2027', amountCents: 1 }]))).toBeNull();
    expect(previewOf(draftOf('VE_CHANGE', [{ kind: 'AUTHORISE', year: '2026', amountCents: 1 }]))).toBeNull();
  });

  it('leaves out what its kind does not know', () => {
    const draft = draftOf('LOCK', [{ year: '2027', dueYear: '2028', targetLineId: 'x', amountCents: 100 }], {
      reason: ' Sperre ',
      documentReference: ' Erlass ',
      consentReference: 'HMdF',
    });

    expect(toCreateAct(draft)).toEqual({
      kind: 'LOCK',
      reason: 'Sperre',
      documentReference: 'Erlass',
      lines: [{ kind: 'LOCK', year: 2027, amountCents: 100 }],
    });
  });
});
