import type { IExecuteFunctions } from 'n8n-workflow';
import type { RawCall } from '../../../../shared';
import { unreadable } from '../unreadable';
import { placeFields } from './place.fields';

/**
 * The node's parameters for one item in the core's names. Nothing is checked here: that is the core's work.
 * @throws CallError `invalid-setting` if the expression in one of them fails
 */
export function readCall(context: IExecuteFunctions, itemIndex: number): RawCall {
  const parameter = (name: string): unknown => readParameter(context, name, itemIndex);
  const options = record(parameter('options'));
  const policy = record(parameter('callingPolicy'));
  const delivery = record(parameter('delivery'));
  return {
    outboundApi: parameter('outboundApi'),
    to: parameter('to'),
    defaultCountry: parameter('defaultCountry'),
    // As they are, and nothing for a rule that is not there: a consent field counts as soon as it is used.
    ...policy,
    ...readVariables(parameter, context.getInputData()[itemIndex]?.json ?? {}),
    // Only what is there, since a setting that got no value from its expression is refused.
    ...pick(options, ['detectAnsweringMachine', 'dryRun']),
    ...pick(delivery, ['timeout', 'deduplicationKey']),
  };
}

/** The number as it was given, for the item of a call that failed; `null` if it cannot even be read. */
export function readTo(context: IExecuteFunctions, itemIndex: number): string | null {
  try {
    const to = readParameter(context, 'to', itemIndex);
    return typeof to === 'string' || typeof to === 'number' ? String(to) : null;
  } catch {
    return null;
  }
}

/**
 * The settings that hold for the whole run; an expression in them is evaluated for the first item.
 * @throws CallError `invalid-setting` if it fails
 */
export function readDelivery(context: IExecuteFunctions): Record<string, unknown> {
  return record(readParameter(context, 'delivery', 0));
}

function readParameter(context: IExecuteFunctions, name: string, itemIndex: number): unknown {
  try {
    return context.getNodeParameter(name, itemIndex, undefined);
  } catch (error) {
    const label = placeFields.find((field) => field.name === name)?.displayName ?? name;
    throw unreadable(`“${label}”`, error, 'Check the expression in this field, and run it again.');
  }
}

function readVariables(
  parameter: (name: string) => unknown,
  item: Readonly<Record<string, unknown>>,
): Pick<RawCall, 'agentVariables' | 'variables' | 'variableRows'> {
  switch (parameter('variablesMode')) {
    case 'json':
      return { variables: parameter('variablesJson') };
    case 'agent':
      return { agentVariables: mapped(record(parameter('agentVariables')), item) };
    default:
      return {
        variableRows: list(record(parameter('variableFields'))['variable']).map((row) => ({
          name: record(row)['name'],
          value: record(row)['value'],
        })),
      };
  }
}

/** A resource mapper's values, or the item's own fields of the same names if the user chose that. */
function mapped(
  mapper: Readonly<Record<string, unknown>>,
  item: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (mapper['mappingMode'] !== 'autoMapInputData') return record(mapper['value']);
  const names = list(mapper['schema']).flatMap((field) => {
    const { id, removed } = record(field);
    return typeof id === 'string' && removed !== true && Object.hasOwn(item, id) ? [id] : [];
  });
  // Mapped and empty, which counts: a value of the last call to this person would stay otherwise.
  return Object.fromEntries(names.map((name) => [name, item[name] ?? '']));
}

function pick(from: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
