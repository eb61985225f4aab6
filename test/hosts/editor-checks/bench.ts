import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox';
import type { Page } from '../support/browser';
import type { Editor } from '../support/editor-page';
import type { Report } from '../support/report';

/** A browser that looks at one workflow of a real n8n, and the sandbox that its calls reach. */
export interface EditorBench {
  readonly report: Report;
  readonly sandbox: Sandbox;
  readonly page: Page;
  readonly editor: Editor;
  readonly workflowId: string;
  /** The folder for pictures. */
  readonly pictures: string;
}

const heaviest = 150_000;

/** Takes a picture. @throws an error if it is too heavy for the docs */
export async function picture({ page, editor, pictures }: EditorBench, name: string): Promise<string> {
  await editor.settle();
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  const seen = `${name}.png, ${Math.round(size / 1000)} kB`;
  if (size > heaviest) throw new Error(`${seen}: more than ${heaviest / 1000} kB`);
  return seen;
}
