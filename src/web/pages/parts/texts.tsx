/** Texts, marked with their language where it is not that of the page. */
import type { ComponentChildren } from 'preact';
import { isWebAddress } from '../../../resource/canonical/address';
import { inLanguage } from '../../../resource/text';
import type { InLanguages, Mentioned } from '../answered';
import { hrefOfIri, type Site } from '../site';

/** The language in which a text is shown that exists in these; undefined if it is the reader's. */
export function otherLanguage(
  { language }: Pick<Site, 'language'>,
  existing: InLanguages,
): string | undefined {
  const tags = existing.map((each) => each.language.toLowerCase());
  const shown = inLanguage(Object.fromEntries(tags.map((tag) => [tag, tag])), language);
  return shown === null || shown === language ? undefined : shown;
}

/** A resource with its name, as a link. */
export const Mention = ({ site, of }: { site: Site; of: Mentioned }) => (
  <a href={hrefOfIri(site, of.iri)} lang={otherLanguage(site, of.names)}>
    {of.name}
  </a>
);

/** A link to elsewhere. What is no web address stays text. */
export const Outside = ({ href, children }: { href: string; children?: ComponentChildren }) =>
  isWebAddress(href) ? (
    <a href={href} rel="noopener">
      {children ?? href}
    </a>
  ) : (
    <>{children ?? href}</>
  );

/** A text with its paragraphs. */
export const Paragraphs = ({ text, lang, id }: { text: string; lang?: string; id?: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, index) => (
      <p class="text" lang={lang} {...(id !== undefined && index === 0 && { id })}>
        {paragraph}
      </p>
    ))}
  </>
);
