/** Fields with one record, of which the parent or the arguments tell the key. */
import type { Resolution } from '../query/plan/resolution';
import type { RequestContext } from './context';

/** How such a field is resolved, by the fallback executor and by plans. */
export const oneRecord = <Parent, Arguments>(
  key: (parent: Parent, args: Arguments, context: RequestContext) => string | null,
): Pick<Resolution<Parent, Arguments, RequestContext>, 'resolve' | 'plan'> => ({
  resolve: (parent, args, context) => {
    const found = key(parent, args, context);
    return found === null ? null : context.loaders.record(found);
  },
  plan: { kind: 'record', key },
});
