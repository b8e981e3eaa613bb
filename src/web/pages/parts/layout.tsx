/** The frame of every page: navigation, search, the page in the other language, and what the operator has to say. */
import type { ComponentChildren } from 'preact';
import { hrefOf, wordsOf, type Site } from '../site';
import { Bar } from './bar';
import { Foot } from './foot';
import { Head, type HeadOptions } from './head';

interface LayoutOptions extends HeadOptions {
  /** The pages above this one, by path. */
  above?: readonly { path: string; name: string }[];
  children: ComponentChildren;
}

const Path = ({ site, above }: { site: Site; above: NonNullable<LayoutOptions['above']> }) => (
  <nav class="path" aria-label={wordsOf(site).path}>
    <ol>
      {above.map(({ path, name }) => (
        <li>
          <a href={hrefOf(site, path)}>{name}</a>
        </li>
      ))}
    </ol>
  </nav>
);

export function Layout({ above = [], children, ...head }: LayoutOptions) {
  const { site } = head;
  return (
    <html lang={site.language}>
      <Head {...head} />
      <body>
        <a class="skip" href="#content">
          {wordsOf(site).skip}
        </a>
        <Bar site={site} />
        {above.length > 0 && <Path site={site} above={above} />}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Foot site={site} />
      </body>
    </html>
  );
}
