import type { OutputField } from './zapier-definition';

const smallWords = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** What Zapier's reviewers would say of a label; `null`: nothing. */
export function labelProblem(label: string, mostWords: number): string | null {
  const words = label.split(' ').filter((word) => word !== '');
  if (words.length === 0) return 'is empty';
  if (words.length > mostWords) return `has more than ${mostWords} words`;
  const small = words.find((word, index) =>
    smallWords.test(word) ? index === 0 || index === words.length - 1 : /^\(?[a-z]/.test(word),
  );
  return small === undefined ? null : `has “${small}” in lower case`;
}

/** Lower case letters and digits, for comparing what two texts say. */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What is wrong with a value of a sample beside its output field. */
export function sampleProblem(value: unknown, field: OutputField | undefined): string | null {
  if (field === undefined) return 'has no output field';
  const type = field.dict === true ? 'dict' : (field.type ?? 'string');
  if (value === null) return null;
  if (matches(value, type)) return null;
  return `is ${JSON.stringify(value)}, its output field says ${type}`;
}

function matches(value: unknown, type: string): boolean {
  switch (type) {
    case 'datetime':
      return typeof value === 'string' && isoTime.test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'dict':
      return typeof value === 'object';
    default:
      // A text that reads as a time belongs in a field for times.
      return typeof value === 'string' && !isoTime.test(value);
  }
}
