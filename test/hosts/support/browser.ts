import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cached } from './cache';
import { debianPackages } from './debian';
import { npm } from './npm';

const version = '1.65.1';

/** What the checks use of Playwright, which is installed when they run and has no types before. */
export interface Page {
  setDefaultTimeout(ms: number): void;
  goto(url: string): Promise<unknown>;
  locator(selector: string, options?: Which): Locator;
  screenshot(options: { path: string }): Promise<unknown>;
  waitForTimeout(ms: number): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

/** An element of the page; each step waits for it, as long as the page's default says. */
export interface Locator {
  locator(selector: string, options?: Which): Locator;
  filter(which: Which): Locator;
  first(): Locator;
  last(): Locator;
  count(): Promise<number>;
  click(): Promise<void>;
  dblclick(): Promise<void>;
  fill(text: string): Promise<void>;
  hover(): Promise<void>;
  inputValue(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  innerText(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  scrollIntoViewIfNeeded(): Promise<void>;
  waitFor(options?: { state?: 'visible' | 'hidden'; timeout?: number }): Promise<void>;
}

interface Which {
  hasText?: string | RegExp;
  has?: Locator;
  visible?: boolean;
}

export interface Browser {
  newPage(options: { viewport: { width: number; height: number }; locale: string }): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  chromium: { launch(options: object): Promise<Browser> };
}

/** Debian's Chromium without a window, with a fresh profile, and without a word to anybody. */
export async function startBrowser(logs: string): Promise<Browser> {
  await debianPackages(['chromium', 'fonts-liberation'], logs);
  const folder = await cached('playwright-core', version, async (part) => {
    writeFileSync(join(part, 'package.json'), '{"private": true}\n');
    await npm(part, ['install', '--ignore-scripts', `playwright-core@${version}`]);
  });
  const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core') as Playwright;
  return await chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // The report ends the processes on Ctrl+C; Playwright ends its browser when this process exits.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
