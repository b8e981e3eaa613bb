/**
 * English words that German words begin with, or whose German stem is that of another word: `date` is not the beginning of `Daten`, nor its
 * singular. Who asks for one of them means the English word; others are known by the texts in which they stand.
 */
const falseFriends =
  'art arts band bands brief chef date dated dates dose fast fund funds gift list lists mode modes most note notes rate rates sense taste tag tags toll vision visions';

const words = new Set(falseFriends.split(' '));

/** Whether a word, in compared form, is English wherever it stands. */
export const isEnglish = (word: string): boolean => words.has(word);
