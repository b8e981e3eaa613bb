/** The words of the page of the disputes. */

export const disputesWords = {
  de: {
    title: 'Widersprüche',
    lead: 'Worin sich Quellen widersprechen: alle Angaben bleiben stehen, jede mit ihrer Quelle. Welche stimmt, entscheidet niemand hier.',
    none: 'In keinem Eintrag widersprechen sich Quellen.',
  },
  en: {
    title: 'Disputes',
    lead: 'On what sources disagree: all statements are kept, each with its source. Nobody here decides which one is right.',
    none: 'There is no record on which sources disagree.',
  },
};
