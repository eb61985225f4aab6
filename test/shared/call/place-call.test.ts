import fc from 'fast-check';
import type { CallError, CallResult, Caller, PlaceSettings, RawCall } from '../../../shared';
import { answer, startSandbox, type Sandbox } from '../../sandbox';
import { nodeHost } from '../../support/core-host';
import { callerWith } from '../caller-with';
import { rejectionOf } from '../refusal';

let sandbox: Sandbox;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
});
afterAll(() => sandbox.close());

async function place(change: RawCall = {}, settings: PlaceSettings = {}): Promise<CallResult> {
  const call = await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456', ...change });
  return await caller.place(call, settings);
}

function refusedCall(change: RawCall = {}): Promise<CallError> {
  return rejectionOf(place(change));
}

function versions(): Array<string | undefined> {
  return sandbox.requests.map(({ path }) => path.split('/')[1]);
}

describe('an accepted call', () => {
  it('has a result without gaps', async () => {
    const result = await place({ variables: { user_name: 'Ada' } });
    expect(result).toMatchObject({
      id: expect.stringMatching(/^call_[0-9a-z]{20}$/) as string,
      status: 'accepted',
      to: '+4532123456',
      country: 'DK',
      numberValid: true,
      variables: { user_name: 'Ada' },
      httpStatus: 200,
      response: { status: 'ok' },
      attempts: 1,
    });
    expect(result.requestedAt).toBe(new Date(result.requestedAt ?? '').toISOString());
    expect(Object.values(result)).not.toContain(undefined);
    expect(sandbox.calls).toHaveLength(1);
  });

  it('has an id of its own', async () => {
    const ids = [await place(), await place({ to: '+4532123457' })].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('carries any variables to the server as they were given', async () => {
    const names = fc.stringMatching(/^[a-z_]{1,12}[0-9]$/);
    const values = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(names, values, { minKeys: 1, noNullPrototype: true }),
        async (variables) => {
          sandbox.reset();
          const result = await place({ variables });
          expect(sandbox.requests).toHaveLength(1);
          expect(JSON.parse(sandbox.requests[0]?.body.toString() ?? '')).toEqual({
            to: '+4532123456',
            variables,
          });
          expect(result.variables).toEqual(variables);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each<[string, RawCall, object]>([
    ['no variables', {}, {}],
    ['answering machines told apart', { detectAnsweringMachine: 'yes' }, { amd: true }],
    ['answering machines not told apart', { detectAnsweringMachine: 'no' }, { amd: false }],
  ])('says what was set, and leaves the rest to Voiceflow: %s', async (_name, change, more) => {
    await place(change);
    expect(JSON.parse(sandbox.requests[0]?.body.toString() ?? '')).toEqual({ to: '+4532123456', ...more });
  });

  it('goes to Voiceflow’s cloud where no other server is set', async () => {
    const { http } = nodeHost(sandbox.apiKey);
    const origins: string[] = [];
    caller = callerWith(
      { apiKey: sandbox.apiKey },
      {
        // Nothing here may leave the machine.
        http: (request, signal) => {
          const { origin, pathname } = new URL(request.url);
          origins.push(origin);
          return http({ ...request, url: sandbox.url + pathname }, signal);
        },
      },
    );
    await place();
    expect(origins).toEqual(['https://runtime-api.voiceflow.com']);
    expect(sandbox.calls).toHaveLength(1);
  });

  it('stays accepted, whatever JSON its answer is', async () => {
    const body = `${'['.repeat(100)}${']'.repeat(100)}`;
    sandbox.script(answer(200, { body }), answer(299, { body: '5' }));
    await expect(place()).resolves.toMatchObject({ status: 'accepted', response: null });
    await expect(place()).resolves.toMatchObject({ status: 'accepted', response: 5, httpStatus: 299 });
  });

  it('may have waited for a free line', async () => {
    sandbox.script(answer(429), answer(200));
    await expect(place({}, { waitForFreeLineMs: 60_000 })).resolves.toMatchObject({
      status: 'accepted',
      attempts: 2,
    });
    expect(sandbox.calls).toHaveLength(1);
  });

  it('shows no key that the server repeats', async () => {
    sandbox.script(answer(200, { body: JSON.stringify({ echo: sandbox.apiKey, id: 'x' }) }));
    const result = await place();
    expect(result.response).toEqual({ echo: '[hidden]', id: 'x' });
  });
});

describe('the version of the API', () => {
  it('that worked is kept for the rest of the run', async () => {
    const other = await startSandbox({ dialects: ['v1'] });
    try {
      const batch = callerWith({ apiKey: other.apiKey, baseUrl: other.url });
      for (const to of ['+4532123456', '+4532123457', '+4532123458']) {
        await batch.place(await batch.prepare({ outboundApi: other.phoneNumberId, to }));
      }
      expect(other.requests.map(({ path }) => path.split('/')[1])).toEqual(['v1alpha1', 'v1', 'v1', 'v1']);
      expect(other.calls).toHaveLength(3);
    } finally {
      await other.close();
    }
  });

  it('is not forgotten because of a later failure, and not kept after one', async () => {
    sandbox.script(answer(404), answer(404), answer(200));
    await refusedCall();
    await place();
    expect(versions()).toEqual(['v1alpha1', 'v1', 'v1alpha1']);
  });

  it('is not changed where the person has chosen it', async () => {
    sandbox.script(answer(404));
    const outboundApi = `${sandbox.url}/v1/phone-number/${sandbox.phoneNumberId}/outbound`;
    expect(await refusedCall({ outboundApi })).toMatchObject({ code: 'not-found' });
    expect(versions()).toEqual(['v1']);
  });

  it.each([400, 402, 403, 422, 500, 503])('is no reason for a second request after %d', async (status) => {
    sandbox.script(answer(status));
    await refusedCall();
    expect(versions()).toEqual(['v1alpha1']);
  });
});

it('a dry run sends nothing and finds the same faults', async () => {
  await expect(place({ dryRun: true })).resolves.toMatchObject({ status: 'validated', attempts: 0 });
  expect((await refusedCall({ dryRun: true, to: '112' })).reason).toBe('emergency-or-short');
  expect(sandbox.requests).toEqual([]);
});
