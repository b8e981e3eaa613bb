/** The terms of vocabularies that are small enough to be known whole: what is not among them was invented or misspelt. */
import { adms, dcat, dcatap, dct, foaf, healthdcatap, prov, skos } from './namespaces';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The local names of each namespace. */
export const knownTerms: Readonly<Record<string, ReadonlySet<string>>> = {
  [adms('')]: words(`
    Asset AssetDistribution AssetRepository Identifier identifier includedAsset interoperabilityLevel last next prev
    representationTechnique sample schemaAgency status supportedSchema translation versionNotes`),
  [dcat('')]: words(`
    Catalog CatalogRecord DataService Dataset DatasetSeries Distribution Relationship Resource Role accessService accessURL bbox
    byteSize catalog centroid compressFormat contactPoint dataset distribution downloadURL endDate endpointDescription endpointURL
    first hadRole hasCurrentVersion hasVersion inCatalog inSeries isDistributionOf isVersionOf keyword landingPage last mediaType
    next nextVersion packageFormat prev previousVersion qualifiedRelation record resource seriesMember servesDataset service
    spatialResolutionInMeters startDate temporalResolution theme themeTaxonomy version
    dataDictionary granularity size bytes Download Feed WebService`),
  [dcatap('')]: words('applicableLegislation availability hvdCategory'),
  [dct('')]: words(`
    Agent AgentClass BibliographicResource Box DCMIType DDC FileFormat Frequency IMT ISO3166 ISO639-2 ISO639-3 Jurisdiction LCC LCSH
    LicenseDocument LinguisticSystem Location LocationPeriodOrJurisdiction MESH MediaType MediaTypeOrExtent MethodOfAccrual
    MethodOfInstruction NLM Period PeriodOfTime PhysicalMedium PhysicalResource Point Policy ProvenanceStatement RFC1766 RFC3066
    RFC4646 RFC5646 RightsStatement SizeOrDuration Standard TGN UDC URI W3CDTF abstract accessRights accrualMethod
    accrualPeriodicity accrualPolicy alternative audience available bibliographicCitation conformsTo contributor coverage created
    creator date dateAccepted dateCopyrighted dateSubmitted description educationLevel extent format hasFormat hasPart hasVersion
    identifier instructionalMethod isFormatOf isPartOf isReferencedBy isReplacedBy isRequiredBy isVersionOf issued language license
    mediator medium modified provenance publisher references relation replaces requires rights rightsHolder source spatial subject
    tableOfContents temporal title type valid`),
  [foaf('')]: words(`
    Agent Document Group Image LabelProperty OnlineAccount OnlineChatAccount OnlineEcommerceAccount OnlineGamingAccount Organization
    Person PersonalProfileDocument Project account accountName accountServiceHomepage age aimChatID based_near birthday
    currentProject depiction depicts dnaChecksum familyName family_name firstName focus fundedBy geekcode gender givenName givenname
    holdsAccount homepage icqChatID img interest isPrimaryTopicOf jabberID knows lastName logo made maker mbox mbox_sha1sum member
    membershipClass msnChatID myersBriggs name nick openid page pastProject phone plan primaryTopic publications schoolHomepage sha1
    skypeID status surname theme thumbnail tipjar title topic topic_interest weblog workInfoHomepage workplaceHomepage yahooChatID`),
  [healthdcatap('')]: words(`
    analytics hasCodeValues hasCodingSystem hasStructuredData hasVariables hdab hdabCoordinator healthCategory healthTheme
    maxTypicalAge minTypicalAge numberOfRecords numberOfUniqueIndividuals populationCoverage retentionPeriod
    publisherNote publisherType trustedDataHolder`),
  [prov('')]: words(`
    Activity ActivityInfluence Agent AgentInfluence Association Attribution Bundle Collection Communication Delegation Derivation
    EmptyCollection End Entity EntityInfluence Generation Influence InstantaneousEvent Invalidation Location Organization Person
    Plan PrimarySource Quotation Revision Role SoftwareAgent Start Usage actedOnBehalfOf activity agent alternateOf asInBundle
    atLocation atTime endedAtTime entity generated generatedAtTime hadActivity hadGeneration hadMember hadPlan hadPrimarySource
    hadRole hadUsage has_anchor has_provenance has_query_service influenced influencer invalidated invalidatedAtTime mentionOf
    pingback provenanceUriTemplate qualifiedAssociation qualifiedAttribution qualifiedCommunication qualifiedDelegation
    qualifiedDerivation qualifiedEnd qualifiedGeneration qualifiedInfluence qualifiedInvalidation qualifiedPrimarySource
    qualifiedQuotation qualifiedRevision qualifiedStart qualifiedUsage specializationOf startedAtTime used value wasAssociatedWith
    wasAttributedTo wasDerivedFrom wasEndedBy wasGeneratedBy wasInfluencedBy wasInformedBy wasInvalidatedBy wasQuotedFrom
    wasRevisionOf wasStartedBy`),
  [skos('')]: words(`
    Collection Concept ConceptScheme OrderedCollection altLabel broadMatch broader broaderTransitive changeNote closeMatch definition
    editorialNote exactMatch example hasTopConcept hiddenLabel historyNote inScheme mappingRelation member memberList narrowMatch
    narrower narrowerTransitive notation note prefLabel related relatedMatch scopeNote semanticRelation topConceptOf`),
};
