/** A metadata profile, such as DCAT-AP 3.0.1: data of `schema/profiles/`, derived from the official shapes. */
import { z } from 'zod';

const text = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const iri = z.url();

/** A class, property or value: an IRI with a prefix of the file, or written out. */
const name = z.string().regex(/^\S+:\S*$/, 'an IRI, with a prefix of the file or written out');

const nodeKinds = [
  'IRI',
  'BlankNode',
  'Literal',
  'BlankNodeOrIRI',
  'BlankNodeOrLiteral',
  'IRIOrLiteral',
] as const;

/** What a shape demands of the values of its path, or of the focus node itself. https://www.w3.org/TR/shacl/#core-components */
const constraints = {
  minCount: z.int().min(1).optional(),
  maxCount: z.int().min(0).optional(),
  nodeKind: z.enum(nodeKinds).optional(),
  /** One of these datatypes. */
  datatype: z.array(name).min(1).optional(),
  /** All of these classes. */
  class: z.array(name).min(1).optional(),
  /** All of these must be there; each an IRI, or a literal as in Turtle. */
  hasValue: z.array(z.string()).min(1).optional(),
  in: z.array(z.string()).min(1).optional(),
  pattern: z.string().optional(),
  flags: z.string().optional(),
  uniqueLang: z.literal(true).optional(),
  /** The names of shapes of the same set that hold for each value. */
  node: z.array(z.string()).min(1).optional(),
};

/** A shape, as the file has it. */
export interface ShapeData {
  /** Whose instances it holds for. */
  targetClass?: string[] | undefined;
  /** It holds for the subjects of these properties. */
  targetSubjectsOf?: string[] | undefined;
  /** A property path of SPARQL: `dct:title`, `^dcat:inSeries` (inverse) or `cv:email|cv:contactPage`. */
  path?: string | undefined;
  severity?: 'warning' | undefined;
  /** The access levels for which it holds; without it, for all. */
  levels?: string[] | undefined;
  minCount?: number | undefined;
  maxCount?: number | undefined;
  nodeKind?: (typeof nodeKinds)[number] | undefined;
  datatype?: string[] | undefined;
  class?: string[] | undefined;
  hasValue?: string[] | undefined;
  in?: string[] | undefined;
  pattern?: string | undefined;
  flags?: string | undefined;
  uniqueLang?: true | undefined;
  node?: string[] | undefined;
  /** Each list: at least one of its shapes holds. */
  or?: ShapeData[][] | undefined;
  and?: ShapeData[][] | undefined;
  not?: ShapeData[] | undefined;
  qualified?: { shape: ShapeData; min?: number | undefined; max?: number | undefined }[] | undefined;
  properties?: ShapeData[] | undefined;
  /** What a demand without a path is about. */
  about?: string | undefined;
  /** What the generated words would say badly. */
  message?: { de: string; en: string } | undefined;
  remedy?: { de: string; en: string } | undefined;
}

const shape: z.ZodType<ShapeData> = z.lazy(() =>
  z.strictObject({
    targetClass: z.array(name).optional(),
    targetSubjectsOf: z.array(name).optional(),
    path: z.string().optional(),
    severity: z.literal('warning').optional(),
    levels: z.array(z.string()).min(1).optional(),
    ...constraints,
    or: z.array(z.array(shape).min(1)).optional(),
    and: z.array(z.array(shape).min(1)).optional(),
    not: z.array(shape).optional(),
    qualified: z
      .array(z.strictObject({ shape, min: z.int().optional(), max: z.int().optional() }))
      .optional(),
    properties: z.array(shape).optional(),
    about: name.optional(),
    message: text.optional(),
    remedy: text.optional(),
  }),
);

/** What shapes cannot say without SPARQL, by name; `rules.ts` knows them. */
const rule = z.strictObject({ rule: z.literal('hasInstance'), class: name, message: text, remedy: text });

const settings = z.strictObject({
  /** Whether a document describes one dataset, and holds no catalogue. */
  oneDatasetPerDocument: z.boolean(),
  /** What `dcatap:applicableLegislation` names where the profile demands it. */
  applicableLegislation: z.array(iri),
  /** The themes that each dataset must have. */
  themes: z.array(iri),
  /** The scheme of a publisher's `dct:type`. */
  publisherTypes: iri,
  /** Whether agents have the one contact point that the profile demands of publisher, custodian and access body. */
  agentContactPoints: z.boolean(),
  /** The properties with which a node is named only once, in whatever language. */
  singleNames: z.array(iri),
  /** The namespace of categories of personal data. */
  personalData: iri,
  /** The only scheme of which values of a dataset's `dct:conformsTo` may be; null for any. */
  standards: iri.nullable(),
  /** The beginnings of licences that the profile wants; none for any. */
  licences: z.array(iri),
});

/** What a file of `schema/profiles/` contains. */
export const profileFile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  release: z.string().regex(/^[0-9][0-9A-Za-z.]*$/, 'a number, such as 3.0.1'),
  iri,
  title: text,
  /** Where the rules come from. */
  source: z.string(),
  settings,
  /** The access levels with their value of `dct:accessRights`, from the one with the fewest demands on. */
  levels: z.array(z.strictObject({ name: z.string(), accessRights: iri })).default([]),
  /** Sets of rules of other profiles whose violations count here, too. */
  includes: z.array(z.strictObject({ profile: z.string(), sets: z.array(z.string()).min(1) })).default([]),
  rules: z.array(rule).default([]),
  prefixes: z.record(z.string(), z.string()),
  /** Shapes by set and name; each set is one shapes graph. */
  sets: z.record(z.string(), z.record(z.string(), shape)),
});

/** A text in both languages. */
export type ProfileText = z.infer<typeof text>;

/** What writes documents in a profile needs to know of it. */
export type ProfileSettings = z.infer<typeof settings>;

/** A rule that shapes cannot say. */
export type NamedRule = z.infer<typeof rule>;

/** A release of an application profile. Its rules are what `check` reads. */
export interface Profile extends Omit<z.infer<typeof profileFile>, 'includes'> {
  /** `name`: the value of `?_profile=` and `--profile`, such as `dcat-ap`; `iri`: what `Accept-Profile` and `Content-Profile` name. https://www.w3.org/TR/dx-prof-conneg/ */
  readonly name: string;
  /** The sets of other profiles of which violations count. */
  readonly includes: readonly { readonly profile: Profile; readonly sets: readonly string[] }[];
}
