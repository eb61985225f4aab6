import type { Scenario } from './scenario';

/** All numbers are reserved for fiction, but the emergency number, which must never get that far. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'An international number, as people write it',
    call: { to: '+1 (202) 555-0190' },
    arrives: { to: '+12025550190' },
    ends: 'accepted',
  },
  {
    title: 'A national number, with the country that it is to be read in',
    call: { to: '020 7946 0958', defaultCountry: 'GB' },
    arrives: { to: '+442079460958' },
    ends: 'accepted',
  },
  {
    title: 'A link from a web page',
    call: { to: 'tel:+61-2-5550-1234' },
    arrives: { to: '+61255501234' },
    ends: 'accepted',
  },
  {
    title: 'Fields of the agent: typed as text, sent in the type that the agent declares',
    call: {
      to: '+12025550191',
      agentVariables: {
        user_name: 'Ada',
        open_invoices: '3',
        is_premium: 'yes',
        order_numbers: ['A-17', 'A-18'],
      },
    },
    arrives: {
      to: '+12025550191',
      variables: { user_name: 'Ada', open_invoices: 3, is_premium: true, order_numbers: ['A-17', 'A-18'] },
    },
    ends: 'accepted',
  },
  {
    title: 'Other variables: rows in Zapier, JSON in n8n; zeros and braces stay as they are',
    call: { to: '+12025550192', variables: { door_code: '007', greeting: 'Hello {{name}}' } },
    arrives: { to: '+12025550192', variables: { door_code: '007', greeting: 'Hello {{name}}' } },
    ends: 'accepted',
  },
  {
    title: 'An emergency number is refused before anything is sent',
    call: { to: '112', defaultCountry: 'DK' },
    arrives: null,
    ends: 'invalid-phone-number',
  },
  {
    title: 'A value that is no number is refused, not sent as 0',
    call: { to: '+12025550193', agentVariables: { open_invoices: 'n/a' } },
    arrives: null,
    ends: 'invalid-variables',
  },
  {
    title: 'The line breaks after dialling: nobody knows, so nobody is called again',
    call: { to: '+12025550161' },
    arrives: { to: '+12025550161' },
    ends: 'outcome-unknown',
  },
  {
    title: 'A dry run checks everything and places no call',
    call: { to: '+12025550194', agentVariables: { user_name: 'Ada' }, dryRun: true },
    arrives: null,
    ends: 'validated',
  },
];
