/** What has to stay hidden, chosen so that no part of it appears by chance. */
export const apiKey = 'VF.DM.65f0c0ffee0ddba11ca11099.Tell0Nobody0This';
export const number = '+12025550147';

/** The key, or the part of it that is secret; as it is or encoded. */
export function holdsKey(text: string): boolean {
  const base64 = Buffer.from(apiKey).toString('base64').slice(0, 40);
  return text.includes('Tell0Nobody0This') || text.includes(base64);
}

/** The whole number, however it is punctuated. The first and last digits alone are fine. */
export function holdsNumber(text: string): boolean {
  return /202[^\d]{0,3}555[^\d]{0,3}0147/.test(text);
}

/** Where it stands, for the person who has to find the leak. */
export function around(text: string, holds: (text: string) => boolean): string {
  const line = text.split('\n').find(holds) ?? text;
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
