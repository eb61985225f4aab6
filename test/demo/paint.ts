/** Colour for a terminal, nothing for a file or a pipe. See no-color.org. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

export function paintFor(stream: { isTTY?: boolean }, noColor: string | undefined): Paint {
  const coloured = stream.isTTY === true && (noColor ?? '') === '';
  const style = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: style(1), dim: style(2), good: style(32), bad: style(31) };
}
