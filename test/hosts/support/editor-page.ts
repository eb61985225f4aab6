import { owner } from './n8n-api';
import type { Locator, Page } from './browser';

const byTestId = (id: string): string => `[data-test-id="${id}"]`;

/** n8n's editor as a person uses it, so that the checks read as what that person does. */
export class Editor {
  constructor(
    private readonly page: Page,
    private readonly url: string,
  ) {}

  /** An element by the name that n8n's own tests know it by. */
  part(testId: string): Locator {
    return this.page.locator(byTestId(testId));
  }

  async logIn(): Promise<void> {
    await this.page.goto(`${this.url}/signin`);
    // The editor is 20 MB of scripts, which a cold start has to read first.
    await this.page.locator('input[type=password]').waitFor({ timeout: 90_000 });
    await this.page.locator('input[type=email], input[name^=email]').first().fill(owner.email);
    await this.page.locator('input[type=password]').fill(owner.password);
    await this.page.locator('button', { hasText: 'Sign in' }).first().click();
    await this.part('universal-add').waitFor({ timeout: 90_000 });
  }

  async openWorkflow(id: string): Promise<void> {
    await this.page.goto(`${this.url}/workflow/${id}`);
    await this.part('canvas-node').first().waitFor({ timeout: 90_000 });
  }

  field(parameter: string): Locator {
    return this.part(`parameter-input-${parameter}`);
  }

  async type(parameter: string, text: string): Promise<void> {
    await this.field(parameter).locator('input').first().fill(text);
  }

  /** Types an expression, as the editor invites to: `=` switches to it, and `{{` closes itself, with spaces. */
  async typeExpression(parameter: string, expression: string): Promise<void> {
    await this.field(parameter).locator('input').first().click();
    await this.page.keyboard.type('=');
    await this.field(parameter).locator('.cm-content').click();
    await this.page.keyboard.type(`{{${expression}`);
    await this.leaveField();
  }

  /** Replaces what stands in a field that holds an expression. */
  async retype(parameter: string, text: string): Promise<void> {
    await this.field(parameter).locator('.cm-content').click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    await this.leaveField();
  }

  /** Opens a list. @returns what it offers */
  async openList(parameter: string): Promise<string[]> {
    await this.field(parameter).locator('input').first().click();
    return await this.offered('.el-select-dropdown__item');
  }

  async pick(name: string): Promise<void> {
    await this.page.locator('.el-select-dropdown__item').filter({ visible: true, hasText: name }).click();
  }

  /** Opens the list behind a button such as “Add Rule”. @returns what it offers */
  async openAdding(button: string): Promise<string[]> {
    await this.page.locator(`input[placeholder="${button}"]`).click();
    return await this.offered(byTestId('collection-parameter-option'));
  }

  /** Adds one entry of an “Add …” button. */
  async add(button: string, name: string): Promise<void> {
    await this.openAdding(button);
    const options = this.part('collection-parameter-option').filter({ visible: true });
    await options.filter({ hasText: name }).click();
    await options.first().waitFor({ state: 'hidden' });
  }

  /** Points at the question mark beside a field's name. @returns the text that appears, which has these words */
  async help(parameter: string, words: string): Promise<string> {
    const label = this.page.locator(`label[for="${parameter}"]`);
    await label.hover();
    await label.locator('[data-icon="circle-help"]').hover();
    const tip = this.page.locator(`text=${words}`).filter({ visible: true }).first();
    await tip.waitFor();
    return (await tip.innerText()).trim();
  }

  /** Leaves a field; n8n takes its text over a moment later. */
  async leaveField(): Promise<void> {
    await this.part('tab-params').click();
    await this.page.waitForTimeout(1500);
  }

  /** Until nothing moves, and n8n's notices in the corner are gone. */
  async settle(): Promise<void> {
    const notices = this.page.locator('.el-notification__closeBtn').filter({ visible: true });
    while ((await notices.count()) > 0) {
      await notices.first().click();
      await this.page.waitForTimeout(500);
    }
    await this.page.waitForTimeout(700);
  }

  private async offered(selector: string): Promise<string[]> {
    const options = this.page.locator(selector).filter({ visible: true });
    await options.first().waitFor();
    return (await options.allInnerTexts()).map((text) => text.trim());
  }
}
