import { answer, reset, type Fault } from '../../sandbox';
import { apiKey, number } from './secrets';

/** One thing to try, in both products. */
export interface SecretCall {
  name: string;
  to?: string;
  key?: string;
  /** What the sandbox does with the requests of this call. */
  faults?: readonly Fault[];
  /** The talkative server instead of the sandbox. */
  echo?: { status: number; contentType: string };
  unreachable?: true;
  /** How it has to end, so that the search is not one through nothing. */
  ends: 'result' | 'error';
}

const json = 'application/json';
const plain = 'text/plain';

function echo(status: number, contentType: string, ends: SecretCall['ends']): SecretCall {
  return { name: `${status} that repeats the request (${contentType})`, echo: { status, contentType }, ends };
}

export const secretCalls: readonly SecretCall[] = [
  { name: 'accepted', ends: 'result' },
  { name: 'refused: an extension', to: `${number} ext. 5`, ends: 'error' },
  { name: 'refused: two numbers', to: `${number}, ${number}`, ends: 'error' },
  {
    name: 'refused: a line break within the key',
    key: `${apiKey.slice(0, 9)}\n${apiKey.slice(9)}`,
    ends: 'error',
  },
  { name: 'refused: a word in front of the key', key: `Token ${apiKey}`, ends: 'error' },
  { name: 'rejected by Voiceflow', faults: [answer(400)], ends: 'error' },
  { name: 'unknown outcome', faults: [reset({ accept: true })], ends: 'error' },
  { name: '401 in both versions', faults: [answer(401), answer(401)], ends: 'error' },
  { name: 'unreachable', unreachable: true, ends: 'error' },
  echo(200, json, 'result'),
  echo(200, plain, 'result'),
  echo(400, json, 'error'),
  echo(400, plain, 'error'),
  echo(401, json, 'error'),
  echo(404, json, 'error'),
  echo(500, json, 'error'),
];
