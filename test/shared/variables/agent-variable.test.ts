import fc from 'fast-check';
import { readAgentVariables } from '../../../shared/variables/agent-variable';
import { checkVariableName } from '../../../shared/variables/variable-name';
import { agentVariables, BUILT_IN_NAMES, SECRET_MARKER, systemVariables } from '../../sandbox';
import { agentExport } from '../../sandbox/agent-export';
import { hostile } from '../hostile';

const own = [
  'account_type',
  'appointment',
  'is_premium',
  'open_invoices',
  'order_numbers',
  'scores',
  'user_name',
];

describe('the export of an agent', () => {
  it('gives the agent’s own variables, by name, with type and description', () => {
    const variables = readAgentVariables(agentExport('65f0c0ffee0000000000cafe', agentVariables, false));
    expect(variables?.map(({ name }) => name)).toEqual(own);
    expect(variables).toContainEqual({
      name: 'open_invoices',
      description: 'How many invoices are unpaid',
      datatype: 'number',
      isArray: false,
    });
    expect(variables).toContainEqual({
      name: 'order_numbers',
      description: 'The orders to talk about',
      datatype: 'text',
      isArray: true,
    });
  });

  it('of the old form gives plain names', () => {
    const variables = readAgentVariables(agentExport('65f0c0ffee0000000000cafe', agentVariables, true));
    expect(variables?.map(({ name }) => name)).toEqual(own);
    for (const entry of variables ?? []) {
      expect(entry).toMatchObject({ description: null, datatype: 'any', isArray: false });
    }
  });

  it.each([true, false])('gives none of its secrets away (old form: %j)', (legacy) => {
    const variables = readAgentVariables(agentExport('65f0c0ffee0000000000cafe', agentVariables, legacy));
    expect(JSON.stringify(variables)).not.toContain(SECRET_MARKER);
    expect(JSON.stringify(variables)).not.toContain('decoy');
    expect(Object.keys(variables?.[0] ?? {}).sort()).toEqual(['datatype', 'description', 'isArray', 'name']);
  });

  it('has no variables of its own if all of them are built in', () => {
    expect(readAgentVariables({ variables: systemVariables })).toEqual([]);
    expect(readAgentVariables({ version: { variables: [...BUILT_IN_NAMES] } })).toEqual([]);
    expect(readAgentVariables({ variables: [] })).toEqual([]);
  });

  it('prefers the list at the root', () => {
    expect(
      readAgentVariables({ variables: ['new_one'], version: { variables: ['old_one'] } })?.map(
        ({ name }) => name,
      ),
    ).toEqual(['new_one']);
  });

  it.each([
    ['no name', {}],
    ['a name that is no text', { name: 5 }],
    ['a name that nobody could send', { name: 'first name' }],
    ['a name with an accent', { name: 'prénom' }],
    ['a built-in name that is not marked', { name: 'user_id', system: null }],
    ['a mark of the system', { name: 'mine', system: 'mine' }],
    ['a name that objects use themselves', { name: 'constructor' }],
    ['nothing', null],
    ['a number', 5],
    ['a list', ['mine']],
  ])('leaves out an entry with %s', (_name, entry) => {
    expect(readAgentVariables({ variables: [entry, { name: 'kept' }] })).toEqual([
      { name: 'kept', description: null, datatype: 'any', isArray: false },
    ]);
  });

  it.each([
    [{ description: '  Trimmed ' }, { description: 'Trimmed' }],
    [{ description: ' ' }, { description: null }],
    [{ description: 5 }, { description: null }],
    [{ datatype: 5 }, { datatype: 'any' }],
    [{ isArray: 'true' }, { isArray: false }],
    [{ isArray: true }, { isArray: true }],
  ])('reads %j as %j', (given, expected) => {
    const plain = { name: 'mine', description: null, datatype: 'any', isArray: false };
    expect(readAgentVariables({ variables: [{ name: 'mine', ...given }] })).toEqual([
      { ...plain, ...expected },
    ]);
  });

  it.each([null, undefined, 'x', 5, [], {}, { variables: 'x' }, { variables: null }, { version: 5 }])(
    'is not %j',
    (input) => {
      expect(readAgentVariables(input)).toBeNull();
    },
  );
});

it('never throws, and never gives a name that cannot be sent, whatever comes in', () => {
  fc.assert(
    fc.property(hostile, fc.array(hostile), (input, entries) => {
      for (const exported of [input, { variables: entries }, { version: { variables: entries } }]) {
        for (const { name } of readAgentVariables(exported) ?? []) {
          if (name.length <= 128) expect(() => checkVariableName(name)).not.toThrow();
        }
      }
    }),
  );
});
