/** `npm start`: the demonstration, or with `--live` one real call. */
import { createInterface } from 'node:readline';
import { placeLive, type Terminal } from './live';
import { help, readOptions } from './options';
import { paintFor } from './paint';
import { show } from './show';

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const terminal: Terminal = {
  interactive: process.stdin.isTTY && process.stdout.isTTY,
  print,
  ask: (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input: process.stdin, output: process.stdout });
      // Ctrl+D and Ctrl+C end the question without an answer.
      lines.once('close', () => resolve(''));
      lines.question(question, (answer) => {
        resolve(answer);
        lines.close();
      });
    }),
};

async function run(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    print(help);
    return true;
  }
  if (options.live !== null) return await placeLive(options.live, terminal);
  return await show(print, paintFor(process.stdout, process.env['NO_COLOR']));
}

run()
  .then((well) => {
    process.exitCode = well ? 0 : 1;
  })
  .catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\nSee npm start -- --help\n`,
    );
    process.exitCode = 1;
  });
