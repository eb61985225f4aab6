import { explainCall, fields, isCallError } from '../../shared';
import { coreCaller } from '../support/core-host';
import type { LiveSettings } from './options';
import { endingOf } from './scenario';

/** Where a person sits. */
export interface Terminal {
  interactive: boolean;
  print(text: string): void;
  /** What the person typed; empty if they left. */
  ask(question: string): Promise<string>;
}

const needed = [
  ['key', '--key', 'VOICEFLOW_API_KEY'],
  ['outboundApi', '--outbound-api', 'VOICEFLOW_OUTBOUND_API'],
  ['to', '--to', 'VOICEFLOW_TO'],
] as const;

/** Places one real call, after a person has confirmed it. True: Voiceflow accepted it. */
export async function placeLive(settings: LiveSettings, terminal: Terminal): Promise<boolean> {
  const missing = needed.filter(([name]) => (settings[name] ?? '').trim() === '');
  if (missing.length > 0) {
    const ways = missing.map(([, option, variable]) => `${option} (or ${variable})`);
    terminal.print(`A real call needs ${ways.join(', ')}. Nothing was sent.`);
    return false;
  }
  if (!terminal.interactive) {
    terminal.print('A real call needs a person at a terminal who confirms it. Nothing was sent.');
    return false;
  }
  try {
    return await confirmAndPlace(settings, terminal);
  } catch (error) {
    if (!isCallError(error)) throw error;
    const { what, fix } = explainCall(error);
    terminal.print(`\n${error.code}\n${what}\n${fix}`);
    return false;
  }
}

async function confirmAndPlace(settings: LiveSettings, terminal: Terminal): Promise<boolean> {
  const { key: apiKey, outboundApi, to, baseUrl } = settings;
  const caller = coreCaller({ apiKey, baseUrl });
  // A call that the policy skips is no success here: the person who confirmed it waits for a ring.
  const call = await caller.prepare({ outboundApi, to, whenNotAllowed: 'fail' });
  const { e164, country } = call.to;
  const server = caller.connection.baseUrl('runtime-api');
  terminal.print(`
This rings a real phone. Call only a person who agreed to automated calls.

  ${fields.to.label.padEnd(14)} ${e164} (${country ?? 'no country'})
  ${fields.outboundApi.label.padEnd(14)} ${call.endpoint.phoneNumberId}
  ${'Server'.padEnd(14)} ${server}
`);
  const answer = await terminal.ask('Type the last four digits of the number to ring it now: ');
  if (answer.trim() !== e164.slice(-4)) {
    terminal.print('\nThese are not its last four digits. Nothing was sent.');
    return false;
  }
  const { ends, words } = endingOf(await caller.place(call));
  terminal.print(`\n${ends}\n${words}`);
  return true;
}
