import { startSandbox } from '../sandbox';
import { startZapierCache } from '../support/zapier-cache';
import { n8nWith } from './in-n8n';
import { zapierWith } from './in-zapier';
import type { Paint } from './paint';
import { scenarios } from './scenarios';
import { chapter, opening, screenWidth } from './screen';
import { wrap } from './columns';
import { problemsOf, watch, type Testimony } from './witness';

/** Runs every scenario through both products and judges what came of it. True: everything is as it should be. */
export async function show(print: (text: string) => void, paint: Paint): Promise<boolean> {
  const sandbox = await startSandbox();
  const cache = await startZapierCache();
  try {
    const { apiKey, projectId, url: baseUrl, phoneNumberId: outboundApi } = sandbox;
    const connection = { apiKey, projectId, baseUrl, outboundApi };
    print(opening(baseUrl, scenarios.length, paint));
    const products = [zapierWith(connection, cache), await n8nWith(connection)];
    const all: Testimony[] = [];
    let failures = 0;
    for (const [index, scenario] of scenarios.entries()) {
      const testimonies: Testimony[] = [];
      for (const product of products) testimonies.push(await watch(sandbox, product, scenario.call));
      const problems = problemsOf(scenario, testimonies);
      failures += problems.length === 0 ? 0 : 1;
      all.push(...testimonies);
      print(chapter(index + 1, scenario, testimonies, problems, paint));
    }
    for (const line of wrap(closing(all, failures), screenWidth)) {
      print(failures === 0 ? paint.good(line) : paint.bad(line));
    }
    print(`\nYour own workflow, without a phone: npm run sandbox\nOne real call: npm start -- --live --help`);
    return failures === 0;
  } finally {
    await Promise.all([sandbox.close(), cache.close()]);
  }
}

function closing(testimonies: readonly Testimony[], failures: number): string {
  const requests = testimonies.flatMap(({ arrived }) => arrived).length;
  const unknown = testimonies.filter(({ ending }) => ending.ends === 'outcome-unknown').length;
  if (failures > 0) return `${failures} of ${scenarios.length} calls did NOT go as expected: see above.`;
  return `Everything as expected. ${scenarios.length} calls in two products made ${requests} requests, never two for one call; ${unknown} ended unknown and were left alone. Zapier and n8n sent the same bytes and told the user the same.`;
}
