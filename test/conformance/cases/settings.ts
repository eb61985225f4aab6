import type { ConformanceCase } from '../case';

const to = '+4532123456';

export const settingCases: readonly ConformanceCase[] = [
  {
    name: 'dry run sends nothing',
    call: { to, variables: { user_name: 'Ada' }, dryRun: true },
    arrives: [],
    result: {
      status: 'validated',
      to,
      variables: { user_name: 'Ada' },
      attempts: 0,
      requestedAt: null,
      httpStatus: null,
    },
  },
  {
    name: 'dry run finds the same faults',
    call: { to: '112', dryRun: true },
    arrives: [],
    error: { code: 'invalid-phone-number', outcome: 'not-placed', field: 'to', reason: 'emergency-or-short' },
  },
  {
    name: 'answering machine detection on',
    call: { to, detectAnsweringMachine: true },
    body: { to, amd: true },
    result: { status: 'accepted' },
  },
  {
    name: 'answering machine detection off',
    call: { to, detectAnsweringMachine: false },
    body: { to, amd: false },
    result: { status: 'accepted' },
  },
  {
    name: 'variables come before the answering machine',
    call: { to, variables: { user_name: 'Ada' }, detectAnsweringMachine: true },
    body: { to, variables: { user_name: 'Ada' }, amd: true },
    result: { status: 'accepted' },
  },
];
