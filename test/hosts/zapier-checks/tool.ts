import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkout } from '../support/n8n-install';
import type { NodeRuntime } from '../support/node-runtime';
import { exitCode } from '../support/processes';

export interface ToolAnswer {
  readonly code: number | null;
  /** Everything that it printed, without colours. */
  readonly text: string;
}

/** Zapier's command-line tool, working on a copy of the app. */
export type Tool = (...args: string[]) => Promise<ToolAnswer>;

const command = join(checkout, 'node_modules/zapier-platform-cli/src/bin/run');

/** @param folder for its logs; @param zapier the address of the stand-in for Zapier's API */
export function toolOn(app: string, folder: string, { node, path }: NodeRuntime, zapier: string): Tool {
  const home = join(folder, 'home');
  mkdirSync(home);
  const env = {
    ...process.env,
    PATH: path,
    // The account and the settings of this machine may play no part; HOME stays, since npm's settings are there.
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    ZAPIER_AUTH_LOCATION: join(home, 'no-account'),
    ZAPIER_DEPLOY_KEY: undefined,
    ZAPIER_BASE_ENDPOINT: zapier,
    LOGGING_ENDPOINT: `${zapier}/logs`,
    DISABLE_ZAPIER_ANALYTICS: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
  let runs = 0;
  return async (...args) => {
    runs += 1;
    const log = join(folder, `tool-${runs}.log`);
    writeFileSync(log, '');
    const code = await exitCode({ command: node, args: [command, ...args], cwd: app, env, log }, 180_000);
    return { code, text: stripVTControlCharacters(readFileSync(log, 'utf8')) };
  };
}
