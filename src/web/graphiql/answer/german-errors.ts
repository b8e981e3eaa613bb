// What the codes of our errors mean, in German. The messages themselves are English, as they name fields and arguments of the schema.

/** By `extensions.code`. */
export const germanErrors: Readonly<Record<string, string>> = {
  BAD_REQUEST: 'Die Anfrage ist keine, die der Endpunkt versteht.',
  BAD_USER_INPUT: 'Ein Wert der Abfrage oder ihrer Variablen ist nicht möglich.',
  CLIENT_GONE: 'Die Verbindung wurde geschlossen, bevor die Antwort kam.',
  DATA_CHANGED: 'Die Daten haben sich währenddessen geändert. Bitte noch einmal versuchen.',
  FORBIDDEN: 'Das ist nicht erlaubt.',
  GONE: 'Das gab es einmal, jetzt nicht mehr.',
  GRAPHQL_PARSE_FAILED: 'Die Abfrage ist kein gültiges GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'Die Abfrage passt nicht zum Schema.',
  HEADERS_TOO_LARGE: 'Die Kopfzeilen der Anfrage sind zu groß.',
  INTERNAL_SERVER_ERROR: 'Der Server hat einen Fehler gemacht. Er steht mit seiner Kennung im Protokoll.',
  METHOD_NOT_ALLOWED: 'Diese HTTP-Methode gibt es hier nicht.',
  NOT_ACCEPTABLE: 'In keiner der gewünschten Formen kann geantwortet werden.',
  NOT_FOUND: 'Das gibt es nicht.',
  NOT_IN_PROFILE: 'Der Eintrag erfüllt das gewünschte Profil nicht.',
  OPERATION_RESOLUTION_FAILURE: 'Die Abfrage hat mehrere Operationen oder nicht die genannte.',
  PAYLOAD_TOO_LARGE: 'Die Anfrage ist zu groß.',
  QUERY_PLAN_FAILED: 'Für die Abfrage über mehrere Graphen gibt es keinen Plan.',
  QUERY_TOO_COMPLEX: 'Die Abfrage will zu viel auf einmal: weniger Felder oder kleinere Seiten helfen.',
  REQUEST_TIMEOUT: 'Die Anfrage kam nicht rechtzeitig an.',
  SERVICE_UNAVAILABLE: 'Der Server kann gerade nicht antworten. Bitte gleich noch einmal versuchen.',
  TIMEOUT: 'Die Abfrage brauchte zu lange und wurde abgebrochen.',
  TOO_MANY_REQUESTS: 'Das waren zu viele Anfragen in kurzer Zeit. Bitte später noch einmal versuchen.',
  UNSUPPORTED_MEDIA_TYPE: 'In dieser Form nimmt der Endpunkt keine Anfragen an.',
  UNWRITABLE_STATEMENT: 'Eine Aussage lässt sich in dieser Form nicht schreiben.',
};
