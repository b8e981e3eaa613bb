// The docs of the root type in German: the texts of the schema are English, and GraphiQL shows them beside every query.
import type { ExecutionResult, IntrospectionQuery } from 'graphql';
import { typeLabels } from '../../vocabulary/type-labels';
import type { QueryRequest } from './send';

/** Whether GraphiQL asks for the schema. */
export const isIntrospection = ({ query }: QueryRequest): boolean => query.includes('IntrospectionQuery');

const ofRoot =
  'Was gefragt werden kann: einzelne Datensätze des Katalogs, Listen jeder Klasse und der Katalog als Ganzes.';

/** What the fields say that are no list of a class and no single record. */
const special: Readonly<Record<string, string>> = {
  catalogue: 'Der Katalog als Ganzes: wie viel er enthält und wann er sich zuletzt geändert hat.',
  changes:
    'Was nach den Quellen zwischen zwei Tagen begann oder endete, in zeitlicher Reihenfolge. Dass eine Quelle etwas an einem Tag zeigt, heißt nicht, dass es an ihm begann; mit `FIRST_SEEN` steht auch das in der Liste.',
  cost: 'Was eine Abfrage kosten würde, ohne sie auszuführen. Dieselbe Schätzung steht in `extensions.cost` jeder Antwort.',
  coverage:
    'Welche Universitätsklinika haben, was eine Studie oder die Antwort auf eine Pandemie braucht, woher man das weiß und wen man anruft. Was keine Quelle sagt, ist unbekannt und nicht dasselbe wie nein.',
  disputed:
    'Die Einträge, über die sich Quellen uneins sind; ihr Feld `disputes` sagt, worüber, mit jeder Aussage.',
  harvests: 'Die Einsammlungen aller Quellen, die neuesten zuerst, wenn keine Reihenfolge genannt ist.',
  linkProposals:
    'Verknüpfungen, die der letzten Einsammlung jeder Quelle zu unsicher waren. Entscheidungen gelten ab der nächsten.',
  matrix:
    'Alle Verknüpfungen einer Art als Matrix: wovon sie ausgehen, als Zeilen, wohin sie führen, als Spalten.',
  neighbourhood:
    'Was um einen Eintrag herum liegt, als Knoten und Kanten: was mit ihm verknüpft ist, in welche Richtung auch immer, und alle Verknüpfungen untereinander.',
  node: 'Der Eintrag, die Verknüpfung oder die Quelle mit dieser globalen Kennung; null, wenn es sie nicht gibt.',
  nodes: 'Einträge, Verknüpfungen und Quellen mit diesen globalen Kennungen, in derselben Reihenfolge.',
  origins:
    'Aus wessen Importen die Daten kommen, in der Reihenfolge, in der ihnen geglaubt wird, und wann sie kamen.',
  paths:
    'Wie zwei Einträge verbunden sind: die Wege vom einen zum anderen über Verknüpfungen, die kürzesten zuerst. Eine leere Liste heißt, dass es keinen gibt.',
  resource: 'Ein Eintrag beliebiger Klasse; null, wenn es ihn nicht gibt.',
  resourceByIri: 'Der Eintrag mit dieser Webadresse, aus dem Feld `iri`; null, wenn es ihn nicht gibt.',
  resourcesByIdentifier:
    'Die Einträge mit dieser Kennung. Es können mehrere sein: Gießen und Marburg teilen sich eine ROR-Kennung.',
  search:
    'Alles, in dessen Texten die Wörter stehen, gleich welcher Klasse, das Beste zuerst. Schreibweisen (ä, ae, a), Beugungen, Teile deutscher Zusammensetzungen und kleine Tippfehler werden verstanden, auf Deutsch und Englisch zugleich.',
  subgraphs: 'Die eingebundenen Graphen anderer, was sie beitragen und wie es ihnen geht.',
  _entities:
    'Einträge nach ihren Schlüsseln, in derselben Reihenfolge. Danach fragen die Router von Supergraphen.',
  _service: 'Wie dieser Graph Teil eines Supergraphen wird.',
};

/** The German text on a field of the root; undefined for one that has none, such as a field of a linked graph. */
export function germanOf(field: string, type: string): string | undefined {
  const own = Object.hasOwn(special, field) ? special[field] : undefined;
  if (own !== undefined) return own;
  const list = /^(\w+)Connection$/.exec(type)?.[1];
  const label = typeLabels[list ?? type]?.de;
  if (!label) return undefined;
  return list === undefined
    ? `${label.one}: ein einzelner Eintrag; null, wenn es ihn nicht gibt.`
    : `${label.many}: alle Einträge dieser Klasse, seitenweise, mit Filtern, Facetten und Reihenfolge.`;
}

type Answer = ExecutionResult<Partial<IntrospectionQuery>>;
interface TypeRef {
  readonly name?: string;
  readonly ofType?: TypeRef;
}

const nameOf = ({ name, ofType }: TypeRef): string => name ?? (ofType ? nameOf(ofType) : '');

/** The schema with German docs of its root type; what has none keeps the English ones. */
export function inGerman(answer: ExecutionResult): ExecutionResult {
  const { __schema: schema } = (answer as Answer).data ?? {};
  if (!schema) return answer;
  const types = schema.types.map((type) =>
    type.kind === 'OBJECT' && type.name === schema.queryType.name
      ? {
          ...type,
          description: ofRoot,
          fields: type.fields.map((field) => {
            const german = germanOf(field.name, nameOf(field.type));
            return german === undefined ? field : { ...field, description: german };
          }),
        }
      : type,
  );
  return { ...answer, data: { ...answer.data, __schema: { ...schema, types } } };
}
