/** The page of the controlled vocabularies of the gateway's own, which leads to the page of each. */
import { ownVocabularies } from '../../../resource/own-vocabularies';
import { codesOf, vocabularyPath } from '../../../vocabulary/concept-scheme';
import { aboutScheme, titleOfScheme } from '../../../vocabulary/meanings';
import { Meaning } from '../parts/meaning';
import { Layout } from '../parts/layout';
import { above, hrefOf, wordsOf } from '../site';
import type { SitePage } from '../site-page';
import { writtenNumber } from '../values/days';
import { vocabulariesWords } from './words';

const path = `/${vocabularyPath}`;

export const vocabulariesPage: SitePage = {
  path,
  names: { de: vocabulariesWords.de.title, en: vocabulariesWords.en.title },
  group: 'developers',
  // Vocabularies are declared, not stored.
  questions: () => [],
  html: (site) => {
    const words = vocabulariesWords[site.language];
    const schemes = [...ownVocabularies(site.registry).values()].sort((one, other) =>
      titleOfScheme(one)[site.language].localeCompare(titleOfScheme(other)[site.language], site.language),
    );
    return (
      <Layout
        site={site}
        title={words.title}
        description={words.lead}
        canonical={site.publicUrl + path}
        above={above(site, null)}
      >
        <h1 id="title">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <div class="wide cards" role="region" aria-labelledby="title" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{wordsOf(site).vocabulary}</th>
                <th scope="col">{wordsOf(site).meaning}</th>
                <th scope="col">{words.concepts}</th>
              </tr>
            </thead>
            <tbody>
              {schemes.map((scheme) => (
                <tr>
                  <th scope="row">
                    <a href={hrefOf(site, `${path}/${scheme.name}`)}>
                      {titleOfScheme(scheme)[site.language]}
                    </a>{' '}
                    <code>{scheme.name}</code>
                  </th>
                  <td data-label={wordsOf(site).meaning}>
                    <Meaning site={site} of={aboutScheme(scheme)} />
                  </td>
                  <td data-label={words.concepts}>{writtenNumber(codesOf(scheme).length, site.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Layout>
    );
  },
};
