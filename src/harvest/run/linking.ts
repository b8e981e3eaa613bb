/** Finds what the records of a run refer to: what is known is linked, what is unknown becomes a record, what is doubtful waits for a person. */
import type { Description } from '../../resource/description';
import { recordKey, slugOfKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { Label } from '../../vocabulary/label';
import { Mention, type HarvestedRecord } from '../harvested-record';
import type { Outcome } from '../reconcile/outcome';
import { GatheredProposals } from '../reconcile/proposal';
import type { Reconciler } from '../reconcile/reconciler';
import type { GatheredFindings } from './collect';
import { linkFinding, personFinding } from './finding-texts';
import { mentionedAs, nameOf, unusable, type MentionPlace } from './mention-words';
import { ReferenceFields, referenceText } from './references';
import { recordOfMention } from './new-record';

export interface LinkingParts {
  registry: Registry;
  reconciler: Reconciler;
  findings: GatheredFindings;
  /** Name of the source. */
  source: string;
  /** Whether individuals may be stored. */
  persons: boolean;
  /** The key of the record that the run has at an address; null for none. */
  sourceAt: (iri: string) => string | null;
  /** The keys of records that earlier runs made of mentions, by what was mentioned; what this run makes is added. */
  made: { readonly before: ReadonlyMap<string, string>; readonly now: Map<string, string> };
  /** Whether the source has stated a record before. */
  isHeld: (key: string) => boolean;
  /** Whether the source describes a record as one of its own in this run. */
  isDescribed: (key: string) => boolean;
}

/** A mention that is left out. */
const leftOut = Symbol('left out');

export class Linking {
  readonly proposals: GatheredProposals;
  /** Records that were only mentioned and are not known yet. */
  readonly made: HarvestedRecord[] = [];
  /** Keys of records that the source stated before and only mentions. */
  readonly mentioned = new Set<string>();
  private readonly madeKeys = new Set<string>();
  private readonly toldIdle = new Set<string>();
  private readonly fields: ReferenceFields;
  private readonly descriptions: ReadonlyMap<string, Description>;

  constructor(private readonly parts: LinkingParts) {
    const { registry, source } = parts;
    this.proposals = new GatheredProposals(source);
    this.fields = new ReferenceFields(registry);
    this.descriptions = new Map(registry.all.map((each) => [each.type, each]));
  }

  /** The data of a record with references instead of mentions. */
  resolve(record: HarvestedRecord): Record<string, unknown> {
    const description = this.descriptions.get(record.type);
    const data: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(record.data)) {
      const classes = description && this.fields.classesOf(description, field);
      const resolved = this.value(value, { record, field, classes: classes ?? null });
      if (resolved !== leftOut) data[field] = resolved;
    }
    return data;
  }

  private value(value: unknown, place: MentionPlace): unknown {
    if (value instanceof Mention) return this.reference(value, place);
    if (Array.isArray(value))
      return value.map((each) => this.value(each, place)).filter((each) => each !== leftOut);
    if (!isPlain(value)) return value;
    const parts: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(value)) {
      // Evidence cites a source; all else in it refers to records of any class.
      const classes = name === 'source' ? [this.parts.registry.source] : place.classes;
      const resolved = this.value(part, { ...place, classes });
      if (resolved !== leftOut) parts[name] = resolved;
    }
    return parts;
  }

  private reference(mention: Mention, place: MentionPlace): string | typeof leftOut {
    const { findings, persons, reconciler } = this.parts;
    const { record, field } = place;
    if (mention.isPerson && !persons) {
      findings.add(
        personFinding('person-left-out', { place: mention.at, subject: record.iri, words: { field } }),
      );
      return leftOut;
    }
    const cited = this.citedSource(mention, place);
    if (cited !== null) return this.written(cited, mention, place);
    const outcome: Outcome = reconciler.reconcile(mention);
    this.tellIdleDecision(mention, outcome);
    switch (outcome.outcome) {
      case 'SURE':
        this.stateAgain(outcome.key, mention, place);
        return this.written(outcome.key, mention, place);
      case 'DOUBTFUL':
        if (outcome.candidates.every(({ key }) => key === this.madeBefore(mention)))
          return this.unknown(mention, place);
        this.proposals.add(mention, outcome.candidates);
        findings.add(
          linkFinding('mention-doubtful', {
            place: mention.at,
            subject: record.iri,
            words: {
              name: nameOf(mention),
              candidate: outcome.candidates[0]?.key ?? '',
              reasonDe: outcome.candidates[0]?.reason.de ?? '',
              reasonEn: outcome.candidates[0]?.reason.en ?? '',
            },
          }),
        );
        return leftOut;
      case 'UNKNOWN':
        return this.unknown(mention, place);
    }
  }

  /** A person decided for a record that is not there: wrongly written, or withdrawn since. */
  private tellIdleDecision(mention: Mention, { withoutRecord: key }: Outcome): void {
    const name = nameOf(mention);
    if (key === undefined || this.toldIdle.has(`${key} ${name}`)) return;
    this.toldIdle.add(`${key} ${name}`);
    this.parts.findings.add(
      linkFinding('decision-without-record', { place: mention.at, words: { name, key } }),
    );
  }

  private written(
    key: string,
    mention: Mention,
    { record, field, classes }: MentionPlace,
  ): string | typeof leftOut {
    const of = this.parts.registry.ofKey(key);
    const possible = classes ?? this.parts.registry.resources;
    if (of && possible.includes(of)) return referenceText(key, possible);
    return this.unusable(mention, { record, field }, unusable.elsewhere(key));
  }

  /** A source that evidence cites and that the document describes. The linking knows resources only. */
  private citedSource({ iri }: Mention, { classes }: MentionPlace): string | null {
    const { registry, sourceAt } = this.parts;
    const isSource = classes?.length === 1 && classes[0] === registry.source;
    return isSource && iri !== null ? sourceAt(iri) : null;
  }

  /** What an earlier run made of a mention is known now, and yet nobody else need state it: it is stated anew with each run. */
  private stateAgain(key: string, mention: Mention, place: MentionPlace): void {
    const { registry, isHeld, isDescribed } = this.parts;
    const of = registry.ofKey(key);
    if (!of || !isHeld(key) || isDescribed(key) || this.madeKeys.has(key)) return;
    this.mentioned.add(key);
    const made = recordOfMention(mention, place.record, [of]);
    if (made?.type !== of.type) return;
    this.madeKeys.add(key);
    this.made.push({ ...made, data: { slug: slugOfKey(key), ...this.resolve(made) } });
  }

  /** What an earlier run made of a mention is a candidate for it, too, and nobody is to be asked whether it is that. */
  private madeBefore(mention: Mention): string | null {
    const earlier = this.parts.made.before.get(mentionedAs(mention));
    return earlier !== undefined && this.parts.isHeld(earlier) ? earlier : null;
  }

  private unknown(mention: Mention, place: MentionPlace): string | typeof leftOut {
    const made = recordOfMention(mention, place.record, place.classes ?? this.parts.registry.resources);
    if (!made) return this.unusable(mention, place, unusable.tooLittle);
    const description = this.descriptions.get(made.type);
    if (!description) return this.unusable(mention, place, unusable.tooLittle);
    const { iri, names } = mention;
    const { reconciler, made: mentions } = this.parts;
    const earlier = this.madeBefore(mention);
    // The linking may not find it again, as it has neither an identifier nor a telling name. It keeps its key all the same.
    const isSame = earlier !== null && this.parts.registry.ofKey(earlier) === description;
    const slug = isSame ? slugOfKey(earlier) : reconciler.slugFor({ type: made.type, iri, names });
    const key = recordKey(description, slug);
    mentions.now.set(mentionedAs(mention), key);
    if (!this.madeKeys.has(key)) {
      this.madeKeys.add(key);
      this.made.push({ ...made, data: { slug, ...this.resolve(made) } });
    }
    return this.written(key, mention, place);
  }

  private unusable(
    mention: Mention,
    { record, field }: Pick<MentionPlace, 'record' | 'field'>,
    { de: reasonDe, en: reasonEn }: Label,
  ): typeof leftOut {
    const words = { field, name: nameOf(mention), reasonDe, reasonEn };
    this.parts.findings.add(
      linkFinding('mention-unusable', { place: mention.at, subject: record.iri, words }),
    );
    return leftOut;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
