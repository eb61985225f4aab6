/**
 * Entries of a list as either product delivers it: a list of texts, or text with commas, semicolons or lines.
 * Empty entries are dropped. `null` if it is neither.
 */
export function listEntries(input: unknown): readonly string[] | null {
  if (input === undefined || input === null) return [];
  const parts: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (!parts.every((part) => typeof part === 'string')) return null;
  return parts
    .flatMap((part) => part.split(/[,;\r\n]/))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
