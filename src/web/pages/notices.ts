/** Addresses that the operator of a gateway has set: what the law asks for, and whom to write to. */

export interface Notices {
  readonly imprint: string | null;
  readonly privacy: string | null;
  readonly accessibility: string | null;
  readonly contact: string | null;
  readonly sourceCode: string | null;
  /** Where errors in records are reported. */
  readonly report: string | null;
}

/** The address at which an error in a record is reported, with the record and the field filled in; null where none is set. */
export function reportAddress(
  { report }: Pick<Notices, 'report'>,
  { subject, record, field }: { subject: string; record: string; field: string | null },
): string | null {
  if (report === null) return null;
  const url = new URL(report);
  if (url.protocol === 'mailto:') {
    const body = [record, ...(field === null ? [] : [field]), ''].join('\n');
    // Programs for mail read a plus sign as it is.
    const written = [`subject=${encodeURIComponent(subject)}`, `body=${encodeURIComponent(body)}`];
    return `${report}${url.search === '' ? '?' : '&'}${written.join('&')}`;
  }
  url.searchParams.set('record', record);
  if (field !== null) url.searchParams.set('field', field);
  return url.href;
}
