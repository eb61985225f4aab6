import type { INodeParameters } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { runNode } from './support';

let engine: N8nEngine;
let sandbox: Sandbox;

beforeAll(async () => {
  engine = await createN8nEngine();
});

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

async function variablesSent(parameters: INodeParameters, item: object = {}): Promise<unknown> {
  await runNode(engine, sandbox, parameters, { items: [{ to: '+4532123456', ...item }] });
  return sandbox.calls[0]?.variables;
}

function mapper(value: INodeParameters | null, rest: object = {}): INodeParameters {
  const schema = ['user_name', 'open_invoices', 'is_premium'].map((id) => ({
    id,
    displayName: id,
    required: false,
    defaultMatch: false,
    display: true,
    type: 'string',
  }));
  const agentVariables = { mappingMode: 'defineBelow', value, matchingColumns: [], schema, ...rest };
  return { variablesMode: 'agent', agentVariables };
}

test('rows of names and values, with expressions of any type', async () => {
  const variable = [
    { name: 'first_name', value: '={{ $json.name }}' },
    { name: 'visits', value: '={{ $json.visits }}' },
    { name: 'plain', value: '007' },
    { name: '', value: '' },
  ];
  const sent = await variablesSent(
    { variablesMode: 'fields', variableFields: { variable } },
    { name: 'Ada', visits: 3 },
  );
  expect(sent).toEqual({ first_name: 'Ada', visits: 3, plain: '007' });
});

test('JSON as text, and as an object from an expression', async () => {
  expect(
    await variablesSent({ variablesMode: 'json', variablesJson: '{"a": [1, null], "b": {"c": true}}' }),
  ).toEqual({
    a: [1, null],
    b: { c: true },
  });
  await sandbox.close();
  sandbox = await startSandbox();
  const json = { variablesMode: 'json', variablesJson: '={{ $json.all }}' };
  expect(await variablesSent(json, { all: { x: 1 } })).toEqual({ x: 1 });
});

test('a date of n8n becomes its ISO text', async () => {
  const variable = [{ name: 'due', value: '={{ DateTime.fromISO("2026-11-22T10:00:00Z").toUTC() }}' }];
  expect(await variablesSent({ variablesMode: 'fields', variableFields: { variable } })).toEqual({
    due: '2026-11-22T10:00:00.000Z',
  });
});

test('mapped fields are converted after the agent’s types; untouched ones are not sent', async () => {
  const sent = await variablesSent(
    mapper({ user_name: '={{ $json.code }}', open_invoices: '={{ "12" }}', is_premium: null }),
    {
      code: '007',
    },
  );
  expect(sent).toEqual({ user_name: '007', open_invoices: 12 });
});

test('a mapped field whose value is empty is sent as empty text', async () => {
  expect(
    await variablesSent(mapper({ user_name: '={{ $json.none }}', open_invoices: '' }), { none: '' }),
  ).toEqual({
    user_name: '',
    open_invoices: '',
  });
});

test('automatic mapping sends an empty field as empty: a value of the last call would stay otherwise', async () => {
  const parameters = mapper(null, { mappingMode: 'autoMapInputData' });
  expect(await variablesSent(parameters, { user_name: null })).toEqual({ user_name: '' });
});

test('automatic mapping takes the item’s fields of the same names', async () => {
  const parameters = mapper(null, { mappingMode: 'autoMapInputData' });
  expect(await variablesSent(parameters, { user_name: 'Ada', open_invoices: '2', other: 'x' })).toEqual({
    user_name: 'Ada',
    open_invoices: 2,
  });
});

test('the agent is read once for a whole batch', async () => {
  const items = Array.from({ length: 20 }, (_, i) => ({ to: `+45321234${10 + i}`, name: `n${i}` }));
  const run = await runNode(engine, sandbox, mapper({ user_name: '={{ $json.name }}' }), { items });
  expect(outputOf(run)).toHaveLength(20);
  expect(sandbox.requests.filter(({ path }) => path.includes('/export'))).toHaveLength(1);
  expect(sandbox.calls.map(({ variables }) => variables).sort()).toEqual(
    items.map(({ name }) => ({ user_name: name })).sort(),
  );
});
