import { policyFields } from './policy/policy-fields';

/**
 * The inputs of a call and of a connection, in the words that people see. Both products show these labels and
 * help texts, and errors name a field by its label, so that nobody has to translate between the two.
 */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
}

export const fields = {
  apiKey: {
    label: 'API Key',
    help: 'In Voiceflow, open Settings > API keys and copy the key of the agent that makes the calls.',
  },
  projectId: {
    label: 'Project ID',
    help: 'Lists the agent’s variables as fields and lets the connection test check the project. In Voiceflow, open Settings > General > Metadata.',
    placeholder: 'e.g. 64f0c1a2b3d4e5f601234567',
  },
  baseUrl: {
    label: 'Base URL',
    help: 'Change it only for a private cloud (https://{service}.acme.voiceflow.com) or a sandbox.',
  },
  apiVersion: {
    label: 'API Version',
    help: 'Automatic tries the documented version first and the other one only when nothing was placed.',
  },
  outboundApi: {
    label: 'Outbound API',
    help: 'The ID, the URL or the whole curl command that Voiceflow shows under Phone numbers > Outbound call API > View.',
    placeholder: 'e.g. 65a1b2c3d4e5f60718293a4b',
  },
  to: {
    label: 'Phone Number',
    help: 'The person to call. Start with + and the country calling code, or choose a default country below.',
    placeholder: 'e.g. +45 32 12 34 56',
  },
  defaultCountry: {
    label: 'Default Country',
    help: 'The country of numbers that do not start with +. Without it, such numbers are refused rather than guessed.',
  },
  agentVariables: {
    label: 'Agent Variables',
    help: 'One field for each variable of the agent. A field that you leave out keeps the agent’s default.',
  },
  variables: {
    label: 'Variables',
    help: 'What the agent knows about this call, as names and values.',
  },
  detectAnsweringMachine: {
    label: 'Detect Answering Machine',
    help: 'Let the phone provider find out whether a person or a voicemail picked up.',
  },
  requireValidNumber: {
    label: 'Require Valid Number',
    help: 'Also refuse numbers that were never assigned to anybody, and those reserved for films.',
  },
  ...policyFields,
  dryRun: {
    label: 'Dry Run',
    help: 'Check everything and place no call.',
  },
  timeout: {
    label: 'Timeout (Seconds)',
    help: 'How long to wait for Voiceflow’s answer. After that the outcome is unknown, and the call is not tried again.',
  },
  concurrency: {
    label: 'Calls at Once',
    help: 'How many requests may be on their way at the same time.',
  },
  callsPerSecond: {
    label: 'Calls per Second',
    help: 'At most this many calls are started each second; 0 means no limit.',
  },
  waitForFreeLine: {
    label: 'Wait for a Free Line (Seconds)',
    help: 'How long to wait when all lines of the Voiceflow plan are busy.',
  },
  skipRepeats: {
    label: 'Skip Repeats',
    help: 'What to do when the same call comes again.',
  },
  repeatWindowHours: {
    label: 'Repeat Window (Hours)',
    help: 'How long the same call is recognised and skipped.',
  },
  deduplicationKey: {
    label: 'Deduplication Key',
    help: 'Within one execution of n8n and within the repeat window, two calls with the same key are the same call. Without one, endpoint, number and variables tell, so map one if a variable holds the current time.',
    placeholder: 'e.g. order-1042-reminder',
  },
} as const satisfies Record<string, FieldWords>;

export type FieldName = keyof typeof fields;

/** The label in quotation marks, as errors cite it. */
export function quoted(field: FieldName): string {
  return `“${fields[field].label}”`;
}
