/** Suggests what a search finds while one types it: the combobox pattern of WAI-ARIA, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
import { suggestQuery } from '../pages/search/suggest-query';

interface Suggestion {
  readonly __typename: string;
  readonly iri: string;
  readonly name: string;
}

/** Whoever types fast asks once. */
const pause = 120;
const shortest = 2;

class Suggestions {
  private readonly list = document.createElement('ul');
  private timer: number | undefined;
  private asking: AbortController | null = null;
  private active = -1;

  constructor(private readonly input: HTMLInputElement) {
    const { list } = this;
    list.id = `${input.id}-suggestions`;
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.dataset.found ?? '');
    input.after(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.addEventListener('input', () => this.later());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    // Before the field loses the focus, which closes the list.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      if (event.target instanceof Element) this.follow(event.target.closest('li'));
    });
    this.close();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.input.value.trim();
    if (text.length < shortest) this.close();
    else this.timer = window.setTimeout(() => void this.ask(text), pause);
  }

  private async ask(text: string): Promise<void> {
    const { endpoint = '/graphql', language = 'en' } = this.input.dataset;
    const asking = (this.asking = new AbortController());
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify({ query: suggestQuery, variables: { text } }),
        signal: asking.signal,
      });
      const { data } = (await response.json()) as { data?: { search?: { nodes: Suggestion[] } } | null };
      if (asking === this.asking) this.show(data?.search?.nodes ?? []);
    } catch {
      // Without an answer there is nothing to suggest; the search itself works all the same.
      if (asking === this.asking) this.close();
    }
  }

  private show(found: readonly Suggestion[]): void {
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.list.replaceChildren(...found.map((each, index) => this.option(each, index)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute('aria-expanded', String(found.length > 0));
  }

  private option({ __typename, iri, name }: Suggestion, index: number): HTMLLIElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.dataset.href = iri;
    const kind = document.createElement('span');
    kind.textContent = this.kinds[__typename] ?? __typename;
    option.append(name, ' ', kind);
    return option;
  }

  /** What the kinds of records are called in the reader's language. */
  private get kinds(): Readonly<Record<string, string>> {
    return JSON.parse(this.input.dataset.kinds ?? '{}') as Record<string, string>;
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden) {
      if (event.key === 'ArrowDown') this.later();
      return;
    }
    const { length } = this.list.children;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.activate(this.active + 1 < length ? this.active + 1 : -1),
      ArrowUp: () => this.activate(this.active < 0 ? length - 1 : this.active - 1),
      Escape: () => this.close(),
      ...(this.active >= 0 && { Enter: () => this.follow(this.list.children[this.active] ?? null) }),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  /** -1 is the field itself. */
  private activate(index: number): void {
    this.active = index;
    [...this.list.children].forEach((option, at) =>
      option.setAttribute('aria-selected', String(at === index)),
    );
    const option = this.list.children[index];
    if (!option) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private follow(option: Element | null): void {
    if (!(option instanceof HTMLElement) || !option.dataset.href) return;
    const { lang } = this.input.dataset;
    location.assign(new URL(option.dataset.href).pathname + (lang ? `?lang=${lang}` : ''));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.active = -1;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-endpoint]'))
  new Suggestions(input);
