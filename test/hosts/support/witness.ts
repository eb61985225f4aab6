import type { RecordedRequest, Sandbox } from '../../sandbox';

/** The numbers of all outbound requests that reached the sandbox, in the order of arrival. */
export function arrivals({ requests }: Sandbox): string[] {
  return requests
    .filter(isCall)
    .map(({ body }) => String((JSON.parse(body.toString()) as { to: unknown }).to));
}

/** Those that the sandbox has answered. */
export function answered({ requests }: Sandbox): number {
  return requests.filter((request) => isCall(request) && request.status !== null).length;
}

/** Numbers that were called more than once. */
export function rungTwice(sandbox: Sandbox): string[] {
  const numbers = sandbox.calls.map(({ to }) => to);
  return numbers.filter((number, index) => numbers.indexOf(number) !== index);
}

function isCall({ path }: RecordedRequest): boolean {
  return path.endsWith('/outbound');
}
