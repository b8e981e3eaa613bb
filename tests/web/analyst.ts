// An analyst who asks questions by clicking, without scripts.
import { textOf } from '../helpers/html';
import type { Gateway } from '../http/gateway';

const mostClicks = 5;
/** Fields that are typed; the values of all others are chosen. */
const typed = ['on', 'from', 'to', 'q', 'search'];

/** Marks in a word divide its text. */
const letters = (text: string): string => text.replace(/\s/g, '');

const unescaped = (text: string): string => text.replace(/&amp;/g, '&').replace(/&quot;/g, '"');

/** A reader who sees only what a page shows: its links, and the fields of its forms. */
export class Analyst {
  private html = '';
  private clicks = 0;

  private constructor(
    private readonly gateway: Gateway,
    private readonly language: 'de' | 'en',
  ) {}

  static async atTheDoor(gateway: Gateway, language: 'de' | 'en' = 'en'): Promise<Analyst> {
    const analyst = new Analyst(gateway, language);
    await analyst.open(`/?lang=${language}`);
    return analyst;
  }

  get words(): string {
    return textOf(this.html);
  }

  private async open(path: string): Promise<void> {
    const { status, text } = await this.gateway.get(path, { headers: { accept: 'text/html' } });
    expect(status).toBe(200);
    this.html = text;
  }

  private async click(path: string): Promise<this> {
    this.clicks += 1;
    expect(this.clicks).toBeLessThanOrEqual(mostClicks);
    await this.open(path);
    return this;
  }

  /** Follows the first link with this text. */
  async follow(name: string): Promise<this> {
    const links = [...this.html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
    const found = links.find(([, , content = '']) => letters(textOf(`<body>${content}`)) === letters(name));
    if (!found) throw new Error(`No link "${name}" is on the page: ${this.words.slice(0, 500)}`);
    return this.click(unescaped(found[1] ?? ''));
  }

  /** Fills in the form of the picture, and sends it. Each value must be one that the form offers. */
  async fill(path: string, fields: readonly (readonly [string, string])[]): Promise<this> {
    const form = new RegExp(`<form[^>]* action="${path}"[^>]*>.*?</form>`, 's').exec(this.html)?.[0] ?? '';
    for (const [name, value] of fields) {
      expect(form).toContain(`name="${name}"`);
      if (!typed.includes(name)) expect(form).toContain(`value="${value}"`);
    }
    const search = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    if (form.includes('name="lang"')) search.set('lang', this.language);
    return this.click(`${path}?${search.toString()}`);
  }

  /** The values that a field of the page lets one choose. */
  offered(name: string): string[] {
    const select = new RegExp(`<select name="${name}">.*?</select>`, 's').exec(this.html)?.[0] ?? '';
    return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value);
  }
}
