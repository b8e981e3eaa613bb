/** Fetches documents of a source over HTTP: politely, within bounds, and only from where they may come. */
import type { RecallDocument, RememberedDocument } from '../document';
import type { Answer } from './exchange';
import { FetchFault } from './fault';
import { type FetchedDocument, fetchedDocument } from './fetched-document';
import { type RequestOptions, Requests } from './requests';
import { Robots, type RobotsRules, withoutRules } from './robots';

/** Headers that prove who asks. */
export interface Credentials {
  /** An address of the host that gets them. */
  readonly for: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FetcherOptions extends RequestOptions {
  /** Who asks, as `User-Agent` says it, such as `num-gateway/1.0`; robots.txt names what stands before the slash. */
  readonly agentName: string;
  readonly robots: 'obeyed' | 'ignored';
  readonly credentials?: Credentials | undefined;
  /** What earlier runs kept; without it everything is fetched anew. */
  readonly recall?: RecallDocument | undefined;
  /** Called after each document. */
  readonly onFetched?: ((document: FetchedDocument) => void) | undefined;
}

export class Fetcher {
  private readonly requests: Requests;
  private readonly robots: Robots;

  constructor(private readonly options: FetcherOptions) {
    const { agentName } = options;
    this.requests = new Requests(options);
    this.robots = new Robots(agentName.split('/')[0] ?? '', async (address) => {
      const headers = { 'user-agent': agentName, accept: 'text/plain' };
      return (await this.requests.follow(address, (url) => this.requests.send(url, headers))).answer.bytes;
    });
  }

  /** @param accept media types, for `Accept` @throws FetchFault */
  async get(address: string, accept: string): Promise<FetchedDocument> {
    let known: RememberedDocument | null = null;
    const { url, answer } = await this.requests.follow(address, async (next) => {
      known = (await this.options.recall?.(next.href)) ?? null;
      return this.ask(next, { accept, ...conditions(known) });
    });
    const document = fetchedDocument(url.href, answer, known, this.options.now());
    this.options.onFetched?.(document);
    return document;
  }

  private async ask(url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const { robots, agentName } = this.options;
    const { allows, pause } = robots === 'obeyed' ? await this.rulesFor(url) : withoutRules;
    if (!allows(url.href)) throw new FetchFault('ROBOTS', url.href);
    return this.requests.send(
      url,
      { 'user-agent': agentName, ...headers, ...this.credentialsOf(url) },
      pause,
    );
  }

  /** What keeps us from the host keeps us from the document; only what its server answers is about robots.txt itself. */
  private rulesFor(url: URL): Promise<RobotsRules> {
    return this.robots.rulesOf(url).catch((error: unknown) => {
      if (!(error instanceof FetchFault) || error.status !== null) throw error;
      throw new FetchFault(error.code, url.href, { cause: error });
    });
  }

  /** Other hosts, and the same one without encryption, get none. */
  private credentialsOf({ origin, host }: URL): Readonly<Record<string, string>> {
    const { credentials } = this.options;
    if (!credentials) return {};
    const known = new URL(credentials.for);
    return origin === known.origin || (host === known.host && origin.startsWith('https:'))
      ? credentials.headers
      : {};
  }

  /** Ends its connections. */
  close(): Promise<void> {
    return this.requests.close();
  }
}

function conditions(known: RememberedDocument | null): Record<string, string> {
  const { etag = null, lastModified = null } = known?.validators ?? {};
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}
