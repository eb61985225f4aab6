import { NodeApiError, NodeOperationError, type INode, type INodeExecutionData } from 'n8n-workflow';
import { explainCall, isCallError, type RawCall } from '../../../../shared';

/** The error that ends a run. n8n shows `message` as the headline and `description` below it. */
export function toNodeError(
  node: INode,
  error: unknown,
  itemIndex: number,
): NodeApiError | NodeOperationError {
  if (!isCallError(error)) {
    return new NodeOperationError(node, error instanceof Error ? error : String(error), { itemIndex });
  }
  const { what, fix } = explainCall(error);
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

/**
 * The item that stands for a failed call when the workflow goes on. Its own `error` property stays unset: n8n
 * would drop everything else.
 */
export function toErrorItem(error: unknown, raw: RawCall, itemIndex: number): INodeExecutionData {
  const pairedItem = { item: itemIndex };
  if (!isCallError(error)) {
    return { json: { error: error instanceof Error ? error.message : String(error) }, pairedItem };
  }
  const { what, fix } = explainCall(error);
  const { code, outcome, field, reason, httpStatus } = error;
  const to = typeof raw.to === 'string' || typeof raw.to === 'number' ? String(raw.to) : null;
  return {
    json: {
      error: what,
      details: { errorCode: code, outcome, field, reason, to, httpStatus, howToFix: fix },
    },
    pairedItem,
  };
}
