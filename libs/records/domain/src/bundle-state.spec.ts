import { move, transitionFaults } from '@wir/shared/kernel';
import { BUNDLE_TRANSITIONS } from './bundle-state';

describe('the life of a bundle', () => {
  it('reaches every state and leaves none but the last without a way on', () => {
    expect(transitionFaults(BUNDLE_TRANSITIONS)).toEqual([]);
  });

  it('is moved by the system alone, and ends when it is done', () => {
    expect(move(BUNDLE_TRANSITIONS, 'QUEUED', 'start', ['SYSTEM']).to).toBe('RUNNING');
    expect(() => move(BUNDLE_TRANSITIONS, 'QUEUED', 'start', ['EXTERNAL_AUDITOR'])).toThrow('bundle.role-not-allowed');
    expect(() => move(BUNDLE_TRANSITIONS, 'DONE', 'start', ['SYSTEM'])).toThrow('bundle.wrong-state');
  });
});
