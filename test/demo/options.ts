import { parseArgs } from 'node:util';

export const help = `Usage: npm start [-- options]

Without options: places calls through both products and a local Voiceflow. No phone rings.

  --live                  place ONE REAL CALL instead; asks for confirmation at the terminal.
                          It needs these three, from the option or from the environment:
  --key <key>             Voiceflow API key                  VOICEFLOW_API_KEY
  --outbound-api <text>   ID, URL or curl command            VOICEFLOW_OUTBOUND_API
  --to <number>           the phone to ring, with + in front VOICEFLOW_TO
  --base-url <url>        a private cloud or the sandbox; Voiceflow's cloud without it
  --help                  this text

A key on the command line stays in the shell's history: the environment is the better place.
`;

export interface LiveSettings {
  key: string | undefined;
  outboundApi: string | undefined;
  to: string | undefined;
  baseUrl: string | undefined;
}

export interface DemoOptions {
  help: boolean;
  /** `null`: the demonstration. */
  live: LiveSettings | null;
}

/** Reads the command line. Throws an error whose message is meant for the person who typed it. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      live: { type: 'boolean', default: false },
      key: { type: 'string' },
      'outbound-api': { type: 'string' },
      to: { type: 'string' },
      'base-url': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { live, help: wantsHelp, ...settings } = values;
  if (!live && Object.keys(settings).length > 0) {
    throw new Error(`--${Object.keys(settings).join(', --')} only matters together with --live.`);
  }
  if (!live) return { help: wantsHelp, live: null };
  return {
    help: wantsHelp,
    live: {
      key: settings.key ?? env['VOICEFLOW_API_KEY'],
      outboundApi: settings['outbound-api'] ?? env['VOICEFLOW_OUTBOUND_API'],
      to: settings.to ?? env['VOICEFLOW_TO'],
      baseUrl: settings['base-url'],
    },
  };
}
