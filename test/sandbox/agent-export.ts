import type { AgentVariableFixture } from './agent-variables';

/** Found anywhere outside the sandbox's own answer, this text proves that a secret has leaked. */
export const SECRET_MARKER = 'SANDBOX-SECRET-THAT-MUST-NEVER-LEAVE-THE-EXPORT';

const FILLER_NODES = 550;

/** About 200 kB of agent, so that a client that keeps or logs all of it is noticed. */
export function agentExport(
  projectId: string,
  variables: readonly AgentVariableFixture[],
  legacy: boolean,
): Record<string, unknown> {
  const names = variables.filter(({ system }) => system === null).map(({ name }) => name);
  return {
    _version: '7.10',
    project: { _id: projectId, name: 'Appointment reminder', platform: 'voiceflow', type: 'voice' },
    version: {
      _id: '65f0c0ffee00000000000001',
      projectID: projectId,
      ...(legacy ? { variables: names } : {}),
    },
    diagrams: { '65f0c0ffee00000000000002': { name: 'ROOT', type: 'TOPIC', nodes: fillerNodes() } },
    secrets: { CRM_TOKEN: SECRET_MARKER, webhook: { signingKey: SECRET_MARKER } },
    ...(legacy
      ? {}
      : { variables: variables.map((fixture, index) => ({ id: `variable-${index}`, ...fixture })) }),
    intents: [],
    entities: [],
  };
}

function fillerNodes(): Record<string, unknown> {
  const nodes: Record<string, unknown> = {};
  for (let index = 0; index < FILLER_NODES; index += 1) {
    const id = `65f0c0ffee00000000${index.toString(16).padStart(6, '0')}`;
    nodes[id] = {
      nodeID: id,
      type: 'speak',
      coords: [index * 40, index * 20],
      data: {
        dialogs: [
          { voice: 'en-US-Neural', content: `Sentence ${index} of a conversation nobody has. `.repeat(4) },
        ],
        // Decoys: only the list at the root counts.
        variables: [`decoy_${index}`],
        ports: [{ type: 'next', target: id }],
      },
    };
  }
  return nodes;
}
