import fc from 'fast-check';
import {
  createCaller,
  createKeyLocks,
  layeredLedger,
  memoryLedger,
  parseConnection,
  windowLedger,
  type CallOutcome,
  type RecordStore,
} from '../../shared';
import { answer, closeWithoutAnswer, refuse, startSandbox, type Sandbox } from '../sandbox';
import { fastHost } from '../support/fast-host';

/** A process that dies at one of its steps: before or after a question to the store, or a request. */
export interface Crash {
  readonly people: number;
  readonly concurrency: number;
  readonly events: ReadonlyArray<keyof typeof faults>;
  /** Steps of the first process until it dies. */
  readonly diesAt: number;
}

const faults = {
  accepted: answer(200),
  'accepted, 503': answer(503, { accept: true }),
  'accepted, closed': closeWithoutAnswer({ accept: true }),
  closed: closeWithoutAnswer(),
  refused: refuse(400, 'No.'),
};

export const crashes: fc.Arbitrary<Crash> = fc.record({
  people: fc.integer({ min: 1, max: 6 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  events: fc.array(fc.constantFrom(...(Object.keys(faults) as Array<keyof typeof faults>)), { maxLength: 6 }),
  diesAt: fc.nat(60),
});

export interface AfterCrash {
  readonly died: boolean;
  /** How often each person's phone rang, before and in the second process. */
  readonly rungBefore: readonly number[];
  readonly rungAfter: readonly number[];
  readonly second: readonly CallOutcome[];
}

/** Two processes, one after the other, that share a store; the first one dies. */
export async function crash({ people, concurrency, events, diesAt }: Crash): Promise<AfterCrash> {
  const sandbox = await startSandbox();
  sandbox.script(...events.map((name) => faults[name]));
  const entries = new Set<string>();
  const numbers = Array.from({ length: people }, (_, index) => `+453212${1000 + index}`);
  const rung = (): number[] =>
    numbers.map((number) => sandbox.calls.filter(({ to }) => to === number).length);

  const life = createLife(diesAt);
  const first = runProcess(sandbox, numbers, concurrency, lifeStore(entries, life), life);
  const died = await Promise.race([first.then(() => false), life.over.then(() => true)]);
  // What had left before it died arrives.
  await Promise.allSettled(life.requests);
  const rungBefore = rung();
  const immortal = createLife(Infinity);
  const second = await runProcess(sandbox, numbers, concurrency, lifeStore(entries, immortal), immortal);
  const rungAfter = rung().map((times, index) => times - (rungBefore[index] ?? 0));
  await sandbox.close();
  return { died, rungBefore, rungAfter, second };
}

interface Life {
  /** One step of the process; never comes back when it has died. */
  step(): Promise<void>;
  readonly over: Promise<void>;
  readonly requests: Array<Promise<unknown>>;
}

function createLife(steps: number): Life {
  let left = steps;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    over,
    requests: [],
    step() {
      left -= 1;
      if (left >= 0) return Promise.resolve();
      end();
      return new Promise(() => undefined);
    },
  };
}

/** n8n's database: what was written stays, also if nobody is left to hear of it. */
function lifeStore(entries: Set<string>, life: Life): RecordStore {
  return {
    async record(asked) {
      await life.step();
      const known = asked.filter((entry) => entries.has(entry));
      for (const entry of asked) entries.add(entry);
      await life.step();
      return known;
    },
    async remove(gone) {
      await life.step();
      for (const entry of gone) entries.delete(entry);
      await life.step();
    },
  };
}

async function runProcess(
  sandbox: Sandbox,
  numbers: readonly string[],
  concurrency: number,
  store: RecordStore,
  life: Life,
): Promise<CallOutcome[]> {
  const connection = parseConnection({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const host = fastHost({ apiKey: sandbox.apiKey, speed: 20 });
  const caller = createCaller(connection, {
    ...host,
    async http(request, signal) {
      await life.step();
      const sent = host.http(request, signal);
      life.requests.push(sent);
      const response = await sent;
      await life.step();
      return response;
    },
  });
  const calls = await Promise.all(
    numbers.map((to) => caller.prepare({ outboundApi: sandbox.phoneNumberId, to })),
  );
  return await caller.placeAll(calls, {
    concurrency,
    locks: createKeyLocks(),
    ledger: layeredLedger(memoryLedger(new Map()), windowLedger(store, 24, host)),
  });
}
