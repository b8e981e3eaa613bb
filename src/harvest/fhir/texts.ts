/** Texts of resources, in the language of the resource and in those into which they are translated. */
import { languageOf } from '../../vocabulary/language';
import type { Element } from './element';

/** https://hl7.org/fhir/R4/extension-translation.html */
const translation = 'http://hl7.org/fhir/StructureDefinition/translation';

/** Counts the texts that name no language. */
export class Texts {
  untagged = 0;
  /** What they are taken for. */
  readonly usual = 'en';

  /** Texts by language; undefined if there is none. */
  localized(element: Element, field: string, resource: Element): Record<string, string> | undefined {
    const text = element.text(field);
    const texts: Record<string, string> = {};
    for (const extension of element.one(`_${field}`)?.list('extension') ?? []) {
      if (extension.text('url') !== translation) continue;
      const parts = extension.list('extension');
      const part = (name: string) => parts.find((each) => each.text('url') === name);
      const tag = tagIn(part('lang')?.text('valueCode') ?? null);
      const content = part('content');
      const translated = content?.text('valueString') ?? content?.text('valueMarkdown') ?? null;
      if (tag !== null && translated !== null) texts[tag] = translated;
    }
    if (text !== null) texts[this.languageOf(resource)] = text;
    return Object.keys(texts).length > 0 ? texts : undefined;
  }

  /** The language of what a resource says. */
  languageOf(resource: Element): string {
    const tag = tagIn(resource.text('language'));
    if (tag === null) this.untagged += 1;
    return tag ?? this.usual;
  }
}

/** The language of a tag such as `de-DE`, if texts are held in it. */
export function tagIn(tag: string | null): string | null {
  const [language = ''] = (tag ?? '').toLowerCase().split('-');
  return languageOf(language) === null ? null : language;
}

/** What a concept is called: its text, or the display of its first code. */
export function textOfConcept(concept: Element): string | null {
  const [first] = concept.list('coding').flatMap((coding) => coding.text('display') ?? []);
  return concept.text('text') ?? first ?? null;
}

/** Whether a concept has a code. */
export const hasCode = (concept: Element | null, code: string): boolean =>
  concept?.list('coding').some((coding) => coding.text('code') === code) ?? false;

/** The day of a date or an instant, as exact as it is stated: `2024`, `2024-12`, `2024-12-31`. */
export function dayIn(element: Element | null, field: string): string | undefined {
  const text = element?.text(field) ?? null;
  if (text === null || !element) return undefined;
  const [day] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(text) ?? [];
  if (day === undefined) element.say('fhir-wrong-type', field, { takes: 'date' });
  return day;
}
