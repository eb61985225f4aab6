import { parseArgs } from 'node:util';

export const HELP = `Usage: npm run sandbox -- [options]

A local Voiceflow for building a Zap or an n8n workflow without ringing anyone.

  --port <n>          port to listen on (8787; 0: any free one)
  --host <address>    address to listen on (127.0.0.1). For an n8n in Docker: 0.0.0.0, which opens the
                      sandbox to your network, with http://host.docker.internal:<port> as Base URL;
                      on Linux also: docker run --add-host=host.docker.internal:host-gateway
  --lines <n>         calls that can go on at the same time (no limit); one more is answered 429
  --call-seconds <n>  how long a call holds its line (30)
  --help              this text
`;

export interface CommandOptions {
  port: number;
  host: string;
  lines: number;
  callSeconds: number;
  help: boolean;
}

/** Reads the command line. Throws an error whose message is meant for the person who typed it. */
export function readOptions(args: string[]): CommandOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      lines: { type: 'string' },
      'call-seconds': { type: 'string', default: '30' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    port: wholeNumber('--port', values.port, 0, 65_535),
    host: values.host,
    lines: values.lines === undefined ? Infinity : wholeNumber('--lines', values.lines, 1, 10_000),
    callSeconds: wholeNumber('--call-seconds', values['call-seconds'], 0, 86_400),
    help: values.help,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}.`);
}
