import fc from 'fast-check';
import type { CallError, Caller, RawCall } from '../../../shared';
import { startSandbox, type Sandbox } from '../../sandbox';
import { callerWith } from '../caller-with';
import { hostile, hostileScalar } from '../hostile';
import { rejectionOf } from '../refusal';

let sandbox: Sandbox;
let caller: Caller;
let raw: RawCall;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { apiKey, url: baseUrl, projectId } = sandbox;
  caller = callerWith({ apiKey, baseUrl, projectId });
  raw = { outboundApi: sandbox.phoneNumberId, to: '+4532123456' };
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function refusal(change: RawCall): Promise<CallError> {
  return rejectionOf(caller.prepare({ ...raw, ...change }));
}

describe('a call is checked before anything is sent', () => {
  it('needs no more than a number and where to place it', async () => {
    await expect(caller.prepare(raw)).resolves.toMatchObject({
      endpoint: { phoneNumberId: sandbox.phoneNumberId, dialect: null },
      to: { e164: '+4532123456', country: 'DK' },
      variables: {},
      dryRun: false,
      timeoutMs: 20_000,
    });
    expect(sandbox.requests).toEqual([]);
  });

  it('reads switches, numbers and countries as people write them', async () => {
    const written = { to: '32 12 34 56', defaultCountry: ' dk ', dryRun: 'Yes', timeout: '5' };
    await expect(caller.prepare({ ...raw, ...written, detectAnsweringMachine: 'no' })).resolves.toMatchObject(
      {
        to: { e164: '+4532123456' },
        detectAnsweringMachine: false,
        dryRun: true,
        timeoutMs: 5000,
      },
    );
  });

  it.each<[field: string, change: RawCall]>([
    ['outboundApi', { outboundApi: 'my number' }],
    ['to', { to: '112' }],
    ['defaultCountry', { defaultCountry: 'XX' }],
    ['requireValidNumber', { requireValidNumber: 'maybe' }],
    ['detectAnsweringMachine', { detectAnsweringMachine: 'maybe' }],
    ['dryRun', { dryRun: 'maybe' }],
    // There, but without a value: a mistyped expression must not turn a test into a call.
    ['dryRun', { dryRun: undefined }],
    ['requireValidNumber', { requireValidNumber: undefined }],
    ['deduplicationKey', { deduplicationKey: undefined }],
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: 301 }],
    ['timeout', { timeout: 'long' }],
    ['variables', { variables: 'x' }],
    ['variables', { variableRows: [{ name: 'first name', value: 'Ada' }] }],
    ['variables', { agentVariables: { open_invoices: 'n/a' } }],
    ['variables', { agentVariables: { user_id: '' } }],
  ])('names the field to correct: %s of %j', async (field, change) => {
    expect(await refusal(change)).toMatchObject({ field, outcome: 'not-placed' });
    expect(sandbox.calls).toEqual([]);
  });

  it('is a call or a CallError, whatever comes in', async () => {
    const call = fc.record(
      {
        outboundApi: hostile,
        to: hostile,
        defaultCountry: hostile,
        requireValidNumber: hostileScalar,
        variables: hostile,
        detectAnsweringMachine: hostileScalar,
        dryRun: hostileScalar,
        timeout: hostile,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(call, async (change) => {
        const error = await caller.prepare({ ...raw, ...change }).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error !== null) expect(error).toMatchObject({ name: 'CallError', outcome: 'not-placed' });
      }),
    );
    expect(sandbox.requests).toEqual([]);
  });
});

describe('the variables of a call', () => {
  it('are those of the agent, then the free ones, then the rows, in this order', async () => {
    const { variables } = await caller.prepare({
      ...raw,
      variableRows: [{ name: 'row', value: 3 }],
      variables: { free: 2 },
      agentVariables: { user_name: 'Ada', open_invoices: '1' },
    });
    expect(JSON.stringify(variables)).toBe('{"user_name":"Ada","open_invoices":1,"free":2,"row":3}');
  });

  it.each<[name: string, change: RawCall]>([
    ['fields and free ones', { agentVariables: { user_name: 'Ada' }, variables: { user_name: 'Ada' } }],
    ['free ones and rows', { variables: { a: 1 }, variableRows: [{ name: 'a', value: 1 }] }],
  ])('are refused if two inputs set the same one: %s', async (_name, change) => {
    expect((await refusal(change)).reason).toBe('duplicate-name');
  });

  it('leave out fields that nobody touched, and send those that were emptied', async () => {
    const agentVariables = { user_name: undefined, account_type: null, open_invoices: '' };
    const { variables } = await caller.prepare({ ...raw, agentVariables });
    expect(variables).toEqual({ open_invoices: '' });
  });

  it('ask for the agent’s types only if a field is filled', async () => {
    const fresh = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url, projectId: sandbox.projectId });
    await fresh.prepare({ ...raw, agentVariables: { user_name: '' } });
    expect(sandbox.requests).toEqual([]);
    await fresh.prepare({ ...raw, agentVariables: { user_name: 'Ada' } });
    await fresh.prepare({ ...raw, agentVariables: { user_name: 'Grace' } });
    expect(sandbox.requests.map(({ path }) => path)).toEqual(['/v2/versions/production/export']);
  });

  it('that the agent does not have are sent as they come', async () => {
    const { variables } = await caller.prepare({ ...raw, agentVariables: { gone: '007' } });
    expect(variables).toEqual({ gone: '007' });
  });
});
