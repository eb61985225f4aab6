import { allActions, staticFields, visible, type Definition } from './zapier-definition';
import { labelProblem, normalised, sampleProblem } from './zapier-words';

/** One thing that Zapier's reviewers look at and a script can see. */
export interface StyleRule {
  /** Zapier's number, where it has one. */
  id: string;
  wants: string;
  /** What is wrong, one sentence each. */
  findings(app: Definition): string[];
}

const nameOfApp = /voiceflow|zapier/i;
const httpLink = /http:\/\//;
const secretName = /key|secret|token|password/i;

export const styleRules: readonly StyleRule[] = [
  {
    id: 'labels',
    wants: 'labels of one to five words in Title Case, without the name of the app',
    findings: (app) =>
      allActions(app).flatMap(({ key, display: { label } }) => {
        const problem = nameOfApp.test(label) ? 'names the app' : labelProblem(label, 5);
        return problem === null ? [] : [`${key}: “${label}” ${problem}`];
      }),
  },
  {
    id: 'field labels',
    wants: 'labels of fields in Title Case',
    findings: (app) =>
      inputs(app).flatMap(({ key, label, type }) => {
        const problem = type === 'copy' ? null : labelProblem(label ?? '', 6);
        return problem === null ? [] : [`${key}: “${label ?? ''}” ${problem}`];
      }),
  },
  {
    id: 'descriptions',
    wants: 'descriptions of actions in the third person, one sentence with a full stop',
    findings: ({ creates, searches }) =>
      [...visible(creates), ...visible(searches)]
        .filter(({ display }) => !/^[A-Z][a-z]+s [^.]+\.$/.test(display.description))
        .map(({ key, display }) => `${key}: “${display.description}”`),
  },
  {
    id: 'trigger descriptions',
    wants: 'descriptions of triggers that read “Triggers when … .”',
    findings: ({ triggers }) =>
      visible(triggers)
        .filter(({ display }) => !/^Triggers when [^.]+\.$/.test(display.description))
        .map(({ key, display }) => `${key}: “${display.description}”`),
  },
  {
    id: 'nouns',
    wants: 'singular nouns in Title Case',
    findings: (app) =>
      allActions(app)
        .filter(({ noun }) => /[^s]s$/.test(noun) || labelProblem(noun, 3) !== null)
        .map(({ key, noun }) => `${key}: “${noun}”`),
  },
  {
    id: 'order',
    wants: 'required fields first',
    findings: (app) =>
      allActions(app).flatMap((action) => {
        const fields = staticFields(action).filter(({ type }) => type !== 'copy');
        const optional = fields.findIndex(({ required }) => required !== true);
        const late =
          optional === -1 ? [] : fields.slice(optional).filter(({ required }) => required === true);
        return late.map(
          ({ key }) => `${action.key}: “${key}” is required and stands after an optional field`,
        );
      }),
  },
  {
    id: 'D001',
    wants: 'no key or secret in an action',
    findings: (app) =>
      actionFields(app)
        .filter(({ key, label, type }) => type === 'password' || secretName.test(`${key} ${label ?? ''}`))
        .filter(({ key }) => key !== 'deduplication_key')
        .map(({ key }) => `“${key}” asks for a secret`),
  },
  {
    id: 'D002',
    wants: 'a link at each value that has to be looked up in Voiceflow',
    findings: (app) =>
      inputs(app)
        .filter(({ helpText }) => /\b(?:open|shows under)\b.* > /.test(helpText ?? ''))
        .filter(({ helpText }) => !/\]\(https:\/\/[^)]+\)/.test(helpText ?? ''))
        .map(({ key }) => `“${key}” tells where to look and has no link`),
  },
  {
    id: 'D004',
    wants: 'no field of an action that asks for an ID, unless it has a dropdown',
    findings: (app) =>
      actionFields(app)
        .filter(({ label, dynamic, choices }) => /\bIDs?$/.test(label ?? '') && !(dynamic ?? choices))
        .map(({ key, label }) => `“${key}” is called “${label ?? ''}”`),
  },
  {
    id: 'D007',
    wants: 'https links only',
    findings: (app) => (httpLink.test(JSON.stringify(app)) ? ['there is a link with http:'] : []),
  },
  {
    id: 'D010',
    wants: 'a sample with an id',
    findings: (app) =>
      allActions(app)
        .filter(({ operation }) => !operation.sample?.['id'])
        .map(({ key }) => `${key} has no sample with an id`),
  },
  {
    id: 'D011',
    wants: 'help texts that say more than the label, in sentences',
    findings: (app) =>
      inputs(app)
        .filter(({ helpText }) => helpText !== undefined)
        .filter(({ label, helpText = '' }) => {
          const more = normalised(helpText)
            .replace(normalised(label ?? ''), '')
            .trim();
          return more.split(' ').length < 4 || !/[.)]$/.test(helpText);
        })
        .map(({ key, helpText }) => `“${key}”: “${helpText ?? ''}”`),
  },
  {
    id: 'D022',
    wants: 'input fields that are there before the server was asked',
    findings: (app) =>
      [...visible(app.creates), ...visible(app.searches)]
        .filter((action) => !staticFields(action).some(({ type }) => type !== 'copy'))
        .map(({ key }) => `${key} has dynamic fields only`),
  },
  {
    id: 'D023, D024',
    wants: 'an output field of the same type for each value of the sample, times in ISO 8601 with a zone',
    findings: (app) =>
      allActions(app).flatMap(({ key, operation: { sample = {}, outputFields = [] } }) =>
        Object.entries(sample).flatMap(([name, value]) => {
          const problem = sampleProblem(
            value,
            outputFields.find((field) => field.key === name),
          );
          return problem === null ? [] : [`${key}: ${name} ${problem}`];
        }),
      ),
  },
];

function actionFields(app: Definition): ReturnType<typeof staticFields> {
  return allActions(app).flatMap((action) => staticFields(action).flatMap(withChildren));
}

function inputs(app: Definition): ReturnType<typeof staticFields> {
  return [...app.authentication.fields, ...actionFields(app)];
}

function withChildren(field: ReturnType<typeof staticFields>[number]): ReturnType<typeof staticFields> {
  return [field, ...(field.children ?? []).flatMap(withChildren)];
}
