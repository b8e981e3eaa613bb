/** What a class declares for coverage queries, which ask which of its records meet a set of requirements, and on what grounds. */

/** A kind of requirement. */
export interface RequirementDeclaration {
  /** Name of the input field, such as `standards`. */
  name: string;
  about: string;
  /**
   * Paths by which a record meets it; any of them suffices. A path consists of list names, and ends in a list or an attribute,
   * joined by dots. `infrastructures.modalities` is met by a record one of whose infrastructures has the modality.
   */
  paths: readonly string[];
}

/** How the contacts of a record are found. */
export interface ContactDeclaration {
  /** A class: the covered one, or one on the path of a proof. */
  of: string;
  /** Path from a record of this class to its contacts, over lists and references. */
  path: string;
}

/** The covered records, and what can be required of them. It is plain data, from which the query, its input and its answer are derived. */
export interface CoverageDeclaration {
  about: string;
  /** A filter that selects the covered records. */
  among: Readonly<Record<string, unknown>>;
  requirements: readonly RequirementDeclaration[];
  /** By priority: the first one that leads to a contact is used. */
  contacts: readonly ContactDeclaration[];
}
