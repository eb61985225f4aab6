/** A call that has ended leaves nothing behind: no timer, and no connection that stays open. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host, RawConnection } from '../../../shared';
import { startSandbox } from '../../sandbox';
import { nodeHost } from '../../support/core-host';
import { callerWith } from '../caller-with';
import { HandClock } from '../http/hand-clock';
import { rejectionOf } from '../refusal';

const apiKey = 'VF.DM.65f0c0ffee0ddba11ca11000.Key';

async function place(raw: RawConnection, powers: Partial<Host>): Promise<unknown> {
  const caller = callerWith(raw, powers);
  return await caller.place(
    await caller.prepare({ outboundApi: '65f0c0ffee0ddba11ca11000', to: '+4532123456' }),
  );
}

test('no timer of an accepted call goes on', async () => {
  const sandbox = await startSandbox({ apiKey });
  try {
    const clock = new HandClock();
    await place({ apiKey, baseUrl: sandbox.url }, { sleep: clock.sleep });
    expect(clock.sleepers.length).toBeGreaterThan(0);
    expect(clock.sleepers.map(({ signal }) => signal.aborted)).not.toContain(false);
  } finally {
    await sandbox.close();
  }
});

test('an answer that comes too late is closed, also where the client cannot end its request', async () => {
  const server = await listen();
  try {
    const { port } = server.address() as AddressInfo;
    const { http } = nodeHost(apiKey);
    const clock = new HandClock();
    const arrived = once(server, 'request');
    const placing = rejectionOf(
      place(
        { apiKey, baseUrl: `http://127.0.0.1:${port}` },
        // As Zapier's client does, it goes on whatever the deadline says.
        { sleep: clock.sleep, http: (request) => http(request, new AbortController().signal) },
      ),
    );
    const [, response] = (await arrived) as Parameters<NonNullable<Parameters<typeof createServer>[1]>>;
    clock.wakeAll();
    expect(await placing).toMatchObject({ outcome: 'unknown' });

    const closed = once(response, 'close');
    // The body has no end: only the client can close this connection.
    response.writeHead(200).write('{"status":');
    await closed;
    expect(response.writableFinished).toBe(false);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(): Promise<Server> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
