import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tests of retry, ledger and outcome as one file: Jest loads the modules anew for each file, which takes longer
 * than the tests themselves, and mutation testing would pay for it hundreds of times.
 */
const folders = ['shared/batch', 'shared/ledger', 'shared/call', 'shared/outcome', 'shared/http'];
const others = ['repeats/closing-time.test.ts', 'repeats/stop.test.ts'];
/** Hundreds of simulated batches for each changed place: the turns are tested one by one beside it. */
const leftOut = ['shared/batch/pace.test.ts'];

const root = join(__dirname, '../..');
const files = folders
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.test.ts') && !leftOut.includes(file));

for (const file of [...files, ...others]) {
  // Within a block, so that what a file does before each test is done for its own tests only.
  describe(file, () => void jest.requireActual(join(root, file)));
}
