/** Why a record or a value could not be stored, in the words of a report. */
import type { ImportProblem } from '../../errors';
import { labelOfField } from '../../resource/labels';
import { takesInGerman } from '../../resource/written/takes-in-german';
import type { Label } from '../../vocabulary/label';

interface ProblemWords {
  readonly reason: Label;
  /** How it is mended. */
  readonly how: Label;
}

/** @param refused keys of records that could not come in either */
export function problemWords(
  { message, remedy, fault }: ImportProblem,
  refused: ReadonlySet<string> = new Set(),
): ProblemWords {
  const english = { reason: { de: message, en: message }, how: { de: remedy, en: remedy } };
  switch (fault?.kind) {
    case undefined:
      return english;
    case 'MISSING': {
      const { de } = labelOfField({ name: fault.field });
      return {
        reason: { de: `„${de}“ (${fault.field}) fehlt, und muss dastehen.`, en: message },
        how: { de: `„${de}“ ergänzen.`, en: remedy },
      };
    }
    case 'UNUSABLE':
      return {
        reason: { de: `„${fault.field}“ ist so nicht brauchbar.`, en: message },
        how: { de: `Erwartet wird: ${takesInGerman(fault.takes)}.`, en: remedy },
      };
    case 'NO_RECORD':
      return refused.has(fault.key) ? afterAnother(fault) : noRecord(fault, english);
  }
}

const noRecord = ({ field, key }: { field: string; key: string }, english: ProblemWords): ProblemWords => ({
  reason: { de: `„${field}“ verweist auf ${key}, und das gibt es nicht.`, en: english.reason.en },
  how: { de: 'Den Verweis berichtigen, oder jenen Datensatz mit angeben.', en: english.how.en },
});

/** What hangs on a record that was refused is said to do so, as nothing is wrong with itself. */
const afterAnother = ({ field, key }: { field: string; key: string }): ProblemWords => ({
  reason: {
    de: `„${field}“ verweist auf ${key}, und das kam selbst nicht herein.`,
    en: `"${field}" refers to ${key}, which could not come in itself.`,
  },
  how: { de: `Zuerst ${key} berichtigen.`, en: `Correct ${key} first.` },
});
