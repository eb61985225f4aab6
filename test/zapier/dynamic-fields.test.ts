import { SECRET_MARKER, answer, startSandbox, type Sandbox } from '../sandbox';
import { inputFieldsMethod, runZapier } from '../support/zapier-app';

interface Field {
  key: string;
  label?: string;
  type?: string;
  list?: boolean;
  group?: string;
  helpText?: string;
  choices?: Array<{ value: string; label: string }>;
}

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

async function fields(authData: Record<string, unknown> = {}): Promise<Field[]> {
  const connection = {
    api_key: sandbox.apiKey,
    base_url: sandbox.url,
    project_id: sandbox.projectId,
    ...authData,
  };
  return (await runZapier(inputFieldsMethod, { authData: connection })) as Field[];
}

const ofVariables = ({ key }: Field): boolean => key.startsWith('variable__');

test('there is one field for each variable of the agent, and none for built-in ones', async () => {
  const found = (await fields()).filter(ofVariables);
  expect(found.map(({ key }) => key)).toEqual([
    'variable__account_type',
    'variable__appointment',
    'variable__is_premium',
    'variable__open_invoices',
    'variable__order_numbers',
    'variable__scores',
    'variable__user_name',
  ]);
  expect(found.every(({ type, group }) => type === 'string' && group === 'variables')).toBe(true);
  expect(found.find(({ key }) => key === 'variable__open_invoices')).toMatchObject({
    label: 'open_invoices',
    helpText: 'How many invoices are unpaid. Type: number.',
    list: false,
  });
  expect(found.find(({ key }) => key === 'variable__order_numbers')?.list).toBe(true);
  expect(JSON.stringify(found)).not.toContain(SECRET_MARKER);
  expect(sandbox.calls).toEqual([]);
});

test.each([
  ['without a project id', { project_id: '' }, 'no project ID'],
  ['with a wrong key', { api_key: 'VF.DM.wrong.key' }, 'did not accept the API key'],
  [
    'with a project that is not there',
    { project_id: '65f0c0ffee00000000000bad' },
    'does not know this project',
  ],
  ['without a server', { base_url: 'http://127.0.0.1:1' }, 'could not be reached'],
])('%s, the form says why the fields are missing, and works', async (_, authData, words) => {
  const found = await fields(authData);
  expect(found.some(ofVariables)).toBe(false);
  expect(found.find(({ key }) => key === 'agent_variables_missing')).toMatchObject({ type: 'copy' });
  expect(JSON.stringify(found)).toContain(words);
  expect(found.some(({ key }) => key === 'variables')).toBe(true);
});

test('an agent that was never published shows its draft', async () => {
  sandbox.scriptReads(answer(404));
  expect((await fields()).some(ofVariables)).toBe(true);
  expect(sandbox.requests.map(({ path }) => path)).toEqual([
    '/v2/versions/production/export',
    '/v2/versions/development/export',
  ]);
});

test('the fields stand in an order that makes sense, and countries have names', async () => {
  const found = await fields();
  const keys = found.map(({ key }) => key).filter((key) => !key.startsWith('variable__'));
  expect(keys).toEqual([
    'notice',
    'outbound_api',
    'to',
    'default_country',
    'detect_answering_machine',
    'dry_run',
    'variables',
    'consent',
    'do_not_call',
    'allowed_countries',
    'block_costly_numbers',
    'require_valid_number',
    'calling_hours_start',
    'calling_hours_end',
    'calling_days',
    'time_zone',
    'when_not_allowed',
    'deduplication_key',
    'repeat_window_hours',
  ]);
  expect(found[0]?.helpText).toContain('rings a real phone');
  const country = found.find(({ key }) => key === 'default_country');
  expect(country?.choices).toContainEqual({ value: 'DK', sample: 'DK', label: 'Denmark (DK)' });
  expect(country?.choices?.length).toBeGreaterThan(240);
});
