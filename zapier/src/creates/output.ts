import type { OutputFields } from 'zapier-platform-core';
import type { CallResult } from '../../../shared';

/** What later steps can use; Zapier shows the sample until the step was tested. */
export const sample = {
  id: 'call_7k2m9x4q8w1e5r3t6y0u',
  status: 'accepted',
  to: '+4532123456',
  country: 'DK',
  numberType: 'fixed-line-or-mobile',
  numberValid: true,
  variables: { first_name: 'Ada' },
  skipReason: null,
  nextAllowedAt: null,
  requestedAt: '2026-11-22T09:30:00.000Z',
  httpStatus: 200,
  response: { status: 'ok' },
  attempts: 1,
} satisfies CallResult;

export const outputFields: OutputFields = [
  { key: 'id', label: 'Call ID', type: 'string' },
  { key: 'status', label: 'Status', type: 'string' },
  { key: 'to', label: 'Phone Number', type: 'string' },
  { key: 'country', label: 'Country', type: 'string' },
  { key: 'numberType', label: 'Number Type', type: 'string' },
  { key: 'numberValid', label: 'Number Valid', type: 'boolean' },
  { key: 'variables', label: 'Variables', dict: true },
  { key: 'skipReason', label: 'Skip Reason', type: 'string' },
  { key: 'nextAllowedAt', label: 'Next Allowed At', type: 'datetime' },
  { key: 'requestedAt', label: 'Requested At', type: 'datetime' },
  { key: 'httpStatus', label: 'HTTP Status', type: 'integer' },
  { key: 'response', label: 'Response', dict: true },
  { key: 'attempts', label: 'Attempts', type: 'integer' },
];
