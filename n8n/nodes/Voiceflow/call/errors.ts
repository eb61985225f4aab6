import {
  NodeApiError,
  NodeOperationError,
  type IDataObject,
  type INode,
  type INodeExecutionData,
} from 'n8n-workflow';
import { explainCall, isCallError, listItems, wereOthersCalled, type CallOutcome } from '../../../../shared';

/** The error that ends a run. n8n shows `message` as the headline and `description` below it. */
function toNodeError(
  node: INode,
  error: unknown,
  itemIndex: number,
  othersCalled: boolean,
): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
  if (!isCallError(error)) {
    return new NodeOperationError(node, error instanceof Error ? error : String(error), { itemIndex });
  }
  const { what, fix } = explainCall(error, othersCalled);
  const options = { message: what, description: fix, itemIndex };
  const { code, outcome, field, reason, httpStatus } = error;
  const nodeError =
    httpStatus === null
      ? new NodeOperationError(node, what, options)
      : // An empty response body, or n8n would show the server's page instead of our words.
        new NodeApiError(node, {}, { ...options, httpCode: String(httpStatus) });
  Object.assign(nodeError.context, { errorCode: code, outcome, field, reason });
  return nodeError;
}

/** The error that ends a batch: the first failure, and what became of all the others. */
export function toBatchError(
  node: INode,
  outcomes: readonly CallOutcome[],
): NodeApiError | NodeOperationError {
  const itemIndex = outcomes.findIndex((outcome) => outcome !== null && 'error' in outcome);
  const outcome = outcomes[itemIndex] ?? null;
  const nodeError = toNodeError(
    node,
    outcome !== null && 'error' in outcome ? outcome.error : null,
    itemIndex,
    wereOthersCalled(outcomes, itemIndex),
  );
  if (outcomes.length > 1) {
    nodeError.description = `${nodeError.description ?? ''} Of ${outcomes.length} calls: ${listItems(outcomes)}. Item 0 is the first.`;
  }
  return nodeError;
}

/** The item that a call becomes. */
export function toItem(outcome: CallOutcome, to: string | null, itemIndex: number): INodeExecutionData {
  if (outcome === null || 'error' in outcome) return toErrorItem(outcome?.error, to, itemIndex);
  // A copy, since n8n lets later nodes change what they get.
  const json = JSON.parse(JSON.stringify(outcome.result)) as IDataObject;
  return { json, pairedItem: { item: itemIndex } };
}

/**
 * The item that stands for a failed call when the workflow goes on. Its own `error` property stays unset: n8n
 * would drop everything else.
 */
function toErrorItem(error: unknown, to: string | null, itemIndex: number): INodeExecutionData {
  const pairedItem = { item: itemIndex };
  if (!isCallError(error)) {
    return { json: { error: error instanceof Error ? error.message : String(error) }, pairedItem };
  }
  const { what, fix } = explainCall(error);
  const { code, outcome, field, reason, httpStatus } = error;
  return {
    json: {
      error: what,
      details: { errorCode: code, outcome, field, reason, to, httpStatus, howToFix: fix },
    },
    pairedItem,
  };
}
