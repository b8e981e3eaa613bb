/** The frame of every page: head, navigation, the page in the other language. */
import type { ComponentChildren } from 'preact';
import { languages, type LanguageTag } from '../../../resource/text';
import { addressIn, hrefIn, hrefOf, wordsOf, type Site } from '../site';

const languageNames: Readonly<Record<LanguageTag, string>> = { de: 'Deutsch', en: 'English' };

interface LayoutOptions {
  site: Site;
  title: string;
  description?: string | null;
  /** The web address of what the page shows; absent for errors. */
  canonical?: string;
  /** What search engines read: data, never executed. */
  structured?: object | null;
  /** The pages above this one, by path. */
  above?: readonly { path: string; name: string }[];
  children: ComponentChildren;
}

/** JSON that cannot end the element in which it stands. */
const embedded = (data: object): string => JSON.stringify(data).replace(/</g, '\\u003c');

const Head = ({ site, title, description, canonical, structured }: LayoutOptions) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{title}</title>
    {description != null && <meta name="description" content={description} />}
    {site.icon !== null && <link rel="icon" href={site.icon} type="image/svg+xml" />}
    {site.styles !== null && <link rel="stylesheet" href={site.styles} />}
    {canonical !== undefined && (
      <>
        <link rel="canonical" href={canonical} />
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

const Bar = ({ site }: { site: Site }) => {
  const words = wordsOf(site);
  const home = site.language === 'de' ? '/de' : '/';
  return (
    <header class="bar">
      <a class="brand" href={`${site.publicPath}${home}`} lang="en">
        NUM data-space gateway
      </a>
      <nav aria-label={words.navigation}>
        <a href={`${site.publicPath}/graphql`}>GraphiQL</a>
        {languages
          .filter((language) => language !== site.language)
          .map((language) => (
            <a href={hrefIn(site, language)} lang={language} hreflang={language}>
              {languageNames[language]}
            </a>
          ))}
      </nav>
    </header>
  );
};

export function Layout(options: LayoutOptions) {
  const { site, above = [], children } = options;
  const words = wordsOf(site);
  return (
    <html lang={site.language}>
      <Head {...options} />
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Bar site={site} />
        {above.length > 0 && (
          <nav class="path" aria-label={words.path}>
            <ol>
              {above.map(({ path, name }) => (
                <li>
                  <a href={hrefOf(site, path)}>{name}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <p>{words.footer}</p>
        </footer>
      </body>
    </html>
  );
}
