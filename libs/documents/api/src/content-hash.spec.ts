import { awardNotice, sampleAwardFacts } from '@wir/documents/domain';
import { contentSha256 } from './content-hash';

describe('hashing what a document says', () => {
  it('is stable and notices every changed word', () => {
    const hash = contentSha256(awardNotice(sampleAwardFacts()));

    expect(contentSha256(awardNotice({ ...sampleAwardFacts() }))).toBe(hash);
    expect(contentSha256(awardNotice(sampleAwardFacts({ applicationTitle: 'Anderes Vorhaben' })))).not.toBe(hash);
  });
});
