import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/child';
import { loadDefinition, type Action, type Definition, type Field } from './zapier-definition';
import { styleRules } from './zapier-style';

let app: Definition;

beforeAll(async () => {
  app = await loadDefinition();
});

describe('what Zapier’s reviewers look at', () => {
  test.each(styleRules)('$id: $wants', ({ findings }) => {
    expect(findings(app)).toEqual([]);
  });

  test('the description of the app has 40 to 140 characters', () => {
    const { description } = JSON.parse(readFileSync(join(root, 'zapier/package.json'), 'utf8')) as {
      description: string;
    };
    expect(description.length).toBeGreaterThanOrEqual(40);
    expect(description.length).toBeLessThanOrEqual(140);
  });
});

/** For each rule, one way to break it, so that no rule is asleep. */
const breaches: Readonly<Record<string, ReadonlyArray<(call: Action, broken: Definition) => void>>> = {
  labels: [
    (call) => (call.display.label = 'Place outbound Call'),
    (call) => (call.display.label = 'Place Voiceflow Call'),
    (call) => (call.display.label = 'Place One Call to One Person'),
  ],
  'field labels': [(call) => (field(call, 'to').label = 'phone number')],
  descriptions: [
    (call) => (call.display.description = 'Place a call.'),
    (call) => (call.display.description = 'Places a call'),
  ],
  'trigger descriptions': [
    (call, broken) =>
      (broken.triggers = {
        ended: { ...call, display: { label: 'Call Ended', description: 'When a call ends.' } },
      }),
  ],
  nouns: [(call) => (call.noun = 'Calls')],
  order: [(call) => (field(call, 'dry_run').required = true)],
  D001: [(call) => (field(call, 'to').type = 'password'), (call) => (field(call, 'to').key = 'api_key')],
  D002: [
    (call) => (field(call, 'to').helpText = 'In Voiceflow, open Settings > Numbers and copy the number.'),
  ],
  D004: [(call) => (field(call, 'to').label = 'Number ID')],
  D007: [(call) => (field(call, 'to').helpText = 'Read [this page](http://example.com) before you start.')],
  D010: [(call) => delete call.operation.sample?.['id']],
  D011: [
    (call) => (field(call, 'to').helpText = 'The phone number.'),
    (call) => (field(call, 'to').helpText = 'a few words and no full stop'),
  ],
  D022: [(call) => (call.operation.inputFields = ['$func$2$f$'])],
  'D023, D024': [
    (call) => Object.assign(call.operation.sample ?? {}, { colour: 'red' }),
    (call) => Object.assign(call.operation.sample ?? {}, { attempts: '1' }),
    (call) => Object.assign(call.operation.sample ?? {}, { requestedAt: '2026-11-22 09:30' }),
  ],
};

test.each(styleRules)('the rule $id is awake', ({ id, findings }) => {
  const ways = breaches[id] ?? [];
  expect(ways.length).toBeGreaterThan(0);
  for (const breakIt of ways) {
    const broken = structuredClone(app);
    const call = broken.creates?.['place_outbound_call'];
    if (call === undefined) throw new Error('There is no such action');
    breakIt(call, broken);
    expect(findings(broken)).not.toEqual([]);
  }
});

function field(call: Action, key: string): Field {
  const found = call.operation.inputFields?.find((entry) => (entry as Field).key === key);
  if (found === undefined) throw new Error(`There is no field ${key}`);
  return found as Field;
}
