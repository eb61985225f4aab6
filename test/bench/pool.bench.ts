/**
 * 200 calls of half a second on 10 lines, over real sockets: how much longer than the ideal 10 seconds?
 *
 *   npx tsx test/bench/pool.bench.ts
 *
 * Ends with 1 if a median is above its bound. test/shared/batch/pace.test.ts holds the same in virtual time.
 */
import { coreCaller } from '../support/core-host';
import { startSandbox } from '../sandbox';

const runs = 5;
const calls = 200;
const lines = 10;
const callMs = 500;
const idealMs = (calls / lines) * callMs;
const scenes = [
  { name: 'no Retry-After', retryAfter: undefined, bound: 1.4 },
  { name: 'Retry-After: 1', retryAfter: '1', bound: 2.2 },
];

interface Measured {
  ratio: number;
  requests: number;
}

async function measure(retryAfter: string | undefined): Promise<Measured> {
  const sandbox = await startSandbox({ lines, callMs, ...(retryAfter === undefined ? {} : { retryAfter }) });
  const caller = coreCaller({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const prepared = await Promise.all(
    Array.from({ length: calls }, (_, index) =>
      caller.prepare({ outboundApi: sandbox.phoneNumberId, to: `+453212${1000 + index}` }),
    ),
  );
  const start = performance.now();
  const outcomes = await caller.placeAll(prepared, { concurrency: 5, waitForFreeLineMs: 60_000 });
  const ratio = (performance.now() - start) / idealMs;
  await sandbox.close();
  const placed = new Set(sandbox.calls.map(({ to }) => to)).size;
  if (placed !== calls || sandbox.calls.length !== calls)
    throw new Error(`${placed} of ${calls} were placed`);
  if (outcomes.some((outcome) => outcome === null || 'error' in outcome)) throw new Error('A call failed');
  if (sandbox.peakLines > lines) throw new Error(`${sandbox.peakLines} lines were busy`);
  return { ratio, requests: sandbox.requests.length };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function main(): Promise<void> {
  for (const { name, retryAfter, bound } of scenes) {
    const measured: Measured[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await measure(retryAfter));
    const ratio = median(measured.map((one) => one.ratio));
    const all = measured.map((one) => `${one.ratio.toFixed(2)} (${one.requests} requests)`).join(', ');
    console.log(`${name}: ${ratio.toFixed(2)} times the ideal, at most ${bound}; runs: ${all}`);
    if (ratio > bound) process.exitCode = 1;
  }
}

void main();
