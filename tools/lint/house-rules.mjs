/** The part of CONTRIBUTING's house rules that a linter can see. */
export const houseRules = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 70, skipComments: true }],
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  '@typescript-eslint/array-type': 'off',
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/consistent-indexed-object-style': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-extraneous-class': 'off',
  // Decorators read the written type; without it they see Object.
  '@typescript-eslint/no-inferrable-types': 'off',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

const ban = (selector, message) => ({ selector, message });
const TYPE_MESSAGE = 'What is exported states its return type: the reader need not open the function.';
const VALUES_BESIDE = 'Values go beside the statement, never into it.';
const STATEMENT = 'CallExpression[callee.property.name=/^(query|execute|queryOne)$/] > TemplateLiteral';
const FLOAT_MESSAGE = 'Money is whole cents: use the named functions of @wir/shared/kernel.';

export const syntaxBans = {
  everywhere: [
    ban('CallExpression[callee.name="parseFloat"]', FLOAT_MESSAGE),
    ban('CallExpression[callee.property.name="parseFloat"]', FLOAT_MESSAGE),
    ban('CallExpression[callee.property.name="toFixed"]', FLOAT_MESSAGE),
    ban(
      'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
      'A test that does not run proves nothing.',
    ),
  ],
  types: [
    ban('ExportNamedDeclaration > FunctionDeclaration:not([returnType])', TYPE_MESSAGE),
    ban(
      'ExportNamedDeclaration > ClassDeclaration > ClassBody > MethodDefinition[kind="method"][accessibility!="private"] > FunctionExpression:not([returnType])',
      TYPE_MESSAGE,
    ),
  ],
  domain: [
    ban(
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'The domain has no clock: take the moment as an argument.',
    ),
    ban('CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'The domain has no clock.'),
    ban('CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'The domain has no chance.'),
  ],
  /** What turns text into code or markup, and chance or ciphers that are not meant for secrets (ASVS V1, V11). */
  safety: [
    ban(
      'AssignmentExpression > MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
      'Text becomes markup: use textContent or a template.',
    ),
    ban(
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|parseFromString|write|writeln)$/]:matches([callee.object.name="document"], [callee.property.name=/HTML|Fragment|FromString/])',
      'Text becomes markup: use textContent or a template.',
    ),
    ban('CallExpression[callee.property.name=/^bypassSecurityTrust/]', 'Nothing passes by the sanitizer of Angular.'),
    ban('CallExpression[callee.name="eval"]', 'Text is no code.'),
    ban('NewExpression[callee.name="Function"]', 'Text is no code.'),
    ban(
      'CallExpression[callee.name=/^set(Timeout|Interval)$/][arguments.0.type="Literal"]',
      'Text is no code: hand over a function.',
    ),
    ban('MemberExpression[object.name="Math"][property.name="random"]', 'Chance that can be guessed: use node:crypto.'),
    ban(
      'Literal[value=/^(aes-?\\d+|des|rc4|bf|camellia|chacha20)(-\\w+)*$/i]:not([value="aes-256-gcm"])',
      'One cipher: aes-256-gcm, which also notices changes.',
    ),
    ban(
      'CallExpression[callee.name=/^create(Hash|Hmac)$/][arguments.0.value=/^(md|sha-?1$|ripemd)/i]',
      'SHA-256 or better.',
    ),
    // Constants and parts chosen by orderBy may stand in a statement; what a request brought may not.
    ban(
      `${STATEMENT} > MemberExpression[object.name=/^(query|request|body|dto|input|params|filters?|file)$/]`,
      VALUES_BESIDE,
    ),
    ban(
      `${STATEMENT} > Identifier[name=/^(id|ids|value|search|sort|text|name|code|state|email|token|reason)$/]`,
      VALUES_BESIDE,
    ),
  ],
  tables: [
    ban(
      'CallExpression[callee.property.name="join"][arguments.0.value=/^[;\\t]$/]',
      'Lines of a table are written by csvLine of @wir/shared/kernel, which keeps formulas out.',
    ),
  ],
  index: [ban('ExportAllDeclaration[exportKind!="type"]', 'Export by name: the index says what others may call.')],
  persistence: [
    ban(
      'MemberExpression[object.name=/dataSource$/i][property.name=/^(manager|query|transaction|getRepository|createQueryRunner)$/]',
      'Only @wir/shared/api opens transactions: without its session the row-level security shows nothing.',
    ),
    ban(
      'MemberExpression[object.property.name=/dataSource$/i][property.name=/^(manager|query|transaction|getRepository|createQueryRunner)$/]',
      'Only @wir/shared/api opens transactions: without its session the row-level security shows nothing.',
    ),
  ],
};

/** A describe block is a chapter, not a function; specs may look at the clock for their seed. */
export const specRules = {
  'max-lines-per-function': 'off',
  'no-restricted-syntax': ['error', ...syntaxBans.everywhere],
};

export const toolRules = {
  eqeqeq: 'error',
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 70, skipComments: true }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'prefer-const': 'error',
  'no-var': 'error',
  'no-console': 'off',
};
