/** The head of a page: its title, its other languages and forms, its styles and scripts. */
import { languages } from '../../../resource/text';
import { addressIn, isLaterPage, siteName, type Site } from '../site';

export interface HeadOptions {
  site: Site;
  /** What the page is called; null for the front page, which is called as the site. */
  title: string | null;
  /** What is to be found on it, for search engines; absent for errors, which are not to be found. */
  description?: string;
  /** The web address of what the page shows; absent for errors. A part of it, such as a filtered list, has no other languages for search engines. */
  canonical?: string;
  /** The path of the next page of a list; null on the last. */
  next?: string | null;
  /** What search engines read: data, never executed. */
  structured?: object | null;
  /** The scripts of what moves on the page, beside the search that each page has. */
  islands?: readonly string[];
}

/** Longer ones are cut by search engines in the middle of a word. */
const longestDescription = 300;

/** The beginning of a text, up to a whole word. */
function teaser(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestDescription) return line;
  const cut = line.slice(0, longestDescription);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** JSON that cannot end the element in which it stands. */
const embedded = (data: object): string => JSON.stringify(data).replace(/</g, '\\u003c');

export const Head = ({
  site,
  title,
  description,
  canonical,
  next = null,
  structured,
  islands = [],
}: HeadOptions) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{title === null ? siteName : `${title} – ${siteName}`}</title>
    {description !== undefined && <meta name="description" content={teaser(description)} />}
    {site.icon !== null && <link rel="icon" href={site.icon} type="image/svg+xml" />}
    {site.styles !== null && <link rel="stylesheet" href={site.styles} />}
    {['search', ...islands]
      .flatMap((island) => site.scriptOf(island) ?? [])
      .map((src) => (
        <script type="module" src={src} />
      ))}
    {canonical !== undefined && <link rel="canonical" href={canonical} />}
    {next !== null && <link rel="next" href={next} />}
    {canonical === addressIn(site, null) && !isLaterPage(site) && (
      <>
        {languages.map((language) => (
          <link rel="alternate" hreflang={language} href={addressIn(site, language)} />
        ))}
        <link rel="alternate" hreflang="x-default" href={addressIn(site, null)} />
      </>
    )}
    {site.forms.map(({ href, type, label }) => (
      <link rel="alternate" type={type} href={href} title={label} />
    ))}
    {structured != null && (
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: embedded(structured) }} />
    )}
  </head>
);
