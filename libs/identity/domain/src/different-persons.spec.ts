import { DomainError } from '@wir/shared/kernel';
import { assertDifferentPersons } from './different-persons';

describe('a second signature', () => {
  it('is given by somebody who did not take part', () => {
    expect(() => assertDifferentPersons('notice.signer-is-drafter', 'anna', ['bert', null, undefined])).not.toThrow();
  });

  it('is refused to a person who did, through whatever account', () => {
    expect(() => assertDifferentPersons('notice.signer-is-drafter', 'anna', ['bert', 'anna'])).toThrow(
      new DomainError('forbidden', 'notice.signer-is-drafter'),
    );
  });
});
