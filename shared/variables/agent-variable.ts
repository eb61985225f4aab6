import { isPlainObject } from './json-value';
import { builtInVariables, isObjectInternal } from './variable-name';

/** A variable that the agent declares, as far as a call needs to know it. */
export interface AgentVariable {
  readonly name: string;
  readonly description: string | null;
  /** `text`, `number`, `boolean` and `any` matter here; others are sent as they come. */
  readonly datatype: string;
  readonly isArray: boolean;
}

/**
 * Takes the variables out of an agent's export, which also holds secrets: nothing else is kept. Built-in ones
 * are left out. Older exports list plain names under `version`.
 * @returns `null` if this is no export
 */
export function readAgentVariables(exported: unknown): AgentVariable[] | null {
  if (!isPlainObject(exported)) return null;
  const version = isPlainObject(exported['version']) ? exported['version'] : {};
  const list = Array.isArray(exported['variables']) ? exported['variables'] : version['variables'];
  if (!Array.isArray(list)) return null;
  const variables = list.map(readOne).filter((variable) => variable !== null);
  return variables.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function readOne(entry: unknown): AgentVariable | null {
  const declared: Record<string, unknown> =
    typeof entry === 'string' ? { name: entry } : isPlainObject(entry) ? entry : {};
  const { name, description, datatype, system } = declared;
  if (typeof name !== 'string' || !/^[A-Za-z_]\w*$/.test(name)) return null;
  if (builtInVariables.includes(name) || isObjectInternal(name)) return null;
  if (system !== undefined && system !== null) return null;
  return {
    name,
    description: typeof description === 'string' && description.trim() !== '' ? description.trim() : null,
    datatype: typeof datatype === 'string' ? datatype : 'any',
    isArray: declared['isArray'] === true,
  };
}
