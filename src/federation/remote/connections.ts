/** The connections to a service: through a proxy, with a certificate of ours, and with the authorities that it is trusted by. */
import { Agent, EnvHttpProxyAgent, ProxyAgent, type Dispatcher } from 'undici';

/** What a service asks of TLS, as PEM texts. */
export interface TlsSettings {
  /** The authorities whose certificates are trusted, instead of the public ones. */
  ca?: string;
  /** Our certificate, by which the service knows us (mTLS). */
  cert?: string;
  /** The key of that certificate. */
  key?: string;
  /** What the key is encrypted with. */
  passphrase?: string;
}

/** The proxy to the outside. */
export interface ProxySettings {
  url: string;
  /** Value of `Proxy-Authorization`. */
  authorization?: string;
}

/** What the environment says of proxies, by the usual variables. */
export interface ProxyOfEnvironment {
  /** `HTTPS_PROXY`, for addresses with https. */
  https?: string | undefined;
  /** `HTTP_PROXY`, for addresses with http. */
  http?: string | undefined;
  /** `NO_PROXY`: hosts that are reached directly. */
  no?: string | undefined;
}

export interface ConnectionSettings {
  tls: TlsSettings | null;
  /** A proxy, `none` for a direct connection, or null for what the environment says. */
  proxy: ProxySettings | 'none' | null;
  ofEnvironment: ProxyOfEnvironment;
}

/** Null if the usual connections will do. Unused connections close by themselves. */
export function dispatcherOf({ tls, proxy, ofEnvironment }: ConnectionSettings): Dispatcher | null {
  if (proxy !== null && proxy !== 'none') {
    const { url: uri, authorization: token } = proxy;
    return new ProxyAgent({ uri, ...(token && { token }), ...(tls && { requestTls: tls }) });
  }
  const { https, http, no } = ofEnvironment;
  if (proxy === null && (https ?? http)) {
    const proxies = { httpsProxy: https ?? '', httpProxy: http ?? '', noProxy: no ?? '' };
    return new EnvHttpProxyAgent({ ...proxies, ...(tls && { requestTls: tls, connect: tls }) });
  }
  return tls && new Agent({ connect: tls });
}

/** @param read reads an environment variable; its name in lower case counts first, as with curl */
export function proxyOfEnvironment(read: (name: string) => string | undefined): ProxyOfEnvironment {
  const value = (name: string): string | undefined => [name.toLowerCase(), name].map(read).find(Boolean);
  return { https: value('HTTPS_PROXY'), http: value('HTTP_PROXY'), no: value('NO_PROXY') };
}
