/** What a class declares so that one can ask which of its records meet many requirements, and on what grounds. */

/** One kind of requirement. */
export interface RequirementDeclaration {
  /** Name of the input field, such as `standards`. */
  name: string;
  about: string;
  /**
   * Ways on which a record meets it, any of them: names of lists with a class of their own, the last one of a list or of an attribute,
   * with dots between. `infrastructures.modalities` is met by a record one of whose infrastructures has the modality.
   */
  paths: readonly string[];
}

/** Where the contacts for a record are found. */
export interface ContactDeclaration {
  /** Name of a class: the covered one itself, or one that a proof passes. */
  of: string;
  /** Way from a record of it to its contacts, over lists and references. */
  path: string;
}

/** Which records are covered, and what they may be required to have. Plain data: the question, its input and its answer are derived. */
export interface CoverageDeclaration {
  about: string;
  /** The filter that the covered records meet. */
  among: Readonly<Record<string, unknown>>;
  requirements: readonly RequirementDeclaration[];
  /** Nearest first: the first that leads anywhere is taken. */
  contacts: readonly ContactDeclaration[];
}
