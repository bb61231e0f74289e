import { assertBudgetConfirmer, assertDecider } from '@wir/applications/domain';
import { assertSignable } from '@wir/decisions/domain';
import { assertBankConfirmer, assertOrderer } from '@wir/disbursements/domain';
import { delegationFor, withRepresented, type ActiveDelegation } from '@wir/identity/domain';
import { DomainError } from '@wir/shared/kernel';
import fc from 'fast-check';

const ROLES = ['CASE_WORKER', 'HEAD_OF_UNIT', 'BUDGET_OFFICER', 'PAYMENT_ORDERER'] as const;
type Role = (typeof ROLES)[number];

/** Nine accounts of six people: three of them have two. */
const PERSON_OF = ['ada', 'ada', 'ben', 'ben', 'cleo', 'cleo', 'dora', 'emil', 'finn'] as const;

/** Each act of the main flow that four eyes are about, with the role that does it. */
const ACTS = {
  recommend: 'CASE_WORKER',
  confirmBudget: 'BUDGET_OFFICER',
  decide: 'HEAD_OF_UNIT',
  draft: 'CASE_WORKER',
  cosign: 'CASE_WORKER',
  sign: 'HEAD_OF_UNIT',
  proposeBank: 'CASE_WORKER',
  confirmBank: 'CASE_WORKER',
  check: 'CASE_WORKER',
  order: 'PAYMENT_ORDERER',
} as const satisfies Record<string, Role>;
type Act = keyof typeof ACTS;

type Step =
  | { readonly kind: 'act'; readonly act: Act; readonly account: number; readonly stale: boolean }
  | { readonly kind: 'grant' | 'withdraw'; readonly account: number; readonly role: Role }
  | { readonly kind: 'delegate' | 'revoke'; readonly from: number; readonly to: number; readonly role: Role };

const account = fc.nat(PERSON_OF.length - 1);
const role = fc.constantFrom(...ROLES);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      act: fc.constantFrom(...(Object.keys(ACTS) as Act[])),
      account,
      stale: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('grant' as const, 'withdraw' as const), account, role }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('delegate' as const, 'revoke' as const),
      from: account,
      to: account,
      role,
    }),
  },
);

/** What the records of a case keep: who acted, he himself and whom he represented. */
type Took = readonly string[] | null;

class House {
  readonly roles = PERSON_OF.map((_, index) => new Set<Role>([ROLES[index % ROLES.length] ?? 'CASE_WORKER']));
  readonly delegations = new Set<string>();
  took: Partial<Record<Act, Took>> = {};
  /** Natural persons at the keyboard, act by act: what the rules are about in the end. */
  hands: Partial<Record<Act, string>> = {};
  version = 0;
  signedVersion: number | null = null;
  cosignedVersion: number | null = null;

  /** A case whose notice is signed: half of the runs are about its money. */
  static signed(): House {
    const house = new House();
    house.took = {
      recommend: ['dora'],
      confirmBudget: ['emil'],
      decide: ['finn'],
      draft: ['dora'],
      cosign: ['dora'],
      sign: ['finn'],
    };
    house.hands = {
      recommend: 'dora',
      confirmBudget: 'emil',
      decide: 'finn',
      draft: 'dora',
      cosign: 'dora',
      sign: 'finn',
    };
    house.version = house.cosignedVersion = house.signedVersion = 1;
    return house;
  }

  apply(step: Step): void {
    switch (step.kind) {
      case 'grant':
        this.roles[step.account]?.add(step.role);
        return;
      case 'withdraw':
        this.roles[step.account]?.delete(step.role);
        return;
      case 'delegate':
        if (PERSON_OF[step.from] !== PERSON_OF[step.to]) this.delegations.add(`${step.from} ${step.to} ${step.role}`);
        return;
      case 'revoke':
        this.delegations.delete(`${step.from} ${step.to} ${step.role}`);
        return;
      case 'act':
        this.act(step);
    }
  }

  /** As the use cases do it: right first, then order of the steps, then the rule of the domain, then the record. */
  private act({ act, account: index, stale }: Extract<Step, { kind: 'act' }>): void {
    const personId: string = PERSON_OF[index] ?? '';
    const ownRoles: string[] = [...(this.roles[index] ?? [])];
    const delegations = this.delegationsTo(index);
    const deputyFor = delegationFor({ ownRoles, delegations }, [ACTS[act]]);
    if (!ownRoles.includes(ACTS[act]) && deputyFor === null) return;
    const acting = withRepresented(personId, deputyFor);
    try {
      if (!this.isOpen(act)) return;
      this.prove(act, acting, stale);
    } catch (error) {
      if (error instanceof DomainError) return;
      throw error;
    }
    this.record(act, acting, personId);
  }

  private delegationsTo(index: number): ActiveDelegation[] {
    return [...this.delegations].flatMap((text) => {
      const [from, to, lent] = text.split(' ');
      const absent = this.roles[Number(from)];
      if (Number(to) !== index || !absent?.has(lent as Role)) return [];
      const person: string = PERSON_OF[Number(from)] ?? '';
      return [{ role: String(lent), personId: person, name: person }];
    });
  }

  private isOpen(act: Act): boolean {
    const done = (...acts: Act[]): boolean => acts.every((each) => this.took[each]);
    switch (act) {
      case 'recommend':
        return !done('recommend');
      case 'confirmBudget':
        return done('recommend') && !done('confirmBudget');
      case 'decide':
        return done('confirmBudget') && !done('decide');
      case 'draft':
        return done('decide') && this.cosignedVersion === null;
      case 'cosign':
        return done('draft') && this.cosignedVersion === null;
      case 'sign':
        return this.cosignedVersion !== null && !done('sign');
      case 'proposeBank':
        return done('sign') && !done('order');
      case 'confirmBank':
        return done('proposeBank') && !done('confirmBank');
      case 'check':
        return done('confirmBank') && !done('check');
      case 'order':
        return done('check') && !done('order');
    }
  }

  private prove(act: Act, acting: readonly string[], stale: boolean): void {
    const of = (each: Act): readonly string[] => this.took[each] ?? [];
    if (act === 'confirmBudget') assertBudgetConfirmer(acting, of('recommend'));
    if (act === 'decide') assertDecider(acting, of('recommend'), of('confirmBudget'));
    if (act === 'sign') {
      const seen = String(stale ? this.version - 1 : this.version);
      assertSignable(
        { persons: acting, documentSha256: seen },
        { drafters: of('draft'), documentSha256: String(this.cosignedVersion) },
      );
    }
    if (act === 'confirmBank') assertBankConfirmer(acting, of('proposeBank'));
    if (act === 'order') assertOrderer(acting, of('check'), [...of('proposeBank'), ...of('confirmBank')]);
  }

  private record(act: Act, acting: readonly string[], personId: string): void {
    // Every drafter counts, not the last one only.
    this.took[act] = act === 'draft' ? [...(this.took.draft ?? []), ...acting] : acting;
    this.hands[act] = personId;
    if (act === 'draft') this.version += 1;
    if (act === 'cosign') this.cosignedVersion = this.version;
    if (act === 'sign') this.signedVersion = this.version;
    if (act === 'proposeBank') {
      this.took.confirmBank = null;
      this.took.check = null;
    }
  }

  /** What must never be, said once more and without the functions that are to be tested. */
  faults(): string[] {
    const { recommend, confirmBudget, decide, draft, sign, proposeBank, confirmBank, check, order } = this.took;
    const shared = (a: Took | undefined, b: Took | undefined): boolean =>
      (a ?? []).some((person) => (b ?? []).includes(person));
    const rules: [string, boolean][] = [
      ['reviewer confirmed the budget', shared(recommend, confirmBudget)],
      ['reviewer decided', shared(recommend, decide)],
      ['who confirmed the budget decided', shared(confirmBudget, decide)],
      ['drafter signed', shared(draft, sign)],
      ['proposer confirmed the bank data', shared(proposeBank, confirmBank)],
      ['checker ordered', shared(check, order)],
      ['who touched the bank data ordered', shared(proposeBank, order) || shared(confirmBank, order)],
      [
        'award by fewer than two people',
        Boolean(decide) && people(this.hands, ['recommend', 'confirmBudget', 'decide']) < 2,
      ],
      ['order by fewer than two people', Boolean(order) && people(this.hands, ['check', 'order']) < 2],
      ['another version signed than cosigned', sign !== undefined && this.signedVersion !== this.cosignedVersion],
    ];
    return rules.filter(([, broken]) => broken).map(([name]) => name);
  }
}

function people(hands: Partial<Record<Act, string>>, acts: readonly Act[]): number {
  return new Set(acts.map((act) => hands[act]).filter(Boolean)).size;
}

/** C7: sequences over people, second accounts, deputies and roles that change in between. */
describe('four eyes', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const RUNS = 1_000;

  it('are two natural persons, whatever accounts, deputies and roles they use', () => {
    let awards = 0;
    let orders = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 80, maxLength: 260, size: 'max' }), (isSigned, steps) => {
        const house = isSigned ? House.signed() : new House();
        for (const each of steps) house.apply(each);
        awards += house.took.decide ? 1 : 0;
        orders += house.took.order ? 1 : 0;
        expect(house.faults()).toEqual([]);
      }),
      { numRuns: RUNS, seed },
    );

    process.stdout.write(
      `${JSON.stringify({ id: 'C7', value: 0, limit: 0, pass: true, seed, n: RUNS, awards, orders })}\n`,
    );
    // A model in which nobody ever gets that far would prove nothing.
    expect(awards).toBeGreaterThan(RUNS / 10);
    expect(orders).toBeGreaterThan(RUNS / 20);
  });
});
