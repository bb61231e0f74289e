import 'reflect-metadata';
import type { ArgumentMetadata } from '@nestjs/common';
import type { LocalDate } from '@wir/shared/kernel';
import {
  CentsField,
  DayField,
  EmailField,
  EnumField,
  IntField,
  MomentField,
  NumberField,
  TextField,
  UuidField,
} from '../fields/fields';
import { CommaListField, ListField, ObjectField, SortField } from '../fields/nested-fields';
import { PageQueryDto } from '../fields/page.dto';
import { HttpProblem } from '../problem/http-problem';
import { EmptyDto } from './empty.dto';
import { createValidationPipe } from './validation-pipe';

class YearDto {
  @IntField({ min: 2000, max: 2100 }) year!: number;
  @CentsField() requestedCents!: number;
}
class ContactDto {
  @EmailField({ nullable: true }) email!: string | null;
}
class BodyDto {
  @TextField({ max: 20, optional: true }) title?: string;
  @TextField({ max: 50, multiline: true, optional: true }) purpose?: string;
  @DayField({ optional: true }) start?: LocalDate;
  @MomentField({ optional: true }) at?: string;
  @UuidField({ optional: true }) id?: string;
  @NumberField({ min: 0, max: 5, decimals: 2, optional: true }) fte?: number;
  @EnumField(['A', 'B'], { optional: true }) kind?: string;
  @ListField(() => YearDto, { max: 3, optional: true }) years?: YearDto[];
  @ListField('uuid', { min: 1, optional: true }) ids?: string[];
  @ObjectField(() => ContactDto, { optional: true }) contact?: ContactDto;
}
class QueryDto extends PageQueryDto {
  @SortField(['name']) sort?: string;
  @CommaListField(['DRAFT', 'DONE']) state?: string[];
}

const pipe = createValidationPipe();
const read = (value: unknown, metatype: ArgumentMetadata['metatype'] = BodyDto): Promise<unknown> =>
  pipe.transform(value, { type: 'body', metatype });

async function errorsOf(value: unknown, metatype?: ArgumentMetadata['metatype']): Promise<unknown> {
  const refusal: unknown = await read(value, metatype).catch((error: unknown) => error);
  return refusal instanceof HttpProblem ? refusal.details['errors'] : refusal;
}

describe('a request body', () => {
  it('arrives as an instance of its class, texts in one spelling', async () => {
    const body = await read({
      title: '  A\u0308pfel ',
      purpose: 'eins\r\nzwei',
      years: [{ year: 2026, requestedCents: 1 }],
    });

    expect(body).toBeInstanceOf(BodyDto);
    expect(body).toMatchObject({ title: 'Äpfel', purpose: 'eins\nzwei', years: [{ year: 2026, requestedCents: 1 }] });
  });

  it.each([
    ['an unknown field', { x: 1 }, [{ path: 'x', code: 'input.unknown-field' }]],
    [
      'an unknown field deep inside',
      { years: [{ year: 2026, requestedCents: 1, x: 1 }] },
      [{ path: 'years[0].x', code: 'input.unknown-field' }],
    ],
    [
      'a wrong amount, with its place',
      {
        years: [
          { year: 2026, requestedCents: 1 },
          { year: 2027, requestedCents: -1 },
        ],
      },
      [{ path: 'years[1].requestedCents', code: 'input.too-small' }],
    ],
    [
      'a fraction of a cent',
      { years: [{ year: 2026, requestedCents: 1.5 }] },
      [{ path: 'years[0].requestedCents', code: 'input.not-a-whole-number' }],
    ],
    [
      'a number written as text',
      { years: [{ year: '2026', requestedCents: 1 }] },
      [{ path: 'years[0].year', code: 'input.not-a-whole-number' }],
    ],
    ['a list that is none', { years: { 0: 1 } }, [{ path: 'years', code: 'input.not-a-list' }]],
    ['an entry that is no object', { years: [7] }, [{ path: 'years[0]', code: 'input.not-an-object' }]],
    ['null where it is not allowed', { title: null }, [{ path: 'title', code: 'input.required' }]],
    ['a missing field', { contact: {} }, [{ path: 'contact.email', code: 'input.required' }]],
    [
      'too many entries',
      { years: Array.from({ length: 4 }, () => ({ year: 2026, requestedCents: 1 })) },
      [{ path: 'years', code: 'input.too-many' }],
    ],
    ['too long a text', { title: 'x'.repeat(21) }, [{ path: 'title', code: 'input.too-long' }]],
    ['a line break in one line', { title: 'a\nb' }, [{ path: 'title', code: 'input.forbidden-character' }]],
    ['a bidi override', { purpose: 'a\u202eb' }, [{ path: 'purpose', code: 'input.forbidden-character' }]],
    ['a day that does not exist', { start: '2026-02-30' }, [{ path: 'start', code: 'input.not-a-day' }]],
    ['a day with a time', { start: '2026-02-03T00:00:00Z' }, [{ path: 'start', code: 'input.not-a-day' }]],
    ['a moment without zone', { at: '2026-03-02T09:00:00' }, [{ path: 'at', code: 'input.not-a-moment' }]],
    ['too many decimals', { fte: 0.123 }, [{ path: 'fte', code: 'input.too-many-decimals' }]],
    ['an unknown option', { kind: 'C' }, [{ path: 'kind', code: 'input.not-an-option' }]],
    ['an empty list where one is needed', { ids: [] }, [{ path: 'ids', code: 'input.too-few' }]],
    ['an id that is none', { id: '1' }, [{ path: 'id', code: 'input.not-a-uuid' }]],
  ])('is refused for %s', async (_name, body, errors) => {
    expect(await errorsOf(body)).toEqual(errors);
  });

  it('may hold null where it says so', async () => {
    await expect(read({ contact: { email: null } })).resolves.toMatchObject({ contact: { email: null } });
  });

  it('must be empty where nothing is asked for', async () => {
    await expect(read({}, EmptyDto)).resolves.toEqual({});
    expect(await errorsOf({ a: 1 }, EmptyDto)).toEqual([{ path: 'a', code: 'input.unknown-field' }]);
  });
});

describe('a query', () => {
  it('has defaults, and reads numbers and lists', async () => {
    expect(await read({}, QueryDto)).toMatchObject({ page: 1, pageSize: 50 });
    expect(await read({ page: '3', pageSize: '10', sort: '-name', state: 'DRAFT,DONE' }, QueryDto)).toMatchObject({
      page: 3,
      pageSize: 10,
      sort: '-name',
      state: ['DRAFT', 'DONE'],
    });
  });

  it.each([
    ['an unknown name', { foo: '1' }, [{ path: 'foo', code: 'input.unknown-field' }]],
    ['an unknown sort field', { sort: 'id' }, [{ path: 'sort', code: 'input.unknown-sort' }]],
    ['page 0', { page: '0' }, [{ path: 'page', code: 'input.too-small' }]],
    ['a page that is no number', { page: '1e3' }, [{ path: 'page', code: 'input.not-a-whole-number' }]],
    ['more than 200 rows', { pageSize: '201' }, [{ path: 'pageSize', code: 'input.too-big' }]],
    ['an unknown state', { state: 'DRAFT,X' }, [{ path: 'state', code: 'input.not-an-option' }]],
  ])('is refused for %s', async (_name, query, errors) => {
    expect(await errorsOf(query, QueryDto)).toEqual(errors);
  });
});
