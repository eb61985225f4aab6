/** What a server repeats of a request must not come back as it was. */
import { answer, startSandbox, type Sandbox } from '../../sandbox';
import { coreCaller } from '../../support/core-host';

const apiKey = 'VF.DM.abc/def.Secret+Tail';
const escaped = apiKey.replaceAll('/', '\\/').replaceAll('+', '\\u002b');

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ apiKey });
});

afterEach(() => sandbox.close());

async function place(): Promise<unknown> {
  const caller = coreCaller({ apiKey, baseUrl: sandbox.url });
  const call = await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456' });
  return await caller.place(call).catch((error: unknown) => error);
}

test.each([
  ['escaped in JSON', `{"message":"bad key ${escaped} here"}`, 'bad key [hidden] here'],
  ['behind Bearer, in compact JSON', `{"message":"No (Bearer ${apiKey})","statusCode":400}`, 'No ([hidden])'],
  ['in plain text', `bad key ${apiKey} here`, 'bad key [hidden] here'],
])('a key %s', async (_, body, detail) => {
  sandbox.script(answer(400, { body }));
  await expect(place()).resolves.toMatchObject({ code: 'rejected', detail });
});

test('a key in the answer to an accepted call', async () => {
  sandbox.script(answer(200, { body: `{"auth":"Bearer ${escaped}","id":"x1"}` }));
  await expect(place()).resolves.toMatchObject({ response: { auth: '[hidden]', id: 'x1' } });
});

test.each(['+4532123456', '+45 32 12 34 56', '004532123456', '(32) 12-34-56', '32123456'])(
  'the number as %s',
  async (notation) => {
    const message = `${'x'.repeat(285)} ${notation} cannot be called`;
    sandbox.script(answer(400, { body: JSON.stringify({ message }) }));
    const error = await place();
    expect(error).toMatchObject({ code: 'rejected' });
    expect(String((error as { detail?: unknown }).detail).replace(/\D/g, '')).not.toContain('3212');
  },
);
