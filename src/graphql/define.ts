/** type-graphql's decorators as functions, for derived types and fields. */
import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Info,
  InputType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { RecordClass } from '../resource/description';
import { resolutionExtension, type Resolution } from '../query/plan/resolution';
import type { RequestContext } from './context';

/** Anything that type-graphql accepts as a type: a class, an enum, a scalar, `String`. */
export type TypeReference = RecordClass | GraphQLScalarType | object;
/** A type, or a list of it. */
export type Type = TypeReference | [TypeReference];

/** A class that only carries type-graphql's metadata. */
export type Carrier = new () => object;

/** `items` for a list with nullable items. */
type Nullable = boolean | 'items' | 'itemsAndList';

/** A resolved field: its type, arguments and resolution. */
export interface ResolvedField<Parent, Arguments> extends Resolution<Parent, Arguments, RequestContext> {
  name: string;
  type: Type;
  about: string;
  nullable?: Nullable;
  args?: Carrier;
  /** What to use instead, where it only stays for those who use it. */
  deprecated?: string;
}

/** A new class with a name. */
export function namedClass(name: string, base: Carrier = Object): Carrier {
  return { [name]: class extends base {} }[name] as Carrier;
}

/** Adds a field whose value is a property of the parent object. */
export function plainField(carrier: object, name: string, type: Type, about: string, nullable = false): void {
  Field((() => type) as never, { description: about, nullable, simple: true })(carrier, name);
}

/** Makes an object type of a class whose fields were already added. */
export function objectType(carrier: Carrier, name: string, about: string): Carrier {
  ObjectType(name, { description: about })(carrier);
  return carrier;
}

/** Makes the resolver class of a type; add fields with `resolvedField`. */
export function resolversOf(type: RecordClass, name: string): Carrier {
  const resolvers = namedClass(`${name}Resolvers`);
  Resolver((() => type) as never)(resolvers);
  return resolvers;
}

/** Adds a resolved field to a type's resolvers. */
export function resolvedField<Parent, Arguments = Record<string, never>>(
  resolvers: Carrier,
  field: ResolvedField<Parent, Arguments>,
): void {
  const prototype = method(
    resolvers,
    field.name,
    (parent: Parent, context: RequestContext, info: GraphQLResolveInfo, args: Arguments) =>
      field.resolve(parent, args, context, info),
  );
  Extensions({ [resolutionExtension]: resolution(field) })(prototype, field.name);
  FieldResolver((() => field.type) as never, options(field))(
    prototype,
    field.name,
    descriptor(prototype, field.name),
  );
  Root()(prototype, field.name, 0);
  Ctx()(prototype, field.name, 1);
  Info()(prototype, field.name, 2);
  if (field.args) Args((() => field.args) as never)(prototype, field.name, 3);
}

/**
 * Adds a field to the type Query. Where it takes arguments it is nullable: these may be wrong, and the error of one field must not
 * take the others of the answer away.
 */
export function queryField<Arguments>(resolvers: Carrier, field: ResolvedField<undefined, Arguments>): void {
  const prototype = method(
    resolvers,
    field.name,
    (context: RequestContext, info: GraphQLResolveInfo, args: Arguments) =>
      field.resolve(undefined, args, context, info),
  );
  Extensions({ [resolutionExtension]: resolution(field) })(prototype, field.name);
  Query((() => field.type) as never, options({ ...field, nullable: atRoot(field) }))(
    prototype,
    field.name,
    descriptor(prototype, field.name),
  );
  Ctx()(prototype, field.name, 0);
  Info()(prototype, field.name, 1);
  if (field.args) Args((() => field.args) as never)(prototype, field.name, 2);
}

/** An argument or input field. */
export interface InputField {
  name: string;
  type: Type;
  about: string;
  required?: boolean;
  defaultValue?: unknown;
  /** What to use instead, where it only stays for those who use it. */
  deprecated?: string;
}

/** Makes the arguments of a field, in addition to those of the base. */
export function argumentsOf(name: string, fields: readonly InputField[], base?: Carrier): Carrier {
  const args = namedClass(`${name}Arguments`, base);
  addInputs(args, fields);
  ArgsType()(args);
  return args;
}

/** Makes an input type. */
export function inputType(name: string, about: string, fields: readonly InputField[]): Carrier {
  const { input, addFields } = extensibleInput(name, about);
  addFields(fields);
  return input;
}

/** Makes an input type whose fields are added later, and may refer to itself. */
export function extensibleInput(
  name: string,
  about: string,
): { input: Carrier; addFields: (fields: readonly InputField[]) => void } {
  const input = namedClass(name);
  InputType(name, { description: about })(input);
  return {
    input,
    addFields: (fields) => {
      addInputs(input, fields);
    },
  };
}

function addInputs(carrier: Carrier, fields: readonly InputField[]): void {
  for (const { name, type, about, required = false, defaultValue, deprecated } of fields) {
    const options = { description: about, nullable: !required, defaultValue, deprecationReason: deprecated };
    Field((() => type) as never, options)(carrier.prototype as object, name);
  }
}

const resolution = <Parent, Arguments>({
  resolve,
  plan,
  reads,
  varies,
}: ResolvedField<Parent, Arguments>): Resolution<Parent, Arguments, RequestContext> => ({
  resolve,
  plan,
  reads,
  varies,
});

const atRoot = ({ args, nullable }: Pick<ResolvedField<never, never>, 'args' | 'nullable'>): Nullable => {
  if (!args) return nullable ?? false;
  return nullable === 'items' ? 'itemsAndList' : true;
};

const options = ({ about, nullable = false, deprecated }: Shown) => ({
  description: about,
  nullable,
  deprecationReason: deprecated,
});

type Shown = Pick<ResolvedField<unknown, unknown>, 'about' | 'nullable' | 'deprecated'>;

function method(
  carrier: Carrier,
  name: string,
  body: (...args: never[]) => unknown,
): Record<string, unknown> {
  const prototype = carrier.prototype as Record<string, unknown>;
  prototype[name] = body;
  return prototype;
}

const descriptor = (prototype: object, name: string): PropertyDescriptor =>
  Object.getOwnPropertyDescriptor(prototype, name) ?? {};
