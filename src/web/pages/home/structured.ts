/** What search engines read on the front page: the site, and how to search in it. https://schema.org/WebSite */
import type { Site } from '../site';

export const structuredSite = (
  { publicUrl, language }: Site,
  { name, about }: { name: string; about: string },
) => ({
  '@context': 'https://schema.org/',
  '@type': 'WebSite',
  '@id': `${publicUrl}/`,
  url: `${publicUrl}/`,
  name,
  description: about,
  inLanguage: language,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});
