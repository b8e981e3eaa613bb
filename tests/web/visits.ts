/** Visits of a browser to the pages of gateways: what went wrong in it, and what axe and the eye would find on a page. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser';

const project = resolve(__dirname, '../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Makes the styles and scripts of the pages, unless that was done. */
export function buildPages(): void {
  if (existsSync(join(project, 'dist/web/manifest.json'))) return;
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
  execFileSync(process.execPath, vite, { cwd: project });
}

export class Visits {
  /** What the console said, and requests to other places than the gateway, since the last look. */
  private trouble: string[] = [];

  private constructor(private readonly browser: Browser) {}

  static async begin(): Promise<Visits> {
    buildPages();
    return new Visits(await openBrowser());
  }

  /** Opens a page of a gateway, and closes it after the look. */
  async to<T>(
    address: string,
    look: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    const visit = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await visit.newPage();
    const { origin } = new URL(address);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.trouble.push(message.text());
    });
    page.on('pageerror', (error) => this.trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
        this.trouble.push(`A request to ${request.url()}`);
    });
    try {
      await page.goto(address);
      return await look(page);
    } finally {
      await visit.close();
    }
  }

  /** What went wrong since it was asked last. */
  takeTrouble(): string[] {
    return this.trouble.splice(0);
  }

  end(): Promise<void> {
    return this.browser.close();
  }
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Opens all that can be opened, but menus, which lie above the page. */
export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = !each.classList.contains('menu');
  });

/** What axe finds by WCAG 2.2 AA and by its own best practices. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe);
  const violations = await page.evaluate<Violation[]>(`axe.run({ resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.filter(${isViolation}) })))`);
  return violations
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300) ?? ''}`);
}

/** A name that is cut off in a drawing begins the accessible name, which axe does not see for the ellipsis. */
const isViolation = `({ target, any }) =>
  !any.some(({ id }) => id === 'label-content-name-mismatch') ||
  !document.querySelector(target[0]).textContent.includes('…')`;
