/**
 * Calls the handler of an unpacked zip: `handler-driver.mjs <zapierwrapper.js> <event> <answer>`. The answer goes
 * into a file, since Zapier's core prints lines of its own. Plain JavaScript: nothing of this checkout is loaded.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [wrapper, eventFile, answerFile] = process.argv.slice(2);
const { handler } = createRequire(wrapper)(wrapper);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
const answer = { results: null, error: null };
try {
  answer.results = (await handler(event)).results;
} catch (error) {
  const { name, message, code, outcome, field } = error;
  answer.error = { name, message, code, outcome, field };
}
writeFileSync(answerFile, JSON.stringify(answer));
// A call that was given up may still wait for its answer.
process.exit(0);
