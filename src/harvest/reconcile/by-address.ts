/** Web and e-mail addresses: whose website an address is on. */
import { parseUrl } from '../../url';
import type { KnownRecord } from './known';

/** An address in one spelling: host and path, without `www.`, protocol, trailing slash, query and fragment. */
function plainAddress(address: string): string | null {
  const url = parseUrl(address.trim());
  if (!url) return null;
  if (url.protocol === 'urn:') return address.trim().toLowerCase();
  if (!/^https?:$/.test(url.protocol)) return null;
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/(?:index\.\w+)?$/, '')}`.toLowerCase();
}

const hostOf = (plain: string): string => plain.split('/')[0] ?? plain;

/** Hosts of many: an address on them says nothing of whose it is. */
const shared =
  /^(?:github\.com|gitlab\.com|.*\.github\.io|zenodo\.org|doi\.org|pmc\.ncbi\.nlm\.nih\.gov|.*\.readthedocs\.io|wikipedia\.org|.*\.wikipedia\.org)$/;

export class KnownAddresses {
  private readonly byAddress = new Map<string, KnownRecord[]>();
  private readonly byHost = new Map<string, KnownRecord[]>();
  private readonly byEmail = new Map<string, KnownRecord[]>();

  constructor(records: readonly KnownRecord[]) {
    for (const record of records) {
      for (const iri of record.iris) add(this.byAddress, plainAddress(iri), record);
      const home = record.homepage === null ? null : plainAddress(record.homepage);
      add(this.byAddress, home, record);
      if (home !== null && !shared.test(hostOf(home))) add(this.byHost, hostOf(home), record);
      add(this.byEmail, record.email?.toLowerCase() ?? null, record);
    }
  }

  /** Records with this very address. */
  at = (address: string): readonly KnownRecord[] => this.byAddress.get(plainAddress(address) ?? '') ?? [];

  withEmail = (email: string): readonly KnownRecord[] => this.byEmail.get(mailbox(email)) ?? [];

  /** Records on whose website an address is: those of the longest host that it ends with. */
  onSiteOf(address: string): readonly KnownRecord[] {
    const plain = address.includes('@') ? mailbox(address).replace(/^.*@/, '') : plainAddress(address);
    if (plain === null) return [];
    const labels = hostOf(plain).split('.');
    for (let first = 0; first < labels.length - 1; first++) {
      const found = this.byHost.get(labels.slice(first).join('.'));
      if (found) return found;
    }
    return [];
  }
}

const mailbox = (email: string): string =>
  email
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();

function add(map: Map<string, KnownRecord[]>, key: string | null, record: KnownRecord): void {
  if (key === null || key === '') return;
  const records = map.get(key);
  if (!records) map.set(key, [record]);
  else if (!records.includes(record)) records.push(record);
}
