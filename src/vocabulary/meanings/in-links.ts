/** In German, what roles of links mean, and what is said of evidence and lists. */

/** By the name of the vocabulary and the code. */
export const meaningsInLinks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ParticipationRole: {
    COORDINATES: 'Die Einrichtung koordiniert die Infrastruktur, allein oder mit anderen.',
    LEADS: 'Die Quelle sagt, dass die Einrichtung die Infrastruktur leitet, allein oder mit anderen.',
    CO_LEADS: 'Die Einrichtung wird als mitleitend oder als Mitglied der Koordination genannt.',
    PARTICIPATES: 'Die Einrichtung beteiligt sich; mehr sagt die Quelle nicht.',
    SUPPLIES_DATA: 'Die Einrichtung liefert der Infrastruktur oder über sie Daten.',
    HOSTS_CENTRE:
      'Die Einrichtung betreibt ein Zentrum der Infrastruktur, etwa ein Datenintegrationszentrum.',
  },
  InvolvementRole: {
    LEADS: 'Die Einrichtung leitet oder koordiniert das Projekt, allein oder mit anderen.',
    CO_LEADS: 'Die Einrichtung wird als mitleitend oder mitkoordinierend genannt.',
    PARTICIPATES: 'Die Einrichtung ist ein namentlich genannter Partner des Projekts.',
  },
  UsageRole: {
    USES: 'Das Projekt nutzt die Infrastruktur.',
    DEVELOPS: 'Das Projekt baut die Infrastruktur auf oder entwickelt sie weiter.',
    MAY_USE:
      'Die Quelle nennt die Infrastruktur als eine von mehreren, die das Projekt nutzt, ohne zu sagen, welche.',
    RELATED_BY_NAME: 'Das Projekt trägt den Namen der Infrastruktur; keine Quelle sagt, dass es sie nutzt.',
  },
  ProvisionRole: {
    PUBLISHER: 'Verantwortet, dass es zugänglich ist (dct:publisher).',
    CUSTODIAN: 'Verwahrt die Daten und steht für sie ein.',
    CREATOR: 'Hat es hergestellt (dct:creator).',
    RIGHTS_HOLDER: 'Hält die Rechte daran, etwa das Urheberrecht (dct:rightsHolder).',
    PROVIDER: 'Bietet es Forschenden an.',
    HEALTH_DATA_ACCESS_BODY:
      'Die Stelle, die im Europäischen Gesundheitsdatenraum über Anträge auf die Daten entscheidet (healthdcatap:hdab).',
    HEALTH_DATA_ACCESS_COORDINATOR:
      'Die Stelle, die die Zugangsstellen für Gesundheitsdaten ihres Landes koordiniert (healthdcatap:hdabCoordinator).',
  },
  RelationRole: {
    PREDECESSOR_OF: '`to` setzt fort, was `from` begonnen hat.',
    PART_OF: '`from` gehört zu `to`.',
    MEMBER_OF: '`from` ist Mitglied von `to`.',
    BUILDS_ON: '`from` baut auf dem auf, was `to` geschaffen hat.',
    COMPLEMENTS: '`from` will `to` ergänzen.',
    PARTNER_OF: '`from` arbeitet als namentlich genannter Partner mit `to`.',
    EXCHANGES_DATA_WITH: 'Zwischen beiden fließen Daten.',
    CONTRIBUTES_TO: '`from` arbeitet auf `to` hin, etwa auf ein strategisches Ziel.',
    CLASSIFIED_AS: '`from` fällt in die Kategorie `to`.',
    FUNDS: '`from` bezahlt `to`.',
    STEERS: '`from` hat einen Sitz in einem Gremium, das `to` steuert.',
    COORDINATES: '`from` koordiniert `to`.',
    OPERATES: '`from` betreibt `to` oder einen Teil davon technisch.',
    ADMINISTERS: '`from` verwaltet die Förderung von `to`.',
    DESCRIBES:
      '`from`, etwa eine Veröffentlichung, beschreibt `to` (DataCite Describes, umgekehrt IsDescribedBy).',
    REFERENCES: '`from` nennt `to` als Informationsquelle (DataCite References, umgekehrt IsReferencedBy).',
    DOCUMENTS: '`from` ist das Handbuch von `to` (DataCite Documents, umgekehrt IsDocumentedBy).',
    CONTACT_OF: '`from`, eine Stelle, beantwortet Fragen zu `to`.',
    DEVELOPED_FOR: '`from`, etwa eine Software, ist für die Arbeit von `to` gemacht.',
    RELATED_TO: 'Eine Quelle nennt beide zusammen, ohne zu sagen, wie sie zusammengehören (dct:relation).',
  },
  Confidence: {
    STATED_BY_NETWORK: 'Eines der Dokumente des Netzwerks sagt es.',
    FOUND_IN_SOURCE: 'Eine öffentliche Quelle sagt es.',
    INFERRED: 'Es folgt aus dem, was Quellen sagen; wörtlich sagt es keine.',
    UNVERIFIED: 'Niemand hat es geprüft.',
  },
  Completeness: {
    COMPLETE: 'Eine Quelle nennt für den gefragten Tag alles: Was nicht in der Liste steht, gilt nicht.',
    PARTIAL: 'Quellen zählen mehr, als sie nennen: In der Liste fehlt etwas.',
    UNKNOWN: 'Keine Quelle sagt es: Was nicht in der Liste steht, kann trotzdem gelten.',
  },
};
