/** The public surface of the core: what the Zapier app and the n8n node are built from. */
export {
  CallError,
  explainCall,
  explainQuestion,
  isCallError,
  type ErrorCode,
  type Explanation,
  type FailedOutcome,
} from './call-error';
export { deliveryBounds, parseDelivery, parseRepeatWindow, type Delivery } from './batch/delivery';
export { createKeyLocks, type KeyLocks } from './batch/key-locks';
export type { CallOutcome } from './batch/place-all';
export { listItems, summarise, wereOthersCalled } from './batch/summary';
export type { CallResult } from './call/call-result';
export { timeoutBounds, type OutboundCall, type RawCall } from './call/prepare-call';
export { createCaller, type Caller, type PlaceSettings } from './caller';
export { defaultBaseUrl } from './connection/base-url';
export { authorize } from './connection/authorization';
export { parseConnection, type Connection, type RawConnection } from './connection/connection';
export { fields } from './fields';
export type { Host } from './host';
export type { HttpClient, HttpResponse } from './http/http-client';
export { keyValueLedger, type KeyValueStore } from './ledger/key-value-ledger';
export type { Ledger } from './ledger/ledger';
export { layeredLedger, memoryLedger, type RunMemory } from './ledger/memory-ledger';
export { createRowLock, ForeignRowError, type RowLock, type SharedRow } from './ledger/row-lock';
export { windowLedger, type RecordStore } from './ledger/window-ledger';
export { countries } from './phone/countries';
export { maskNumbers } from './phone/mask';
export { callingDays } from './policy/read-calling-hours';
export type { AgentVariable } from './variables/agent-variable';
