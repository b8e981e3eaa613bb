/** What is said of what could not be fetched. */
import { type FindingText, findingsOf } from '../finding';
import type { FetchFault, FetchFaultCode } from './fault';
import type { Finding } from '../finding';

/** The id of the finding is the code in kebab-case. */
const texts: Readonly<Record<FetchFaultCode, FindingText>> = {
  NOT_HTTP: {
    severity: 'ERROR',
    message: {
      en: 'It leads to something that is no http or https address, and was not followed.',
      de: 'Es führt zu etwas, das keine http- oder https-Adresse ist, und wurde nicht verfolgt.',
    },
    remedy: {
      en: 'Give an address that begins with https://.',
      de: 'Geben Sie eine Adresse an, die mit https:// beginnt.',
    },
  },
  INSIDE_THE_NETWORK: {
    severity: 'ERROR',
    message: {
      en: 'The address {value} belongs to a private network or to this machine, and was not asked.',
      de: 'Die Adresse {value} gehört zu einem privaten Netz oder zu dieser Maschine und wurde nicht abgefragt.',
    },
    remedy: {
      en: 'If it is meant, set "allowPrivateAddresses: true" at the source. If a document or a redirect of others leads there, tell them.',
      de: 'Ist das gewollt, setzen Sie bei der Quelle „allowPrivateAddresses: true“. Führt ein Dokument oder eine Weiterleitung anderer dorthin, sagen Sie es ihnen.',
    },
  },
  UNKNOWN_HOST: {
    severity: 'ERROR',
    message: {
      en: 'There is no host of this name: {value}.',
      de: 'Einen Rechner dieses Namens gibt es nicht: {value}.',
    },
    remedy: {
      en: 'Check the spelling of the address, and whether this machine can resolve names.',
      de: 'Prüfen Sie die Schreibweise der Adresse und ob diese Maschine Namen auflösen kann.',
    },
  },
  UNREACHABLE: {
    severity: 'ERROR',
    message: {
      en: 'The server cannot be reached at {value}.',
      de: 'Der Server ist unter {value} nicht erreichbar.',
    },
    remedy: {
      en: 'Check the address and whether a firewall lets this machine through; else try again later.',
      de: 'Prüfen Sie die Adresse und ob eine Firewall diese Maschine durchlässt; sonst versuchen Sie es später noch einmal.',
    },
  },
  CERTIFICATE: {
    severity: 'ERROR',
    message: {
      en: 'The certificate of {value} is not trusted, so nothing was read.',
      de: 'Dem Zertifikat von {value} wird nicht vertraut; es wurde nichts gelesen.',
    },
    remedy: {
      en: 'Its operator has to renew it or send the whole chain; a certificate authority of your own is named by NODE_EXTRA_CA_CERTS.',
      de: 'Der Betreiber muss es erneuern oder die ganze Kette senden; eine eigene Zertifizierungsstelle nennt NODE_EXTRA_CA_CERTS.',
    },
  },
  TIMEOUT: {
    severity: 'ERROR',
    message: {
      en: 'The server did not send the whole document of {value} in time.',
      de: 'Der Server hat das Dokument {value} nicht rechtzeitig ganz gesendet.',
    },
    remedy: {
      en: 'Try again later; if it stays slow, ask its operator for smaller pages.',
      de: 'Versuchen Sie es später noch einmal; bleibt er langsam, bitten Sie den Betreiber um kleinere Seiten.',
    },
  },
  CUT_OFF: {
    severity: 'ERROR',
    message: {
      en: 'The connection ended in the middle of {value}.',
      de: 'Die Verbindung brach mitten in {value} ab.',
    },
    remedy: {
      en: 'Try again later; if it happens again, its operator finds the reason in the log of the server.',
      de: 'Versuchen Sie es später noch einmal; wiederholt es sich, findet der Betreiber den Grund im Protokoll des Servers.',
    },
  },
  TOO_LARGE: {
    severity: 'ERROR',
    message: {
      en: 'The document {value} is larger than what is read at once.',
      de: 'Das Dokument {value} ist größer, als auf einmal gelesen wird.',
    },
    remedy: {
      en: 'Publish it in pages (hydra:next), or hand it in as a file.',
      de: 'Veröffentlichen Sie es in Seiten (hydra:next), oder geben Sie es als Datei.',
    },
  },
  WRONG_ENCODING: {
    severity: 'ERROR',
    message: {
      en: 'What {value} sends is not packed as its header Content-Encoding says.',
      de: 'Was {value} sendet, ist nicht so gepackt, wie die Kopfzeile Content-Encoding sagt.',
    },
    remedy: {
      en: 'Its operator has to mend the header or the packing.',
      de: 'Der Betreiber muss die Kopfzeile oder das Packen berichtigen.',
    },
  },
  TOO_MANY_REDIRECTS: {
    severity: 'ERROR',
    message: {
      en: 'The address redirects again and again: {value}.',
      de: 'Die Adresse leitet immer weiter: {value}.',
    },
    remedy: {
      en: 'Give the address to which it should lead.',
      de: 'Geben Sie die Adresse an, zu der sie führen soll.',
    },
  },
  NOT_ALLOWED: {
    severity: 'ERROR',
    message: {
      en: 'The server does not let us in at {value} (HTTP {status}).',
      de: 'Der Server lässt uns bei {value} nicht ein (HTTP {status}).',
    },
    remedy: {
      en: 'Ask its operator for access, and name the environment variable with it in "credentials".',
      de: 'Bitten Sie den Betreiber um Zugang, und nennen Sie die Umgebungsvariable damit in „credentials“.',
    },
  },
  NOT_FOUND: {
    severity: 'ERROR',
    message: {
      en: 'There is nothing at {value} (HTTP {status}).',
      de: 'Unter {value} ist nichts (HTTP {status}).',
    },
    remedy: {
      en: 'Mend the address where it is named, or take it away.',
      de: 'Berichtigen Sie die Adresse dort, wo sie genannt ist, oder nehmen Sie sie weg.',
    },
  },
  TOO_MANY_REQUESTS: {
    severity: 'ERROR',
    message: {
      en: 'The server wants to be asked less often, and {value} was given up.',
      de: 'Der Server will seltener gefragt werden; {value} wurde aufgegeben.',
    },
    remedy: {
      en: 'Harvest it at other times, or ask its operator for a higher limit.',
      de: 'Ernten Sie zu anderen Zeiten, oder bitten Sie den Betreiber um eine höhere Grenze.',
    },
  },
  HTTP_STATUS: {
    severity: 'ERROR',
    message: {
      en: 'The server answers with an error at {value} (HTTP {status}).',
      de: 'Der Server antwortet bei {value} mit einem Fehler (HTTP {status}).',
    },
    remedy: {
      en: 'Open the address in a browser; if it fails there, too, tell its operator.',
      de: 'Öffnen Sie die Adresse im Browser; scheitert sie auch dort, sagen Sie es dem Betreiber.',
    },
  },
  ROBOTS: {
    severity: 'ERROR',
    message: {
      en: 'The robots.txt of the server forbids us to read {value}.',
      de: 'Die robots.txt des Servers verbietet uns, {value} zu lesen.',
    },
    remedy: {
      en: 'Ask its operator to allow "num-gateway" there; with their consent, "ignoreRobots: true" at the source reads it anyway.',
      de: 'Bitten Sie den Betreiber, „num-gateway“ dort zu erlauben; mit seiner Zustimmung liest „ignoreRobots: true“ bei der Quelle trotzdem.',
    },
  },
  STOPPED: {
    severity: 'ERROR',
    message: {
      en: 'The run was stopped before {value} was read.',
      de: 'Der Lauf wurde beendet, bevor {value} gelesen war.',
    },
    remedy: {
      en: 'Run it again: it goes on with what is missing.',
      de: 'Starten Sie ihn noch einmal: Er holt nach, was fehlt.',
    },
  },
};

const findingOfFault = findingsOf('fetch', texts);

/** @param document that led there; by default the address itself */
export function fetchFinding({ code, address, status }: FetchFault, document = address): Finding {
  const facts = {
    place: { document, line: null, column: null },
    value: address,
    words: { status: status ?? '' },
  };
  return { ...findingOfFault(code, facts), id: code.toLowerCase().replaceAll('_', '-') };
}
