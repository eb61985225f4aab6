import { fields } from '../../shared';
import { sideBySide, wrap } from './columns';
import type { Paint } from './paint';
import type { DemoCall, Scenario } from './scenario';
import type { Testimony } from './witness';

export const screenWidth = 98;
const indent = '    ';
const widths = [26, 30, 32] as const;
const heads = ['What was asked', 'What Voiceflow saw', 'What the user gets'];

/** What stands above the table. */
export function opening(url: string, calls: number, paint: Paint): string {
  const words = `The Zapier app in Zapier’s own handler and the n8n node in n8n’s own engine, both as they are built for users, place ${calls} calls through a local Voiceflow on ${url}. No phone rings.`;
  return [
    '',
    paint.bold('Voiceflow outbound calls, in Zapier and in n8n'),
    '',
    ...wrap(words, screenWidth),
    '',
    paint.bold(indent + sideBySide(heads, widths).join('')),
    rule(paint),
  ].join('\n');
}

/** One scenario: its title, and under it what was asked, what arrived and what came back. */
export function chapter(
  index: number,
  scenario: Scenario,
  testimonies: readonly Testimony[],
  problems: readonly string[],
  paint: Paint,
): string {
  const [first] = testimonies;
  const cells = first === undefined ? [] : [asked(scenario.call), saw(first), got(first)];
  const verdict =
    problems.length === 0
      ? paint.good(`${testimonies.map(({ product }) => `${product} ok`).join(', ')}: same bytes, same words`)
      : paint.bad('NOT AS EXPECTED');
  return [
    `${String(index).padStart(2)}  ${paint.bold(scenario.title)}`,
    ...sideBySide(cells, widths).map((line) => indent + line),
    indent + verdict,
    ...problems
      .flatMap((problem) => wrap(problem, screenWidth - 6))
      .map((line) => paint.bad(`      ${line}`)),
    rule(paint),
  ].join('\n');
}

function rule(paint: Paint): string {
  return paint.dim('-'.repeat(screenWidth));
}

function asked({ to, defaultCountry, agentVariables, variables, dryRun }: DemoCall): string {
  const values = Object.entries({ ...agentVariables, ...variables }).map(
    ([name, value]) => `  ${name}: ${typeof value === 'string' ? value : value.join(', ')}`,
  );
  return [
    `${fields.to.label}\n  ${to}`,
    ...(defaultCountry === undefined ? [] : [`${fields.defaultCountry.label}\n  ${defaultCountry}`]),
    ...(values.length === 0 ? [] : [fields.variables.label, ...values]),
    ...(dryRun === true ? [`${fields.dryRun.label}\n  yes`] : []),
  ].join('\n');
}

function saw({ arrived }: Testimony): string {
  if (arrived.length === 0) return 'nothing';
  return arrived
    .map(({ method, path, body, status, accepted }) => {
      const answer = status === null ? 'no answer' : `answered ${status}`;
      const call = accepted ? 'call placed' : 'no call placed';
      return `${method} /${path.split('/')[1] ?? ''}/…\n${readable(body)}\n${call}, ${answer}`;
    })
    .join('\n');
}

/** JSON in one line if it fits, else with each value on a line of its own. */
function readable(body: Buffer): string {
  const text = body.toString('utf8');
  const [, sawWidth] = widths;
  if (text.length <= sawWidth) return text;
  const lines = JSON.stringify(JSON.parse(text), null, 2);
  return lines.replace(/\[[^\]{}]*\]/g, (list) => list.replace(/\s+/g, ''));
}

function got({ ending: { ends, words } }: Testimony): string {
  return `${ends}\n${words}`;
}
