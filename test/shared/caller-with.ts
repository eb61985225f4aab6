import { createCaller, parseConnection, type Caller, type Host, type RawConnection } from '../../shared';
import { nodeHost } from '../support/core-host';

/** The core over a real socket, with some of the host's powers in the hands of a test. */
export function callerWith(raw: RawConnection, powers: Partial<Host> = {}): Caller {
  const connection = parseConnection(raw);
  return createCaller(connection, { ...nodeHost(connection.apiKey), ...powers });
}
