/** The page of a list: records with what matters most of them, a search, filters, and the list as a table. */
import type { Attribute, Description } from '../../resource/description';
import { enumCode } from '../../resource/field-names';
import { labelOfField } from '../../resource/labels';
import type { Answered, InLanguages, ListAnswer, Mentioned } from './answered';
import type { NarrowingField } from './documents/narrowing';
import { AsData } from './parts/as-data';
import { ActiveFilters } from './parts/active-filters';
import { Layout } from './parts/layout';
import type { AnsweredFacet } from './parts/facets';
import { Narrowing } from './parts/narrowing';
import { pathOfLink } from './parts/links';
import { nextPage, Paging } from './parts/paging';
import { otherLanguage } from './parts/texts';
import { above, canonicalOfPage, hrefOf, hrefOfIri, hrefOfQuery, namesIn, wordsOf, type Site } from './site';
import { writtenNumber } from './values/days';
import { hasValue, Value } from './values/value';

interface ListPageOptions {
  site: Site;
  description: Description;
  columns: readonly Attribute[];
  /** The fields whose values are counted, to narrow the list by. */
  counted: readonly NarrowingField[];
  list: ListAnswer & { readonly facets?: readonly AnsweredFacet[] };
  query: string;
  variables: object;
  /** The query of the whole list as a table. */
  table: { query: string; variables: object };
  structured: object | null;
  /** The cursor after which the page before this one begins; see `Paging`. */
  previous: string | null | undefined;
}

const tableFormats = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['ndjson', 'NDJSON'],
] as const;

/** The name of a record, which leads to its page. */
const Name = ({ site, description, node }: { site: Site; description: Description; node: Answered }) => {
  if (description.kind === 'resource')
    return (
      <a href={hrefOfIri(site, String(node.iri))} lang={otherLanguage(site, node.names as InLanguages)}>
        {String(node.name)}
      </a>
    );
  if (description.kind === 'source')
    return <a href={hrefOf(site, `/${description.path}/${String(node.slug)}`)}>{String(node.title)}</a>;
  const { from, to } = node as { from?: Mentioned; to?: Mentioned };
  return (
    <a href={hrefOf(site, pathOfLink(String(node.id)))}>
      {from?.name} – {to?.name}
    </a>
  );
};

/** Columns of which few records of the page have a value are left out, unless the reader has chosen them. */
const isWorthAColumn = (nodes: readonly Answered[], attribute: Attribute): boolean => {
  const filled = nodes.filter((node) => hasValue(node, attribute)).length;
  return filled > 0 && filled >= nodes.length / 4;
};

const Records = ({
  site,
  description,
  columns,
  list,
}: Pick<ListPageOptions, 'site' | 'description' | 'columns' | 'list'>) => {
  const facts = columns.filter(
    (attribute) => site.parameters.has('columns') || isWorthAColumn(list.nodes, attribute),
  );
  return (
    <div class="wide cards" role="region" aria-labelledby="title" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{labelOfField({ name: 'name' })[site.language]}</th>
            {facts.map((attribute) => (
              <th scope="col">{labelOfField(attribute)[site.language]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.nodes.map((node) => (
            <tr>
              <th scope="row">
                <Name site={site} description={description} node={node} />
              </th>
              {facts.map((attribute) => (
                <td data-label={labelOfField(attribute)[site.language]}>
                  {hasValue(node, attribute) ? (
                    <Value site={site} attribute={attribute} of={node} />
                  ) : (
                    <NotStated site={site} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** What no source states is no "no": a sign for the eye, words for who listens. */
const NotStated = ({ site }: { site: Site }) => (
  <span class="unknown" title={wordsOf(site).notStated}>
    <span aria-hidden="true">–</span>
    <span class="unseen">{wordsOf(site).notStated}</span>
  </span>
);

export function ListPage(options: ListPageOptions) {
  const { site, description, columns, counted, list, query, variables, table, structured, previous } =
    options;
  const words = wordsOf(site);
  const { many } = namesIn(site, description);
  // Records without texts and codes have no language.
  const hasLanguage = table.query.includes('$language');
  const tableVariables = { ...table.variables, ...(hasLanguage && { language: enumCode(site.language) }) };
  const { totalCount, nodes, pageInfo } = list;
  return (
    <Layout
      site={site}
      title={many}
      description={words.listLead(many, writtenNumber(totalCount, site.language))}
      canonical={canonicalOfPage(site)}
      next={nextPage(site, pageInfo)}
      structured={structured}
      above={above(site, description).slice(0, 1)}
    >
      <h1 id="title">{many}</h1>
      <Narrowing
        site={site}
        description={description}
        columns={columns}
        counted={counted}
        facets={list.facets ?? []}
      />
      <ActiveFilters site={site} description={description} facets={list.facets ?? []} />
      <p class="count" id="list" role="status">
        {totalCount === 0 ? words.nothing : words.found(totalCount, writtenNumber(totalCount, site.language))}
      </p>
      {nodes.length > 0 && <Records site={site} description={description} columns={columns} list={list} />}
      <Paging
        site={site}
        pageInfo={pageInfo}
        shown={nodes.length}
        total={totalCount}
        anchor="list"
        previous={previous}
      />
      <AsData site={site} title={words.listForms} query={query} variables={variables}>
        <p>
          {words.table}:{' '}
          {tableFormats.map(([format, name], index) => (
            <>
              {index > 0 && ' · '}
              <a href={hrefOfQuery(site, table.query, tableVariables, format)}>{name}</a>
            </>
          ))}
        </p>
      </AsData>
    </Layout>
  );
}
