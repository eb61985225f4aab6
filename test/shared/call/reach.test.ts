/** A request that certainly never left is sent again, a few times, since a server may be back in a moment. */
import type { Host } from '../../../shared';
import { answer, startSandbox, type Sandbox } from '../../sandbox';
import { nodeHost } from '../../support/core-host';
import { callerWith } from '../caller-with';
import { rejectionOf } from '../refusal';

let sandbox: Sandbox;
/** The waits between two tries, in milliseconds. */
let waits: number[];
let tries: number;
beforeEach(async () => {
  sandbox = await startSandbox();
  waits = [];
  tries = 0;
});
afterEach(() => sandbox.close());

/** A host that waits for no time, and does something instead. */
function host(whileWaiting: () => Promise<unknown> = () => Promise.resolve()): Partial<Host> {
  const { http, sleep } = nodeHost(sandbox.apiKey);
  return {
    random: () => 0.5,
    sleep: async (ms, signal) => {
      // The deadlines of a call and of a body are of whole seconds.
      if (ms % 1_000 === 0) return await sleep(ms, signal);
      waits.push(ms);
      return await whileWaiting();
    },
    http: (request, signal) => {
      tries += 1;
      return http(request, signal);
    },
  };
}

async function place(powers: Partial<Host>): Promise<unknown> {
  const caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }, powers);
  return await caller.place(await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456' }));
}

test('a server that comes back between two tries gets the call, once', async () => {
  const { url } = sandbox;
  await sandbox.close();
  const comeBack = async (): Promise<void> => {
    if (waits.length === 2) sandbox = await startSandbox({ port: Number(new URL(url).port) });
  };
  await expect(place(host(comeBack))).resolves.toMatchObject({ status: 'accepted' });
  expect(sandbox.requests).toHaveLength(1);
  expect(sandbox.calls).toHaveLength(1);
});

test('a server that stays away is tried three times, with longer waits in between', async () => {
  await sandbox.close();
  expect(await rejectionOf(place(host()))).toMatchObject({ code: 'unreachable', outcome: 'not-placed' });
  expect(tries).toBe(3);
  const [first = NaN, second = NaN] = waits;
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
});

test('a server that goes away before the other version is tried has said more than nobody', async () => {
  sandbox.script(answer(404));
  const powers = host();
  const goAway: Host['http'] = async (request, signal) => {
    const response = await nodeHost(sandbox.apiKey).http(request, signal);
    await sandbox.close();
    return response;
  };
  expect(await rejectionOf(place({ ...powers, http: goAway }))).toMatchObject({ code: 'not-found' });
  expect(sandbox.requests).toHaveLength(1);
});
