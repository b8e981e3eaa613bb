/** A page of the documentation: its text as HTML, and its sections. */

/** A page as lists name it. */
export interface DocName {
  readonly name: string;
  readonly title: string;
}

export interface Doc extends DocName {
  readonly html: string;
  /** In the order of the page; the first one has its title. */
  readonly sections: readonly Section[];
}

export interface Section {
  /** Its anchor. */
  readonly id: string;
  /** 1 for the title of the page. */
  readonly level: number;
  readonly title: string;
  /** Its text, without markup. */
  readonly text: string;
}

/** A section that a search has found. */
export interface DocHit {
  readonly doc: DocName;
  readonly anchor: string;
  readonly title: string;
  readonly excerpt: string;
}
