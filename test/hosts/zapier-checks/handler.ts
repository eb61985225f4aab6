import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeRuntime } from '../support/node-runtime';
import { run } from '../support/processes';

/** How a run of the handler ended. */
export interface HandlerAnswer {
  readonly results: unknown;
  readonly error: { name: string; message: string; code: unknown; outcome: unknown; field: unknown } | null;
}

export type Handler = (event: Readonly<Record<string, unknown>>) => Promise<HandlerAnswer>;

const driver = join(dirname(fileURLToPath(import.meta.url)), 'handler-driver.mjs');

/** The handler of the unpacked zip. Each run is a process of its own, as it may be at Zapier. */
export function handlerOf(
  unpacked: string,
  folder: string,
  { node, path }: NodeRuntime,
  logs: string,
): Handler {
  const env = { ...process.env, PATH: path, LOGGING_ENDPOINT: logs, DISABLE_ZAPIER_ANALYTICS: '1' };
  return async (event) => {
    const place = mkdtempSync(join(folder, 'run-'));
    const files = { event: join(place, 'event.json'), answer: join(place, 'answer.json') };
    writeFileSync(files.event, JSON.stringify(event));
    const args = [driver, join(unpacked, 'zapierwrapper.js'), files.event, files.answer];
    await run({ command: node, args, cwd: unpacked, env, log: join(place, 'log') }, 60_000);
    return JSON.parse(readFileSync(files.answer, 'utf8')) as HandlerAnswer;
  };
}
