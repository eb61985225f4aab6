import type { ConformanceCase } from '../case';

const to = '+4532123456';
const projectId = '65f0c0ffee0ddba11ca12000';

function sent(name: string, variables: unknown, arrives: unknown = variables): ConformanceCase {
  return { name, call: { to, variables }, body: { to, variables: arrives }, result: { variables: arrives } };
}

function refused(name: string, variables: unknown, reason: string): ConformanceCase {
  const error = { code: 'invalid-variables', outcome: 'not-placed', field: 'variables', reason } as const;
  return { name, call: { to, variables }, arrives: [], error };
}

function field(name: string, agentVariables: Record<string, unknown>, arrives: unknown): ConformanceCase {
  return {
    name,
    connection: { projectId },
    sandbox: { projectId },
    call: { to, agentVariables },
    body: { to, variables: arrives },
    result: { variables: arrives },
  };
}

function refusedField(
  name: string,
  agentVariables: Record<string, unknown>,
  reason: string,
): ConformanceCase {
  return {
    name,
    connection: { projectId },
    sandbox: { projectId },
    call: { to, agentVariables },
    arrives: [],
    error: { code: 'invalid-variables', outcome: 'not-placed', field: 'variables', reason },
  };
}

export const variableCases: readonly ConformanceCase[] = [
  { name: 'no variables', call: { to }, body: { to }, result: { variables: null } },
  { name: 'empty object', call: { to, variables: {} }, body: { to }, result: { variables: null } },
  sent('text', { user_name: 'Ada' }),
  sent('007 stays text', { code: '007' }),
  sent('curly braces arrive unchanged', { greeting: 'Hello {{bundle.inputData.x}} {{name}} {x}' }),
  sent('accents, emoji and other scripts', { note: 'Bjørk 你好 👋🏽 ‏שלום' }),
  sent('line breaks, quotes and backslashes', { note: 'a\nb\t"c" \\ d\u2028e' }),
  sent('empty text is sent', { note: '' }),
  sent('many variables', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`v${i}`, String(i)]))),
  sent('100 kB of text', { note: 'x'.repeat(100_000) }),
  refused('1 MB of text', { note: 'x'.repeat(1_000_000) }, 'too-large'),
  refused(
    '10,000 variables',
    Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`v${i}`, ''])),
    'too-many',
  ),
  refused('a built-in name', { user_id: 'x' }, 'built-in-name'),
  refused('a name with a blank', { 'first name': 'Ada' }, 'invalid-name'),
  refused('a name with a dash', { 'first-name': 'Ada' }, 'invalid-name'),
  refused('a name that starts with a digit', { '1st': 'Ada' }, 'invalid-name'),
  refused('a name with an accent', { prénom: 'Ada' }, 'invalid-name'),
  refused('__proto__', JSON.parse('{"__proto__": {"polluted": "yes"}}'), 'reserved-name'),
  refused('constructor', { constructor: 'x' }, 'reserved-name'),
  field('text variable', { user_name: 'Ada' }, { user_name: 'Ada' }),
  field('number variable from text', { open_invoices: '12.5' }, { open_invoices: 12.5 }),
  field('number variable with zeros in front', { open_invoices: '007' }, { open_invoices: 7 }),
  field('boolean variable from a word', { is_premium: 'Yes' }, { is_premium: true }),
  field('list variable', { order_numbers: ['A1', 'B2'] }, { order_numbers: ['A1', 'B2'] }),
  field(
    'empty field is sent as empty text',
    { user_name: '', open_invoices: '' },
    { user_name: '', open_invoices: '' },
  ),
  field(
    'a variable that the agent no longer has',
    { gone: 'x', user_name: 'Ada' },
    { gone: 'x', user_name: 'Ada' },
  ),
  refusedField('n/a is no number', { open_invoices: 'n/a' }, 'not-a-number'),
  refusedField('a comma is no decimal point', { open_invoices: '1,5' }, 'not-a-number'),
  refusedField('a number too large to be exact', { open_invoices: '12345678901234567890' }, 'not-a-number'),
  refusedField('maybe is no boolean', { is_premium: 'maybe' }, 'not-a-boolean'),
];
