/** Fields with one record, whose key follows from the parent or the arguments. */
import { after, type MaybePromise } from '../query/maybe-promise';
import type { Resolution } from '../query/plan/resolution';
import type { RequestContext } from './context';

/** The resolution of such a field, for the fallback executor and for plans. */
export const oneRecord = <Parent, Arguments>(
  key: (parent: Parent, args: Arguments, context: RequestContext) => MaybePromise<string | null>,
): Pick<Resolution<Parent, Arguments, RequestContext>, 'resolve' | 'plan'> => ({
  resolve: (parent, args, context) =>
    after(key(parent, args, context), (found) => (found === null ? null : context.loaders.record(found))),
  plan: { kind: 'record', key },
});
