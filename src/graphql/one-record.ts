/** Fields with one record, whose key follows from the parent or the arguments. */
import type { Resolution } from '../query/plan/resolution';
import type { RequestContext } from './context';

/** The resolution of such a field, for the fallback executor and for plans. */
export const oneRecord = <Parent, Arguments>(
  key: (parent: Parent, args: Arguments, context: RequestContext) => string | null,
): Pick<Resolution<Parent, Arguments, RequestContext>, 'resolve' | 'plan'> => ({
  resolve: (parent, args, context) => {
    const found = key(parent, args, context);
    return found === null ? null : context.loaders.record(found);
  },
  plan: { kind: 'record', key },
});
