/** One step of the check: a command that runs by itself and is judged by its exit code. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const bin = (name) => join(root, 'node_modules', name);

/** The JavaScript behind a command, since what lies in .bin differs from system to system. */
export const commands = {
  build: [join(root, 'esbuild.config.mjs')],
  types: [bin('typescript/bin/tsc'), '--noEmit'],
  lint: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'],
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  jest: [bin('jest/bin/jest.js')],
};

/** Runs one step to its end and prints how it went; what it wrote is kept. */
export async function runStep(name, args) {
  const started = Date.now();
  const { code, output } = await run(args);
  const passed = code === 0;
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`  ${name.padEnd(24)} ${seconds} s  ${passed ? 'passed' : 'FAILED'}\n`);
  return { name, passed, output };
}

/** A test that leaves a socket open keeps jest alive for ever; nothing here takes a tenth of this. */
const limitMs = 10 * 60_000;

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const limit = setTimeout(() => {
      output += `\nStopped, since it had not ended after ${limitMs / 60_000} minutes.`;
      child.kill();
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code, output });
    });
  });
}
