/** Splits a text into lines of at most `width` characters, between words where it can; indents stay. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return fold(line.slice(indent.length), width - indent.length).map((part) => indent + part);
  });
}

function fold(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    const end = blank > 0 ? blank : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(blank > 0 ? end + 1 : end);
  }
  return [...lines, rest];
}

/** Texts side by side, each wrapped in a column of its own. */
export function sideBySide(texts: readonly string[], widths: readonly number[], gap = '   '): string[] {
  const columns = texts.map((text, index) => wrap(text, widths[index] ?? 1));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines, index) => (lines[row] ?? '').padEnd(widths[index] ?? 1))
      .join(gap)
      .trimEnd(),
  );
}
