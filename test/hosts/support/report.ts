import { isDeepStrictEqual, inspect } from 'node:util';
import { endAll } from './processes';

/** What a script found out, line by line as it happens, for a person who reads along. */
export interface Report {
  section(title: string): void;
  /** One promise and whether it is kept. @param prove throws if it is not; may return what it saw, in a few words */
  check(promise: string, prove: () => unknown): Promise<void>;
  /** A figure that is neither right nor wrong. */
  measured(what: string, figure: string): void;
  /** How many checks have failed so far. */
  readonly failures: number;
}

const width = 68;

/** Runs a script, prints its report and ends the process: 0 if every check passed. */
export async function reportOn(title: string, script: (report: Report) => Promise<void>): Promise<void> {
  const startedAt = Date.now();
  const failures: string[] = [];
  let passed = 0;
  print(`\n${title}`);
  const report: Report = {
    section: (name) => print(`\n${name}`),
    async check(promise, prove) {
      const from = Date.now();
      try {
        const seen = await prove();
        passed += 1;
        print(
          `  ok    ${promise.padEnd(width)} ${seconds(from)}${typeof seen === 'string' ? `  ${seen}` : ''}`,
        );
      } catch (error) {
        failures.push(promise);
        print(`  FAIL  ${promise.padEnd(width)} ${seconds(from)}\n${indent(explain(error))}`);
      }
    },
    measured: (what, figure) => print(`        ${what.padEnd(width)} ${figure}`),
    get failures() {
      return failures.length;
    },
  };
  // A Ctrl+C must not leave servers behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void endAll().then(() => process.exit(130)));
  }
  try {
    await script(report);
  } catch (error) {
    failures.push('The script itself');
    print(`  FAIL  The script came to a halt\n${indent(explain(error))}`);
  }
  await endAll();
  if (failures.length > 0) print(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
  print(`\n${title}: ${seconds(startedAt).trim()}`);
  print(`${passed} passed, ${failures.length} failed`);
  // Explicitly, since a socket of a process that was killed may keep this one alive.
  process.exit(failures.length === 0 ? 0 : 1);
}

/** @throws an error that shows both values */
export function same(actual: unknown, expected: unknown, what = 'This'): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what} is\n  ${show(actual)}\nand should be\n  ${show(expected)}`);
}

/** @throws an error that shows the text */
export function includes(text: unknown, ...parts: readonly string[]): void {
  const whole = typeof text === 'string' ? text : show(text);
  const missing = parts.filter((part) => !whole.includes(part));
  if (missing.length > 0)
    throw new Error(
      `This text lacks ${missing.map((part) => `“${part}”`).join(', ')}:\n  ${whole.slice(0, 3000)}`,
    );
}

function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 110 }).slice(0, 3000);
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : show(error);
}

function indent(text: string): string {
  return text.replace(/^/gm, '        ');
}

function seconds(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(1).padStart(6)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
