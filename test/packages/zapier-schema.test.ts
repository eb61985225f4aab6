import { createRequire } from 'node:module';
import { runZapier, runZapierCommand, zapierDist } from '../support/zapier-app';
import { loadDefinition } from './zapier-definition';

const load = createRequire(__filename) as (path: string) => { version: string };

describe('the Zapier app', () => {
  test('has no error in Zapier’s schema', async () => {
    expect(await runZapierCommand('validate')).toEqual([]);
  });

  test('is described by Zapier’s own handler', async () => {
    const definition = await loadDefinition();
    expect(Object.keys(definition.creates ?? {})).toContain('place_outbound_call');
    // Zapier's own clean-up would drop empty values, which mean something here.
    expect(definition).toMatchObject({ platformVersion: '19.1.0', flags: { cleanInputData: false } });
  });

  test('shows no secret in the name of a connection', async () => {
    const label = await runZapier('authentication.connectionLabel', {
      authData: { api_key: 'VF.DM.secret.key', project_id: 'p', base_url: '', api_version: 'auto' },
      inputData: { project: 'p', server: 'runtime-api.voiceflow.com' },
    });
    expect(label).toEqual(expect.stringMatching(/\S/));
    expect(label).not.toContain('secret');
  });

  test('has the version of the n8n package and of the project', () => {
    const manifests = ['../../zapier/package.json', '../../n8n/package.json', '../../package.json'];
    const versions = [...manifests, zapierDist].map((file) => load(file).version);
    expect(new Set(versions).size).toBe(1);
  });
});
