import {
  createCaller,
  createKeyLocks,
  memoryLedger,
  parseConnection,
  type CallOutcome,
  type KeyLocks,
  type OutboundCall,
  type RunMemory,
} from '../../shared';
import { startSandbox, type Sandbox } from '../sandbox';
import { fastHost } from '../support/fast-host';
import { toFault, type Pass, type Schedule } from './schedule';

const speed = 20;
/** In seconds of the fast clock. */
const timeout = 2;

/** What one pass reported, and which requests it started after it had been stopped. */
export interface PlayedPass {
  readonly outcomes: readonly CallOutcome[];
  readonly lateStarts: readonly string[];
}

/** A request as the server recorded it. */
export interface Arrival {
  readonly pass: number;
  readonly key: string;
  readonly accepted: boolean;
}

export interface Played {
  readonly keys: readonly string[];
  readonly numbers: readonly string[];
  readonly passes: readonly PlayedPass[];
  readonly arrivals: readonly Arrival[];
}

/** Plays a schedule through the core, over real sockets, in one memory, as n8n runs a node again. */
export async function play(schedule: Schedule): Promise<Played> {
  const { lines, callMs, retryAfter, items } = schedule;
  const sandbox = await startSandbox({ lines, callMs, ...(retryAfter === null ? {} : { retryAfter }) });
  sandbox.script(...schedule.events.map(toFault));
  const run = { memory: new Map() as RunMemory, locks: createKeyLocks() };
  const passes: PlayedPass[] = [];
  for (const [index, pass] of schedule.passes.entries()) {
    passes.push(await playPass(schedule, pass, index, sandbox, run));
  }
  // What was aborted on its way may still arrive; when the server is gone, nothing can.
  await sandbox.close();
  const numbers = items.map(({ person }) => numberOf(person));
  return {
    keys: items.map(({ person, words }) => keyOf(schedule, numberOf(person), words)),
    numbers,
    passes,
    arrivals: sandbox.requests.flatMap(({ headers, body, accepted }) => {
      // Reset before it was read: nobody knows whom it was for, and nothing was placed.
      if (body.length === 0) return [];
      const { to, variables } = JSON.parse(body.toString()) as { to: string; variables: { words: number } };
      return [{ pass: Number(headers['x-pass']), key: keyOf(schedule, to, variables.words), accepted }];
    }),
  };
}

async function playPass(
  { items, sameBy }: Schedule,
  { stopAfter, ...settings }: Pass,
  index: number,
  sandbox: Sandbox,
  { memory, locks }: { memory: RunMemory; locks: KeyLocks },
): Promise<PlayedPass> {
  const stop = new AbortController();
  let answered = 0;
  if (stopAfter === 0) stop.abort();
  sandbox.onRequest = () => {
    answered += 1;
    if (answered === stopAfter) stop.abort();
  };
  const connection = parseConnection({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const host = fastHost({
    apiKey: sandbox.apiKey,
    speed,
    stopped: stop.signal,
    headers: { 'x-pass': String(index) },
  });
  const caller = createCaller(connection, host);
  const calls: OutboundCall[] = [];
  for (const { person, words } of items) {
    const to = numberOf(person);
    calls.push(
      await caller.prepare({
        outboundApi: sandbox.phoneNumberId,
        to,
        variables: { words },
        timeout,
        ...(sameBy === 'own key' ? { deduplicationKey: to } : {}),
      }),
    );
  }
  const outcomes = await caller.placeAll(calls, {
    ...settings,
    ledger: sameBy === 'off' ? null : memoryLedger(memory),
    keyKind: sameBy === 'callee' ? 'callee' : 'request',
    locks,
    cancelled: stop.signal,
  });
  return { outcomes, lateStarts: host.lateStarts };
}

function numberOf(person: number): string {
  return `+453212${1000 + person}`;
}

function keyOf({ sameBy }: Schedule, to: string, words: number): string {
  return sameBy === 'request' || sameBy === 'off' ? `${to} ${words}` : to;
}
