/**
 * `main.ts <file>`: tries all calls in both products and writes what came of them to the file. What the products
 * themselves print stays on stdout and stderr.
 */
import { writeFileSync } from 'node:fs';
import { secretCalls } from './calls';
import { createN8nTry, tryInZapier, type Trace } from './try-calls';

async function run(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Which file?');
  const tryInN8n = await createN8nTry();
  const traces: Trace[] = [];
  // n8n first: Zapier's core replaces Node's HTTP client, and would log n8n's requests as if they were its own.
  for (const call of secretCalls) traces.push(...(await tryInN8n(call)));
  for (const call of secretCalls) traces.push(...(await tryInZapier(call)));
  writeFileSync(file, JSON.stringify(traces));
}

void run(process.argv[2]);
