import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackages } from './debian';
import { exitCode, freePort, pause, run, start, waitFor, type Command } from './processes';

/** Redis and PostgreSQL of our own: on loopback, on ports that are free, with their data in a folder of ours. */
export async function startOwnServices(folder: string): Promise<NodeJS.ProcessEnv> {
  await debianPackages(['redis-server', 'postgresql'], folder);
  return { ...(await startRedis(folder)), ...(await startPostgres(folder)) };
}

/** @returns what n8n has to know of it */
async function startRedis(folder: string): Promise<NodeJS.ProcessEnv> {
  const port = String(await freePort());
  const data = join(folder, 'redis');
  mkdirSync(data);
  const where = ['--bind', '127.0.0.1', '--port', port, '--dir', data];
  const log = join(folder, 'redis.log');
  start({ command: 'redis-server', args: [...where, '--save', '', '--appendonly', 'no'], log });
  const ping = { command: 'redis-cli', args: ['-p', port, 'ping'], log: join(folder, 'redis-cli.log') };
  await waitFor('Redis', async () => (await exitCode(ping, 5_000)) === 0);
  return { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: port };
}

/** @returns what n8n has to know of it */
async function startPostgres(folder: string): Promise<NodeJS.ProcessEnv> {
  const port = String(await freePort());
  const home = join(folder, 'postgres');
  const data = join(home, 'data');
  // It refuses to run as root, and its own user must be able to write here.
  mkdirSync(home);
  chmodSync(home, 0o777);
  chmodSync(folder, 0o755);
  const log = join(folder, 'postgres.log');
  const initdb = [
    '--pgdata',
    data,
    '--username',
    'n8n',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--no-sync',
  ];
  await run(asPostgres('initdb', initdb, home, log), 60_000);
  // No Unix socket outside its folder, and no waiting for the disk: nobody needs this data tomorrow.
  const settings = [`unix_socket_directories=${home}`, 'listen_addresses=127.0.0.1', 'fsync=off'];
  const server = ['-D', data, '-p', port, ...settings.flatMap((setting) => ['-c', setting])];
  start(asPostgres('postgres', server, home, log));
  const ready = asPostgres('pg_isready', ['--host', '127.0.0.1', '--port', port, '--quiet'], home, log);
  await waitFor('PostgreSQL', async () => (await exitCode(ready, 5_000)) === 0, { everyMs: 250 });
  await pause(250);
  return {
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: '127.0.0.1',
    DB_POSTGRESDB_PORT: port,
    DB_POSTGRESDB_DATABASE: 'postgres',
    DB_POSTGRESDB_USER: 'n8n',
    DB_POSTGRESDB_PASSWORD: 'not needed here',
    DB_POSTGRESDB_POOL_SIZE: '10',
  };
}

function asPostgres(program: string, args: readonly string[], cwd: string, log: string): Command {
  const path = join(newestPostgres(), program);
  if (process.getuid?.() !== 0) return { command: path, args, cwd, log };
  return { command: 'runuser', args: ['-u', 'postgres', '--', path, ...args], cwd, log };
}

/** Debian keeps the programs of each version in a folder of their own, which is not on the path. */
function newestPostgres(): string {
  const root = '/usr/lib/postgresql';
  const [newest] = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(`There is no PostgreSQL in ${root}`);
  return join(root, newest, 'bin');
}
