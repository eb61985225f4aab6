import { runScript } from '../tools/child';
import { scenarios } from './scenarios';

const escape = '\u001b';

describe('npm start', () => {
  test('shows every scenario, in 100 columns, without colour in a pipe, and ends well', async () => {
    const { code, stdout, stderr } = await runScript('test/demo/main.ts');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { title } of scenarios) expect(stdout).toContain(title);
    expect(stdout).toContain('Everything as expected.');
    expect(stdout).not.toContain(escape);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('explains itself', async () => {
    const { code, stdout } = await runScript('test/demo/main.ts', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--live');
  });

  test('places no real call without a terminal', async () => {
    const { code, stdout } = await runScript('test/demo/main.ts', ['--live'], {
      VOICEFLOW_API_KEY: 'VF.DM.65f0c0ffee0ddba11ca11000.x',
      VOICEFLOW_OUTBOUND_API: '65f0c0ffee0ddba11ca11000',
      VOICEFLOW_TO: '+12025550190',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('Nothing was sent');
  });
});
