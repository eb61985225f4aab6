import { runZapierCommand } from '../support/zapier-app';

/** The app as Zapier's platform describes it, in the parts that the style rules look at. */
export interface Definition {
  authentication: { connectionLabel: unknown; fields: Field[] };
  creates?: Record<string, Action>;
  searches?: Record<string, Action>;
  triggers?: Record<string, Action>;
}

export interface Action {
  key: string;
  noun: string;
  display: { label: string; description: string; hidden?: boolean };
  operation: {
    inputFields?: unknown[];
    outputFields?: OutputField[];
    sample?: Record<string, unknown>;
  };
}

export interface Field {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  helpText?: string;
  choices?: unknown;
  dynamic?: string;
  children?: Field[];
}

export interface OutputField {
  key: string;
  label?: string;
  type?: string;
  dict?: boolean;
  list?: boolean;
}

export async function loadDefinition(): Promise<Definition> {
  return (await runZapierCommand('definition')) as Definition;
}

/** Everything a user can see in the list of a kind; hidden ones only feed dropdowns. */
export function visible(actions: Record<string, Action> = {}): Action[] {
  return Object.values(actions).filter(({ display }) => display.hidden !== true);
}

export function allActions({ triggers, searches, creates }: Definition): Action[] {
  return [triggers, searches, creates].flatMap((actions) => visible(actions));
}

/** Input fields that are there without asking the server. */
export function staticFields({ operation }: Action): Field[] {
  return (operation.inputFields ?? []).filter(
    (field): field is Field => typeof field === 'object' && field !== null && 'key' in field,
  );
}
