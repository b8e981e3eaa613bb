/** The matrix: what is linked with what, with what is unknown drawn apart from no. */
import { MatrixPicture, type MatrixMark } from '../../pictures/matrix';
import { dayIn, oneIn } from '../picture-parameters';
import { dataVersion } from '../parts/data-version';
import { DayField, PictureForm, Select } from '../parts/fields';
import { Layout } from '../parts/layout';
import { pathOfLink } from '../parts/links';
import { AddressFaults, Figure } from '../parts/picture';
import { pictureWords } from '../parts/picture-words';
import { Queries } from '../parts/queries';
import { Table } from '../parts/table';
import { above, hrefOf, hrefOfIri, type Site } from '../site';
import type { PageAnswers, PageContext, PageQuestion, SitePage } from '../site-page';
import { writtenNumber } from '../values/days';
import { cellsOf, namesOf, type Cell, type Cells } from './cells';
import { listsQuery, type ListsAnswer } from './lists-query';
import { matrixQuery, type CellLink, type MatrixAnswer } from './query';
import type { CellVerdict as Verdict } from './verdict';
import { matrixWords } from './words';

const kinds = ['PARTICIPATION', 'USAGE', 'INVOLVEMENT', 'CONFORMANCE'] as const;

const parametersOf = (parameters: URLSearchParams) => {
  const [day, kind] = [dayIn(parameters), oneIn(parameters, 'link', kinds, 'PARTICIPATION')];
  return {
    day: day.value,
    kind: kind.value,
    faults: [day.fault, kind.fault].filter((fault) => fault !== null),
  };
};

function questions(parameters: URLSearchParams, { today }: PageContext): PageQuestion[] {
  const { day, kind } = parametersOf(parameters);
  const time = { asOf: day, day: day ?? today };
  return [
    { name: 'matrix', query: matrixQuery, variables: { link: kind, ...time, isOfDay: day !== null } },
    ...(kind === 'PARTICIPATION' ? [{ name: 'lists', query: listsQuery, variables: time }] : []),
    dataVersion,
  ];
}

const marks: Readonly<Record<Exclude<Verdict, 'none'>, Pick<MatrixMark, 'shape' | 'tone'>>> = {
  yes: { shape: 'circle', tone: 1 },
  probably: { shape: 'ring' },
  undated: { shape: 'maybe' },
  no: { shape: 'cross' },
};

interface PartOptions {
  site: Site;
  answers: PageAnswers;
  cells: Cells;
  day: string | null;
}

const rolesIn = (links: readonly CellLink[]): string =>
  [...new Set(links.flatMap(({ roleLabel }) => (roleLabel === undefined ? [] : [roleLabel])))].join(', ');

const Picture = ({ site, answers, cells, day, title }: PartOptions & { title: string }) => {
  const words = matrixWords[site.language];
  const lines = (records: Cells['rows']) => {
    const names = namesOf(records);
    return records.map(({ iri, name }, index) => ({
      name: names[index] ?? name,
      href: hrefOfIri(site, iri),
    }));
  };
  const written = (number: number) => writtenNumber(number, site.language);
  return (
    <Figure site={site} answers={answers} title={title} on={day}>
      <MatrixPicture
        id="matrix"
        title={title}
        description={words.about(written(cells.rows.length), written(cells.columns.length))}
        rows={lines(cells.rows)}
        columns={lines(cells.columns)}
        markOf={(row, column) => {
          const { known, links } = cells.at(row, column);
          if (known === 'none') return null;
          const roles = rolesIn(links);
          return { ...marks[known], says: `${words[known]}${roles === '' ? '' : ` – ${roles}`}` };
        }}
        legend={[
          { ...marks.yes, label: words.yes },
          ...(day === null
            ? []
            : [
                { ...marks.probably, label: words.probably },
                { ...marks.undated, label: words.undated },
                { ...marks.no, label: words.no },
              ]),
        ]}
        dot={words.none}
      />
    </Figure>
  );
};

/** What is known of a cell, with the links that tell it. */
const Known = ({ site, of: { known, links } }: { site: Site; of: Cell }) => {
  const words = matrixWords[site.language];
  if (links.length === 0)
    return known === 'no' ? <>{words.noInTable}</> : <span class="unknown">{words.noneInTable}</span>;
  return (
    <>
      {links.map(({ id, roleLabel }, index) => (
        <>
          {index > 0 && ', '}
          <a href={hrefOf(site, pathOfLink(id))}>{roleLabel ?? words.link}</a>
        </>
      ))}
      {known !== 'yes' && <span class="key"> ({known === 'no' ? words.noInTable : words[known]})</span>}
    </>
  );
};

const Cross = ({ site, cells }: Pick<PartOptions, 'site' | 'cells'>) => {
  const names = namesOf(cells.columns);
  return (
    <Table
      isCross
      id="table"
      title={pictureWords[site.language].asTable}
      head={[matrixWords[site.language].row, ...names]}
      rows={cells.rows.map((row, line) => [
        <a href={hrefOfIri(site, row.iri)}>{row.name}</a>,
        ...cells.columns.map((_, column) => <Known site={site} of={cells.at(line, column)} />),
      ])}
    />
  );
};

function MatrixPage({ site, answers }: { site: Site; answers: PageAnswers }) {
  const [words, common] = [matrixWords[site.language], pictureWords[site.language]];
  const { day, kind, faults } = parametersOf(site.parameters);
  const matrix = (answers.matrix?.data as MatrixAnswer | null)?.matrix;
  const lists = (answers.lists?.data ?? null) as ListsAnswer | null;
  const cells = matrix ? cellsOf(matrix, lists, day !== null) : null;
  const options = kinds.map((value) => ({ value, label: words.kinds[value] }));
  return (
    <Layout
      site={site}
      title={`${words.kinds[kind]} – ${words.title}`}
      description={words.lead}
      canonical={`${site.publicUrl}${site.path}`}
      above={above(site, null)}
      islands={['save-picture']}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <AddressFaults site={site} answers={answers} faults={faults} />
      <PictureForm site={site} path="/matrix" label={words.title}>
        <Select name="link" label={common.show} value={kind} options={options} />
        <DayField site={site} value={day} />
      </PictureForm>
      {cells && (
        <>
          {cells.truncated && <p>{words.truncated}</p>}
          <Picture site={site} answers={answers} cells={cells} day={day} title={words.kinds[kind]} />
          <Cross site={site} cells={cells} />
        </>
      )}
      <Queries site={site} answers={answers} tables={[]} />
    </Layout>
  );
}

export const matrixPage: SitePage = {
  path: '/matrix',
  names: { de: matrixWords.de.title, en: matrixWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <MatrixPage site={site} answers={answers} />,
};
