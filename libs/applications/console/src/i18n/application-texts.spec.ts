import {
  APPLICATION_STATE_LABELS,
  ATTACHMENT_KIND_LABELS,
  CHECK_CATALOGUE,
  CHECK_GROUP_LABELS,
  DECLARATION_TEXTS,
} from '@wir/applications/domain';
import { ROLE_LABELS } from '@wir/identity/domain';
import { APPLICANT_KIND_LABELS, COMPONENT_TITLES, MODULE_TITLES } from '@wir/programme/domain';
import german from './de.json';
import english from './en.json';

describe('the words of the screens', () => {
  it('are those of the domain, as they stand in letters and in the trail', () => {
    expect(german.state).toEqual(APPLICATION_STATE_LABELS);
    expect(german.group).toEqual(CHECK_GROUP_LABELS);
    expect(german.declaration).toEqual(DECLARATION_TEXTS);
    expect(german.attachmentKind).toEqual(ATTACHMENT_KIND_LABELS);
    expect(german.component).toEqual(COMPONENT_TITLES);
    expect(german.module).toEqual(MODULE_TITLES);
    expect(german.kind).toEqual(APPLICANT_KIND_LABELS);
    expect(german.role).toMatchObject(ROLE_LABELS);
  });

  it('ask the questions of the catalogue, in both languages', () => {
    expect(german.check).toEqual(Object.fromEntries(CHECK_CATALOGUE.map(({ code, question }) => [code, question])));
    expect(Object.keys(english.check)).toEqual(CHECK_CATALOGUE.map(({ code }) => code));
  });
});
