/** What was found: each record with the places in which the words stand. */
import { labelOfField } from '../../../resource/labels';
import { classOf } from '../parts/links';
import { otherLanguage } from '../parts/texts';
import { hrefOfIri, type Site } from '../site';
import type { Found, Fragment, Highlight, Hit } from './answer';
import { searchWords } from './words';

/** What a concept is called in the reader's language. */
const names = { de: 'german', en: 'english' } as const;

/** Places that are shown of each record; the weightiest stand first. */
const mostPlaces = 3;

/** A piece of a text with the words that were found. */
const Marked = ({ site, fragment }: { site: Site; fragment: Fragment }) => {
  const words = searchWords[site.language];
  return (
    <>
      {!fragment.startsText && '… '}
      {fragment.parts.map(({ text, matched, concept }) =>
        matched ? (
          <>
            <mark>{text}</mark>
            {concept && <span class="how"> ({words.otherWord(concept[names[site.language]])})</span>}
          </>
        ) : (
          text
        ),
      )}
      {!fragment.endsText && ' …'}
    </>
  );
};

function labelOfHighlight(site: Site, { field }: Highlight): string {
  const words = searchWords[site.language];
  if (field === 'evidence') return words.evidence;
  return field === 'identifiers' ? words.identifiers : labelOfField({ name: field })[site.language];
}

const textOf = ({ parts }: Fragment): string => parts.map(({ text }) => text).join('');

/** The whole name as it is shown, with the words that were found in it. */
const foundInName = ({ node, highlights }: Hit): Fragment | null =>
  highlights
    .filter(({ field }) => field === 'name')
    .flatMap(({ fragments }) => fragments)
    .find((fragment) => textOf(fragment) === node.name) ?? null;

/** One place for each field, in the reader's language where there is one; not the name, which is shown already. */
function placesOf({ language }: Site, { node, highlights }: Hit) {
  const isReaders = (highlight: Highlight) => highlight.language?.toLowerCase() === language;
  const byField = new Map<string, Highlight>();
  for (const highlight of highlights)
    if (!byField.has(highlight.field) || isReaders(highlight)) byField.set(highlight.field, highlight);
  return [...byField.values()]
    .flatMap((highlight) => {
      const [fragment] = highlight.fragments;
      return fragment ? [{ highlight, fragment }] : [];
    })
    .filter(({ fragment }) => textOf(fragment) !== node.name)
    .slice(0, mostPlaces);
}

const Concepts = ({ site, name }: { site: Site; name: Fragment }) => (
  <>
    {name.parts.map(
      ({ concept }) =>
        concept && <p class="how">{searchWords[site.language].otherWord(concept[names[site.language]])}</p>,
    )}
  </>
);

const HitItem = ({ site, hit }: { site: Site; hit: Hit }) => {
  const name = foundInName(hit);
  return (
    <li>
      <p class="class">{classOf(site, hit.node)}</p>
      <h3>
        <a href={hrefOfIri(site, hit.node.iri)} lang={otherLanguage(site, hit.node.names)}>
          {name
            ? name.parts.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))
            : hit.node.name}
        </a>
      </h3>
      {name && <Concepts site={site} name={name} />}
      {placesOf(site, hit).map(({ highlight, fragment }) => (
        <p class="place">
          <span class="how">{labelOfHighlight(site, highlight)}:</span>{' '}
          <span lang={highlight.language?.toLowerCase()}>
            <Marked site={site} fragment={fragment} />
          </span>
        </p>
      ))}
    </li>
  );
};

export const HitList = ({ site, found }: { site: Site; found: Found }) => (
  <ol class="hits">
    {found.edges.map((hit) => (
      <HitItem site={site} hit={hit} />
    ))}
  </ol>
);

export const HitTable = ({ site, found }: { site: Site; found: Found }) => {
  const words = searchWords[site.language];
  return (
    <div class="wide cards" role="region" aria-label={words.asTable} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.score}</th>
          </tr>
        </thead>
        <tbody>
          {found.edges.map((hit) => (
            <tr>
              <th scope="row">
                <a href={hrefOfIri(site, hit.node.iri)} lang={otherLanguage(site, hit.node.names)}>
                  {hit.node.name}
                </a>
              </th>
              <td data-label={words.kind}>{classOf(site, hit.node)}</td>
              <td data-label={words.where}>
                {[...new Set(hit.highlights.map((each) => labelOfHighlight(site, each)))].join(', ')}
              </td>
              <td data-label={words.score}>{hit.score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
