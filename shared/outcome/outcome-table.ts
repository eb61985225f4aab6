import type { ErrorCode, FailedOutcome } from '../call-error';

/** What an answer or a fault means for the call. The one place where that is decided. */
export interface OutcomeRow {
  readonly outcome: FailedOutcome;
  readonly code: ErrorCode;
  /** The answer may be due to the version of the API, and it proves that nothing was placed. */
  readonly tryOtherDialect?: true;
  /** Nothing was placed, and the same request may succeed later: it is sent again, up to a bound. */
  readonly retry?: 'when-a-line-is-free' | 'at-once';
  readonly happened: string;
  readonly howToFix: string;
}

const mayHaveRung = 'so the phone may have rung. The call is not tried again by itself.';
const lookInVoiceflow =
  'Look in Voiceflow under Transcripts, or at the phone provider’s call log, before you run it again.';

/** Rows by status; `4xx` and the like stand for every status of the class that has no row of its own. */
const answers: Readonly<Record<string, OutcomeRow>> = {
  '3xx': {
    outcome: 'not-placed',
    code: 'unexpected-response',
    happened: 'The server redirected the request to another address.',
    howToFix:
      'Check “Base URL” in the connection. Redirects are never followed, since they would carry the key along.',
  },
  '400': rejected('Voiceflow refused the request.'),
  '401': {
    outcome: 'not-placed',
    code: 'unauthorized',
    tryOtherDialect: true,
    happened: 'Voiceflow did not accept the API key.',
    howToFix: 'Copy the key again from Voiceflow (Settings > API keys) into “API Key” of the connection.',
  },
  '402': {
    outcome: 'not-placed',
    code: 'plan-limit',
    happened: 'The Voiceflow plan does not cover this call.',
    howToFix: 'Check plan, credits and billing in Voiceflow.',
  },
  '403': {
    outcome: 'not-placed',
    code: 'forbidden',
    happened: 'The API key may not call with this phone number.',
    howToFix: 'Use a key of the project that “Outbound API” belongs to, and check the key’s permissions.',
  },
  '404': notFound('Voiceflow does not know this phone number’s ID.'),
  '410': notFound('This outbound endpoint no longer exists.'),
  '408': unknown('Voiceflow gave up waiting in the middle of the request'),
  '409': unknown('Voiceflow reported a conflict with another request'),
  '425': unknown('Voiceflow was not ready for the request'),
  '429': {
    outcome: 'not-placed',
    code: 'rate-limited',
    retry: 'when-a-line-is-free',
    happened: 'All lines of the Voiceflow plan are busy, or calls come too fast.',
    howToFix:
      'Wait and run it again, call fewer people at once, or get more concurrent calls from Voiceflow.',
  },
  '4xx': rejected('Voiceflow refused the request.'),
  '500': unknown(
    'Voiceflow failed in the middle of the request',
    'If it happens for one country only, check the provider’s geo permissions (Twilio: Voice > Geo permissions).',
  ),
  '5xx': unknown('Voiceflow failed in the middle of the request'),
  other: unknown('Voiceflow gave an answer that HTTP does not know'),
};

export const transportOutcomes = {
  nothingLeft: {
    outcome: 'not-placed',
    code: 'unreachable',
    retry: 'at-once',
    happened: 'Voiceflow could not be reached',
    howToFix: 'Check the network and “Base URL” in the connection, and run it again.',
  },
  timeout: unknown('Voiceflow did not answer in time'),
  broken: unknown('The connection broke before Voiceflow answered'),
} as const satisfies Record<string, OutcomeRow>;

/** The row of a status that is not 2xx; a 2xx is an accepted call, whatever follows. */
export function outcomeOfStatus(status: number): OutcomeRow {
  const row = answers[String(status)] ?? answers[`${Math.floor(status / 100)}xx`] ?? answers['other'];
  return row ?? transportOutcomes.broken;
}

function unknown(happened: string, hint = ''): OutcomeRow {
  return {
    outcome: 'unknown',
    code: 'outcome-unknown',
    happened: `${happened}, ${mayHaveRung}`,
    howToFix: `${lookInVoiceflow} ${hint}`.trim(),
  };
}

function rejected(happened: string): OutcomeRow {
  return {
    outcome: 'not-placed',
    code: 'rejected',
    happened,
    howToFix: 'Read Voiceflow’s words, then check the number, the variables and “Outbound API”.',
  };
}

function notFound(happened: string): OutcomeRow {
  return {
    outcome: 'not-placed',
    code: 'not-found',
    tryOtherDialect: true,
    happened,
    howToFix: 'Copy “Outbound API” again from Voiceflow: Phone numbers > Outbound call API > View.',
  };
}
