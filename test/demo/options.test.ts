import { readOptions } from './options';

const env = { VOICEFLOW_API_KEY: 'k', VOICEFLOW_OUTBOUND_API: 'o', VOICEFLOW_TO: 't' };

test('the demonstration is what happens without options, whatever the environment holds', () => {
  expect(readOptions([], env)).toEqual({ help: false, live: null });
});

test('a real call takes options before the environment', () => {
  const { live } = readOptions(['--live', '--to', '+1', '--base-url', 'https://x.example'], env);
  expect(live).toEqual({ key: 'k', outboundApi: 'o', to: '+1', baseUrl: 'https://x.example' });
});

test('a number without --live is a mistake, not a call', () => {
  expect(() => readOptions(['--to', '+1'], env)).toThrow('--to only matters together with --live');
});

test('there is no way around the question', () => {
  expect(() => readOptions(['--live', '--yes'], env)).toThrow("Unknown option '--yes'");
});
