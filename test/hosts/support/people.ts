const areaCodes = ['212', '213', '305', '312', '415', '512', '617', '702', '206', '404'];

/** Numbers reserved for fiction, all different; none of them is one of the sandbox's magic numbers. */
export function people(count: number, from = 0): string[] {
  if (from + count > areaCodes.length * 100) throw new RangeError('There are 1,000 of them');
  return Array.from({ length: count }, (_, index) => {
    const person = from + index;
    return `+1${areaCodes[Math.floor(person / 100)]}55501${String(person % 100).padStart(2, '0')}`;
  });
}

export const calls = (numbers: readonly string[]): { to: string }[] => numbers.map((to) => ({ to }));
