import { readFileSync } from 'node:fs';
import type { Bench } from '../n8n-checks/bench';
import type { Running } from '../support/processes';

/** A main process that only takes webhooks, and the workers that run the executions. */
export interface QueueBench extends Bench {
  workers: readonly Running[];
  startWorkers(): Promise<Running[]>;
}

/** The executions that a worker has finished, from its log. */
export function finishedBy({ log }: Running): string[] {
  const line = /Worker finished execution (\d+)/g;
  return [...readFileSync(log, 'utf8').matchAll(line)].map(([, id]) => id ?? '');
}
