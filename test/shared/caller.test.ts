import { inspect } from 'node:util';
import { startSandbox } from '../sandbox';
import { callerWith } from './caller-with';
import { refusalOf, rejectionOf } from './refusal';

const apiKey = 'VF.DM.65f0c0ffee0ddba11ca11000.CallerKey';

describe('a caller', () => {
  it('is not made for a connection that cannot work', () => {
    expect(refusalOf(() => callerWith({ apiKey: '' })).field).toBe('apiKey');
    expect(refusalOf(() => callerWith({ apiKey, baseUrl: 'http://voiceflow.example' })).field).toBe(
      'baseUrl',
    );
  });

  it('checks, lists, prepares and places over one connection', async () => {
    const sandbox = await startSandbox({ apiKey });
    try {
      const caller = callerWith({ apiKey, baseUrl: sandbox.url, projectId: sandbox.projectId });
      await caller.check();
      await caller.agentVariables();
      const call = await caller.prepare({
        outboundApi: sandbox.phoneNumberId,
        to: '+4532123456',
        agentVariables: { user_name: 'Ada' },
      });
      expect(sandbox.calls).toEqual([]);
      await caller.place(call);
      expect(sandbox.calls).toMatchObject([{ to: '+4532123456', variables: { user_name: 'Ada' } }]);
      expect(sandbox.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
    } finally {
      await sandbox.close();
    }
  });

  it('asks again for the agent’s variables in the next run only', async () => {
    const sandbox = await startSandbox({ apiKey });
    try {
      const raw = { apiKey, baseUrl: sandbox.url, projectId: sandbox.projectId };
      await callerWith(raw).agentVariables();
      await callerWith(raw).agentVariables();
      expect(sandbox.requests).toHaveLength(2);
    } finally {
      await sandbox.close();
    }
  });

  it('shows its key in none of its errors', async () => {
    const caller = callerWith({
      apiKey,
      baseUrl: 'http://127.0.0.1:1',
      projectId: '65f0c0ffee0000000000cafe',
    });
    const call = { outboundApi: '65f0c0ffee0ddba11ca11000', to: '+4532123456' };
    const errors = [
      await rejectionOf(caller.check()),
      await rejectionOf(caller.agentVariables()),
      await rejectionOf(caller.prepare({ ...call, to: apiKey })),
      await rejectionOf(caller.prepare({ ...call, outboundApi: `curl -H 'Authorization: ${apiKey}'` })),
      await rejectionOf(caller.prepare({ ...call, variables: apiKey })),
      await rejectionOf(caller.prepare({ ...call, timeout: apiKey })),
      await rejectionOf(caller.prepare(call).then((prepared) => caller.place(prepared))),
    ];
    expect(errors).toHaveLength(7);
    expect(inspect(errors, { depth: null })).not.toContain('CallerKey');
  });
});
