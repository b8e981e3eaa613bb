/** By what the statements of evidence are compared, beside the source from which each is cited: declared as attributes of records are. */
import { Confidence } from '../vocabulary/confidence';
import { declarationOf } from './description';
import { Slug, Term } from './decorators';

class Statement {
  @Term(Confidence, { about: 'How far it can be relied on.', required: true, filter: true })
  confidence!: Confidence;

  @Slug({ about: 'The field of which it speaks.', filter: true })
  property!: string | null;

  @Slug({ about: 'The name of the origin that states it.', filter: true })
  origin!: string;
}

export const { attributes: statementAttributes } = declarationOf(Statement);
