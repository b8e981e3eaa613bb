/** The schema keeps the contract on which clients rely; where the contract lies beside the project, each of its lines is compared. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  printType,
  type DefinitionNode,
  type InputValueDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { schemaOf } from '../../src/graphql/schema';
import { registry } from '../helpers/small-world';

const contractFile = join(__dirname, '../../../shared/contract.graphql');

/** Elsewhere the title of the skipped test says what is missing. */
const whereItLies = (title: string, compare: () => Promise<void>): void => {
  if (existsSync(contractFile)) it(title, compare);
  else it.skip(`${title} (skipped: shared/contract.graphql does not lie beside the project)`, compare);
};

/** What later issues bring; a line goes when its issue is done. */
const later: [pattern: RegExp, why: string][] = [];
const comesLater = (line: string): boolean => later.some(([pattern]) => pattern.test(line));

/** Every promise of a definition, one a line: its kind, interfaces, fields, arguments, values. */
function promisesOf(definition: DefinitionNode): string[] {
  switch (definition.kind) {
    case Kind.SCALAR_TYPE_DEFINITION:
      return [`${definition.name.value} is a scalar`];
    case Kind.ENUM_TYPE_DEFINITION:
      return (definition.values ?? []).map(({ name }) => `${definition.name.value}.${name.value}`);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (definition.fields ?? []).map(
        (field) => `${definition.name.value}.${field.name.value}: ${typeAndDefault(field)}`,
      );
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const type = definition.name.value;
      return [
        `${type} is an ${definition.kind === Kind.OBJECT_TYPE_DEFINITION ? 'object' : 'interface'}`,
        ...(definition.interfaces ?? []).map(({ name }) => `${type} implements ${name.value}`),
        ...(definition.fields ?? []).flatMap((field) => [
          `${type}.${field.name.value}: ${print(field.type)}`,
          ...(field.arguments ?? []).map(
            (arg) => `${type}.${field.name.value}(${arg.name.value}:) ${typeAndDefault(arg)}`,
          ),
        ]),
      ];
    }
    default:
      return [];
  }
}

const typeAndDefault = ({ type, defaultValue }: InputValueDefinitionNode): string =>
  print(type) + (defaultValue ? ` = ${print(defaultValue)}` : '');

/** The same of the emitted schema. */
const promisesIn = (schema: GraphQLSchema): Set<string> =>
  new Set(
    Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => parse(printType(type)).definitions.flatMap(promisesOf)),
  );

/** What the contract says in its comments. */
const named: Record<string, string> = {
  Infrastructure:
    'acronym focus modalities startsOn endsOn fundingPeriods participations projects services datasets standards predecessors successors externalSources',
  Project:
    'acronym startsOn endsOn fundingPeriod involvements usages infrastructures amount predecessors successors',
  Dataset:
    'kind keywords themes licence accessRights accessProcedure custodians infrastructures projects distributions conformsTo temporalCoverage spatialCoverage numberOfRecords numberOfUniqueIndividuals healthCategories legalBasis contact issuedOn version',
  Service: 'phase providers contact',
  GeoPoint: 'latitude longitude precision',
  InstitutionKind: 'UNIVERSITY_MEDICAL_CENTRE FUNDER RESEARCH_ORGANISATION NETWORK',
  ParticipationRole: 'COORDINATES CO_LEADS PARTICIPATES SUPPLIES_DATA HOSTS_CENTRE',
  PlacePrecision: 'HOSPITAL CITY',
  ServicePhase: 'PLAN COLLECT MANAGE ANALYSE SHARE',
  IdentifierScheme: 'ROR DOI WIKIDATA CROSSREF_FUNDER GRANT_NUMBER MII_SITE',
  Query:
    'institution institutions infrastructure infrastructures fundingPeriod fundingPeriods project projects dataset datasets distribution distributions service services standard standards externalSource externalSources contact contacts strategicGoal strategicGoals',
};

function membersOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.keys(type.getFields()) : [];
}

describe('the contract with the clients', () => {
  whereItLies('is kept in every type, field, argument, value and nullability that it states', async () => {
    const kept = promisesIn(await schemaOf(registry));
    const promised = parse(readFileSync(contractFile, 'utf8')).definitions.flatMap(promisesOf);

    const broken = promised.filter((promise) => !kept.has(promise) && !comesLater(promise));

    expect(promised.length).toBeGreaterThan(150);
    expect(broken).toEqual([]);
  });

  whereItLies('has nothing left for later that is there already', async () => {
    const kept = promisesIn(await schemaOf(registry));
    const done = later.filter(([pattern]) => [...kept].some((promise) => pattern.test(promise)));

    expect(done).toEqual([]);
  });

  it.each(Object.entries(named))('names what %s has', async (type, names) => {
    const members = membersOf(await schemaOf(registry), type);

    expect(names.split(' ').filter((name) => !members.includes(name))).toEqual([]);
  });
});
