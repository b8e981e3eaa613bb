/** A metadata profile, such as DCAT-AP 3.0.1: data of `schema/profiles/`, derived from the official shapes. */

/** A release of an application profile. */
export interface Profile {
  /** The value of `?_profile=` and `--profile`, such as `dcat-ap`. */
  readonly name: string;
  /** The release, such as `3.0.1`. */
  readonly release: string;
  /** The IRI that `Accept-Profile` and `Content-Profile` name. https://www.w3.org/TR/dx-prof-conneg/ */
  readonly iri: string;
  readonly title: { readonly de: string; readonly en: string };
}
