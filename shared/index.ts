/** The public surface of the core: what the Zapier app and the n8n node are built from. */
export {
  CallError,
  errorCodes,
  explainCall,
  explainQuestion,
  isCallError,
  type ErrorCode,
  type Explanation,
  type FailedOutcome,
} from './call-error';
export type { CallResult } from './call/call-result';
export { timeoutBounds, type OutboundCall, type RawCall } from './call/prepare-call';
export { createCaller, type Caller } from './caller';
export { defaultBaseUrl, parseBaseUrl } from './connection/base-url';
export { connectionQuestion } from './connection/check-connection';
export { parseConnection, type Connection, type RawConnection } from './connection/connection';
export { authorizationFor } from './endpoint/dialect';
export { fields, type FieldName, type FieldWords } from './fields';
export type { Host } from './host';
export type { HttpClient, HttpRequest, HttpResponse } from './http/http-client';
export { countries } from './phone/countries';
export { maskNumber } from './phone/mask';
export type { AgentVariable } from './variables/agent-variable';
