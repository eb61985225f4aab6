import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the cache should do with the next request: work, be too busy to write, or fail. */
export type CacheMood = 'works' | 'busy' | 'fails';

/** A stand-in for Zapier's cache on loopback, in the form in which Zapier's core asks it. */
export interface ZapierCache {
  readonly url: string;
  /** What Zapier's core wants to log; without this it would leave the machine. */
  readonly logs: string[];
  readonly entries: Map<string, { value: string; ttl: number | null }>;
  mood: CacheMood;
  close(): Promise<void>;
}

interface Question {
  id: string;
  method: 'zcache_get' | 'zcache_set' | 'zcache_delete';
  params: unknown[];
}

export async function startZapierCache(): Promise<ZapierCache> {
  const entries: ZapierCache['entries'] = new Map();
  const cache: ZapierCache = {
    url: '',
    logs: [],
    entries,
    mood: 'works',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      if (request.url === '/logs') {
        cache.logs.push(body);
        response.end();
        return;
      }
      const question = JSON.parse(body) as Question;
      response.setHeader('content-type', 'application/json');
      if (cache.mood === 'fails')
        response.end(JSON.stringify({ id: question.id, error: 'The cache is down' }));
      else response.end(JSON.stringify({ id: question.id, result: answerTo(question) }));
    });
  });

  function answerTo({ method, params }: Question): unknown {
    const [name, ...rest] = params;
    const scope = method === 'zcache_set' ? rest[2] : rest[0];
    const key = `${JSON.stringify(scope ?? null)} ${String(name)}`;
    if (method === 'zcache_get') return entries.get(key)?.value ?? null;
    if (method === 'zcache_delete') return entries.delete(key);
    const [value, ttl, , onlyIfAbsent] = rest;
    if (cache.mood === 'busy') return null;
    if (onlyIfAbsent === true && entries.has(key)) return false;
    entries.set(key, { value: String(value), ttl: typeof ttl === 'number' ? ttl : null });
    return true;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['LOGGING_ENDPOINT'] = `${url}/logs`;
  return Object.assign(cache, { url });
}
