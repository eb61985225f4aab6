/** One entry of the export's `variables`. */
export interface AgentVariableFixture {
  name: string;
  description: string | null;
  defaultValue: unknown;
  /** Not null: built in. */
  system: string | null;
  datatype: 'text' | 'number' | 'boolean' | 'any';
  isArray: boolean;
}

/** The names that Voiceflow sets itself; a caller may not. */
export const BUILT_IN_NAMES: readonly string[] = [
  'user_id',
  'last_utterance',
  'last_response',
  'last_event',
  'vf_memory',
  'vf_now',
  'vf_date',
  'vf_time',
  'vf_month',
  'vf_day',
  'vf_year',
  'vf_user_timezone',
  'vf_transcript_id',
  'vf_chunks',
  'sessions',
  'timestamp',
  'locale',
  'platform',
  'intent_confidence',
];

type Datatype = AgentVariableFixture['datatype'];

/** A variable of the agent's own. */
export function variable(
  name: string,
  datatype: Datatype,
  rest: Partial<AgentVariableFixture> = {},
): AgentVariableFixture {
  return { name, description: null, defaultValue: null, system: null, datatype, isArray: false, ...rest };
}

export const systemVariables: readonly AgentVariableFixture[] = BUILT_IN_NAMES.map((name) =>
  variable(name, name === 'vf_chunks' ? 'any' : 'text', {
    description: 'Set by Voiceflow',
    system: name,
    isArray: name === 'vf_chunks',
  }),
);

/** The sample agent, which calls to confirm an appointment. Built-in ones stand among its own, as in a real export. */
export const agentVariables: readonly AgentVariableFixture[] = [
  variable('user_name', 'text', { description: 'How the agent greets the person', defaultValue: 'there' }),
  ...systemVariables.slice(0, 10),
  variable('account_type', 'text'),
  variable('open_invoices', 'number', { description: 'How many invoices are unpaid', defaultValue: 0 }),
  variable('is_premium', 'boolean', {
    description: 'True for customers with a support plan',
    defaultValue: false,
  }),
  ...systemVariables.slice(10),
  variable('appointment', 'any', { description: 'Date, place and person as one object' }),
  variable('order_numbers', 'text', { description: 'The orders to talk about', isArray: true }),
  variable('scores', 'number', { isArray: true, defaultValue: [] }),
];
