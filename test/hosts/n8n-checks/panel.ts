import { freePort } from '../support/processes';
import { includes, same } from '../support/report';
import { nodeType } from '../support/workflows';
import type { PropertyInfo } from '../support/n8n-api';
import type { Bench } from './bench';

/** What the editor asks n8n for: the node type, the test of a credential, the fields of an agent. */
export async function checkPanel({ report, sandbox, api, use }: Bench): Promise<void> {
  report.section('Node type, credential and fields, as the editor gets them');

  const good = {
    apiKey: sandbox.apiKey,
    projectId: sandbox.projectId,
    baseUrl: sandbox.url,
    apiVersion: 'auto',
  };
  const test = async (change: object): Promise<{ status: string; message: string }> => {
    const credentials = { id: '', name: 'Voiceflow', type: 'voiceflowApi', data: { ...good, ...change } };
    const { status, message } = await api.post('/credentials/test', { credentials });
    return { status: String(status), message: String(message) };
  };

  await report.check('n8n lists the node, and the same node as a tool for AI agents', async () => {
    const names = (await api.nodeTypes()).map(({ name }) => name).filter((name) => name.startsWith(nodeType));
    same(names.sort(), [nodeType, `${nodeType}Tool`]);
  });

  await report.check('The lists of countries hold all countries', async () => {
    const type = (await api.nodeTypes()).find(({ name }) => name === nodeType);
    const policy = find(type?.properties, 'callingPolicy');
    const lists = [find(type?.properties, 'defaultCountry'), find(policy?.options, 'allowedCountries')];
    for (const list of lists) includes(JSON.stringify(list?.options), '"DK"', '"US"', 'Denmark (DK)');
    return lists.map((list) => list?.options?.length).join(' and ') + ' entries';
  });

  await report.check('Credential test: a good key', async () => {
    same(await test({}), { status: 'OK', message: 'Voiceflow accepts this key' });
  });
  await report.check('Credential test: a good key without a project', async () => {
    same((await test({ projectId: '' })).status, 'OK');
  });
  await report.check('Credential test: a bad key', async () => {
    const { status, message } = await test({ apiKey: 'VF.DM.65f0c0ffee0ddba11ca11000.wrong' });
    same(status, 'Error');
    includes(message, 'API key');
    return message;
  });
  await report.check('Credential test: a project that does not exist', async () => {
    const { status, message } = await test({ projectId: '65f0c0ffee000000000bad1d' });
    same(status, 'Error');
    includes(message, 'Project ID');
    return message;
  });
  await report.check('Credential test: no server', async () => {
    const { status, message } = await test({ baseUrl: `http://127.0.0.1:${await freePort()}` });
    same(status, 'Error');
    includes(message, 'could not be reached', 'Base URL');
    return message;
  });

  const fieldsOfAgent = async (credentialId: string): Promise<MapperFields> =>
    (await api.post('/dynamic-node-parameters/resource-mapper-fields', {
      path: 'parameters.agentVariables',
      methodName: 'agentVariables',
      nodeTypeAndVersion: { name: nodeType, version: 1 },
      currentNodeParameters: { resource: 'call', operation: 'place', variablesMode: 'agent' },
      credentials: { voiceflowApi: { id: credentialId, name: 'Voiceflow' } },
    })) as unknown as MapperFields;

  await report.check('One field for each variable of the agent, none for built-in ones', async () => {
    const { fields } = await fieldsOfAgent(use.credentialId);
    const own = [
      'account_type',
      'appointment',
      'is_premium',
      'open_invoices',
      'order_numbers',
      'scores',
      'user_name',
    ];
    same(fields.map(({ id }) => id).sort(), own);
    same(sandbox.calls, [], 'What was called');
    return `${fields.length} fields`;
  });

  await report.check('Without a project, the reason stands where the fields would be', async () => {
    const credentialId = await api.createCredential('No project', 'voiceflowApi', { ...good, projectId: '' });
    const { fields, emptyFieldsNotice = '' } = await fieldsOfAgent(credentialId);
    same(fields, []);
    includes(emptyFieldsNotice, 'Project ID');
    return emptyFieldsNotice;
  });
}

interface MapperFields {
  fields: { id: string; displayName: string }[];
  emptyFieldsNotice?: string;
}

function find(list: readonly PropertyInfo[] | undefined, name: string): PropertyInfo | undefined {
  return list?.find((property) => property.name === name);
}
