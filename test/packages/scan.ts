/**
 * n8n's own scan of a folder, offline: `scan.ts source|packed <folder>`. In a process of its own, since the scan
 * is an ES module. Prints the verdict as JSON on its last line.
 */
interface Verdict {
  passed: boolean;
  message?: string;
  details?: string;
}

interface Scanner {
  analyzePackage(folder: string, patterns?: readonly string[]): Promise<Verdict>;
  SOURCE_FILE_PATTERNS: readonly string[];
}

// The package has no types.
const scanner = '@n8n/scan-community-package/scanner/scanner.mjs';

async function scan([leg, folder]: readonly string[]): Promise<Verdict> {
  if (folder === undefined) throw new Error('Which folder?');
  const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(scanner)) as Scanner;
  return leg === 'source' ? analyzePackage(folder, SOURCE_FILE_PATTERNS) : analyzePackage(folder);
}

void scan(process.argv.slice(2)).then((verdict) => {
  process.stdout.write(`\n${JSON.stringify(verdict)}\n`);
});
