/** Individuals in a document: left out and counted, unless the source may state them. */
import type { Quad } from '@rdfjs/types';
import type { Mention } from '../harvested-record';
import { isPerson, isPersonalEmail } from './persons';
import { emails, nameProperties, telephones } from './other-properties';
import { isBlank, nodeOf, type Statements } from './statements';

export class Persons {
  private readonly nodes = new Set<string>();
  /** Addresses and telephone numbers of individuals at offices that stay. */
  addresses = 0;

  constructor(
    private readonly statements: Statements,
    private readonly areAllowed: boolean,
    private readonly isOurs: (node: string) => boolean,
  ) {
    if (areAllowed) return;
    for (const node of statements.subjects) {
      if (isOurs(node) || !this.isOne(node)) continue;
      this.nodes.add(node);
    }
    // What is said of them appears nowhere, in no finding either.
    for (const node of this.nodes) statements.placeAllOf(node);
  }

  get number(): number {
    return this.nodes.size;
  }

  /** Whether a mention is that of an individual who is left out. */
  leavesOut(mention: Mention, { termType, value }: Quad['object']): boolean {
    if (this.areAllowed || !mention.isPerson) return false;
    this.nodes.add(termType === 'Literal' ? `"${value}` : nodeOf({ termType, value } as Quad['subject']));
    return true;
  }

  /** The values without addresses of individuals. */
  withoutPersonal(values: Record<string, unknown>): Record<string, unknown> {
    // The telephone of somebody who has such an address is theirs, too.
    const { email, telephone: _telephone, ...others } = values;
    if (this.areAllowed || typeof email !== 'string' || !isPersonalEmail(email)) return values;
    this.addresses += 1;
    return others;
  }

  private isOne(node: string): boolean {
    const { statements } = this;
    const texts = (properties: readonly string[]) =>
      properties.flatMap((property) => statements.valuesOf(node, property));
    const kinds = statements.typesOf(node);
    const [email = null] = texts(emails).map((text) => text.replace(/^mailto:/i, ''));
    const isContactable = email !== null || texts(telephones).length > 0;
    const isAgent =
      isContactable || kinds.some((kind) => /(?:Agent|Person|Individual|Kind|Organi[sz]ation)$/.test(kind));
    return (
      isAgent && isPerson({ iri: isBlank(node) ? null : node, kinds, names: texts(nameProperties), email })
    );
  }
}
