import { startSandbox, type RecordedRequest, type Sandbox } from '../sandbox';
import type { CaseCall, ConformanceCase } from './case';
import { connectionCases } from './cases/connection';
import { endpointCases } from './cases/endpoint';
import { outcomeCases } from './cases/outcomes';
import { phoneCases } from './cases/phone';
import { policyCases } from './cases/policy';
import { settingCases } from './cases/settings';
import { variableCases } from './cases/variables';
import type { Outcome, Runner, RunnerConnection } from './runner';
import { createN8nRunner, runCore, runInZapier } from './runners';

const groups = {
  'phone numbers': phoneCases,
  variables: variableCases,
  'outbound API': endpointCases,
  connection: connectionCases,
  outcomes: outcomeCases,
  settings: settingCases,
  policy: policyCases,
};

/** What the server saw of a call, in the parts that have to be identical. */
interface Arrival {
  method: string;
  path: string;
  authorization: string | undefined;
  contentType: string | undefined;
  body: string;
}

let runN8n: Runner;

beforeAll(async () => {
  runN8n = await createN8nRunner();
});

function isCall({ path }: RecordedRequest): boolean {
  return path.includes('/outbound');
}

function toArrival({ method, path, headers, body }: RecordedRequest): Arrival {
  const { authorization, 'content-type': contentType } = headers;
  return { method, path, authorization, contentType, body: body.toString('base64') };
}

function callOf(testCase: ConformanceCase, sandbox: Sandbox): CaseCall {
  const call = typeof testCase.call === 'function' ? testCase.call(sandbox) : (testCase.call ?? {});
  return { outboundApi: sandbox.phoneNumberId, ...call };
}

async function runWith(
  runner: Runner,
  testCase: ConformanceCase,
): Promise<{ outcome: Outcome; sandbox: Sandbox }> {
  const sandbox = await startSandbox(testCase.sandbox);
  try {
    sandbox.script(...(testCase.faults ?? []));
    const connection: RunnerConnection = {
      apiKey: sandbox.apiKey,
      baseUrl: sandbox.url,
      projectId: '',
      apiVersion: 'auto',
      ...testCase.connection,
    };
    const outcome = await runner(callOf(testCase, sandbox), connection);
    expect(outcome.text).not.toContain(connection.apiKey.trim() || 'no key');
    return { outcome, sandbox };
  } finally {
    await sandbox.close();
  }
}

/** Ports differ from run to run; what is compared does not hold them. */
function comparable({ result, error }: Outcome): unknown {
  return error ?? { ...result, id: typeof result?.['id'], requestedAt: typeof result?.['requestedAt'] };
}

for (const [group, cases] of Object.entries(groups)) {
  describe(`conformance: ${group}`, () => {
    test.each(cases)('$name', async (testCase) => {
      const core = await runWith(runCore, testCase);
      const zapier = await runWith(runInZapier, testCase);
      const n8n = await runWith(runN8n, testCase);

      for (const { outcome, sandbox } of [core, zapier, n8n]) {
        const arrivals = sandbox.requests.filter(isCall);
        const versions = arrivals.map(({ path }) => path.split('/')[1]);
        expect(versions).toEqual(testCase.arrives ?? ['v1alpha1']);
        if (testCase.body !== undefined) {
          expect(arrivals.at(-1)?.body.toString()).toBe(JSON.stringify(testCase.body));
        }
        if (testCase.result !== undefined) expect(outcome.result).toMatchObject(testCase.result);
        if (testCase.error !== undefined) {
          expect(outcome.error).toEqual({ field: null, reason: null, ...testCase.error });
        }
      }
      expect(zapier.sandbox.requests.map(toArrival)).toEqual(core.sandbox.requests.map(toArrival));
      expect(n8n.sandbox.requests.map(toArrival)).toEqual(core.sandbox.requests.map(toArrival));
      expect(comparable(zapier.outcome)).toEqual(comparable(core.outcome));
      expect(comparable(n8n.outcome)).toEqual(comparable(core.outcome));
    });
  });
}

test('there are enough cases, and no two of a name', () => {
  const names = Object.entries(groups).flatMap(([group, cases]) =>
    cases.map(({ name }) => `${group}: ${name}`),
  );
  expect(names.length).toBeGreaterThanOrEqual(80);
  expect(new Set(names).size).toBe(names.length);
});
