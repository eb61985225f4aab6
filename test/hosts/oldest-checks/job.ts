import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeParameters } from 'n8n-workflow';

/** One execution of a workflow that consists of the node alone. */
export interface RunJob {
  readonly parameters?: INodeParameters;
  readonly items?: readonly IDataObject[];
  /** Settings of the node beside its parameters, such as `onError`. */
  readonly settings?: Partial<INode>;
  readonly mode?: 'manual' | 'retry';
  readonly executionId?: string;
  /** Presses the stop button so long after the start. */
  readonly stopAfterMs?: number;
}

/** What an engine's process is to do; everything in it survives JSON. */
export interface Job {
  /** The folder whose `node_modules` hold n8n-core and n8n-workflow. */
  readonly engine: string;
  /** The installed package. */
  readonly installed: string;
  readonly credential: ICredentialDataDecryptedObject;
  /** Whether n8n's own store of marks is there, on which “For Some Hours” relies. */
  readonly hasStore: boolean;
  /** Executions, one after the other, in one process. */
  readonly runs?: readonly RunJob[];
  /** Asks for the test of the credential and for the fields of the agent, as the editor does. */
  readonly editor?: boolean;
  readonly answerFile: string;
}

export interface RunAnswer {
  readonly status: string;
  readonly items: { json: Record<string, unknown>; pairedItem?: unknown }[];
  readonly error: { message: string; description: string; context: Record<string, unknown> } | null;
  /** What n8n shows above the output. */
  readonly hints: string[];
  readonly ms: number;
}

export interface Answer {
  readonly core: string;
  readonly workflow: string;
  readonly runs: RunAnswer[];
  readonly credentialTest: { status: string; message: string } | null;
  readonly fields: { ids: string[]; notice: string } | null;
}
