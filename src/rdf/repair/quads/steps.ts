/** The repairs of statements in their order, and which of them a statement can be a matter for: most are for none. */
import type { Quad, Term } from '@rdfjs/types';
import { getOrMake } from '../../../maps';
import { rdf } from '../../../vocabulary/namespaces';
import { classAsText } from './class-names';
import { dateForm } from './dates';
import {
  asciiAddresses,
  codeSpelling,
  inventedIri,
  iriCharacters,
  isRightIri,
  mistakenLaw,
  retiredIri,
  unknownCode,
} from './iris';
import { languageTag, languageTagInText } from './languages';
import { literalInPlaceOfNode, mailtoMissing, nodeInPlaceOfLiteral, placeholder } from './literals';
import { booleanForm, countForm, decimalForm } from './numbers';
import {
  addressProperties,
  booleanProperties,
  countProperties,
  dateProperties,
  decimalProperties,
  mailboxProperties,
  nameProperties,
  nodeProperties,
  textProperties,
} from './property-kinds';
import type { Step } from './step';
import {
  doubtfulProperty,
  isRightProperty,
  ofPublisher,
  retiredProperty,
  termNamespace,
  unknownTerm,
} from './terms';
import { controlCharacters, encodedTwice, markupInText } from './texts';

type TermType = Term['termType'];

/** For which statements a repair may do or say something. */
interface Matter {
  readonly step: Step;
  readonly of: (property: string, value: TermType) => boolean;
  /** Whether it looks at nothing but the IRIs of nodes. */
  readonly ofIris?: true;
}

const type = rdf('type');

const ofTerms = (step: Step): Matter => ({
  step,
  of: (property, value) => !isRightProperty(property) || (property === type && value === 'NamedNode'),
});
const ofAnyNode = (step: Step): Matter => ({ step, of: () => true, ofIris: true });
const ofNamed = (step: Step): Matter => ({ step, of: (_, value) => value === 'NamedNode', ofIris: true });
const ofLiterals = (step: Step, properties?: ReadonlySet<string>): Matter => ({
  step,
  of: (property, value) => value === 'Literal' && (properties?.has(property) ?? true),
});

/** In this order: what names a statement first, then its value. */
const matters: readonly Matter[] = [
  ofAnyNode(iriCharacters),
  ...[encodedTwice, controlCharacters].map((step) => ofLiterals(step)),
  ofTerms(termNamespace),
  { step: classAsText, of: (property) => property === type },
  ...[retiredProperty, ofPublisher, doubtfulProperty, unknownTerm].map(ofTerms),
  ofLiterals(placeholder),
  { step: mailtoMissing, of: (property) => mailboxProperties.has(property) },
  ofLiterals(literalInPlaceOfNode, nodeProperties),
  {
    step: nodeInPlaceOfLiteral,
    of: (property, value) =>
      value === 'NamedNode' && (nameProperties.has(property) || textProperties.has(property)),
  },
  ofAnyNode(retiredIri),
  ofNamed(inventedIri),
  ofAnyNode(codeSpelling),
  ...[unknownCode, mistakenLaw].map(ofNamed),
  { step: asciiAddresses, of: (property, value) => value === 'NamedNode' && addressProperties.has(property) },
  ofLiterals(dateForm, dateProperties),
  ofLiterals(countForm, countProperties),
  ofLiterals(decimalForm, decimalProperties),
  ofLiterals(booleanForm, booleanProperties),
  ofLiterals(languageTag),
  ofLiterals(languageTagInText),
  ofLiterals(markupInText, textProperties),
];

export const steps: readonly Step[] = matters.map(({ step }) => step);

interface Concerned {
  /** Where both ends of the statement have IRIs in which nothing is wrong. */
  readonly ofRightIris: readonly Step[];
  readonly all: readonly Step[];
}

/** Documents have few properties; those of a hostile one are not kept. */
const mostKept = 5_000;
const kept: Record<TermType, Map<string, Concerned>> = {
  NamedNode: new Map(),
  BlankNode: new Map(),
  Literal: new Map(),
  Variable: new Map(),
  DefaultGraph: new Map(),
  Quad: new Map(),
};

/** The repairs that may do or say something about a statement, in their order. */
export function stepsFor({ subject, predicate, object }: Quad): readonly Step[] {
  const { value: property } = predicate;
  const { termType: value } = object;
  const known = kept[value];
  if (known.size > mostKept) known.clear();
  const { all, ofRightIris } = getOrMake(known, property, () => {
    const concerned = matters.filter(({ of }) => of(property, value));
    const stepsIn = (some: readonly Matter[]) => some.map(({ step }) => step);
    return { all: stepsIn(concerned), ofRightIris: stepsIn(concerned.filter(({ ofIris }) => !ofIris)) };
  });
  return hasRightIri(subject) && hasRightIri(object) ? ofRightIris : all;
}

const hasRightIri = ({ termType, value }: Term) => termType !== 'NamedNode' || isRightIri(value);
