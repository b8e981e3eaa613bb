/** The addresses to which the foot of every page leads. Each is shown only where it is set. */
import type { z } from 'zod';
import { noticeAddress } from './web-addresses';

export const noticeVariables = {
  /** Address of the imprint (Impressum) that pages link to. */
  IMPRINT_URL: noticeAddress.optional(),
  /** Address of the privacy policy that pages link to. */
  PRIVACY_URL: noticeAddress.optional(),
  /** Address of the accessibility statement that pages link to. */
  ACCESSIBILITY_URL: noticeAddress.optional(),
  /** Address of the contact that pages link to; mailto: is allowed. */
  CONTACT_URL: noticeAddress.optional(),
  /** Address of the source code that pages link to. */
  SOURCE_CODE_URL: noticeAddress.optional(),
  /** Where readers report an error in a record: a page, which gets the parameters record and field, or mailto:. */
  REPORT_ERROR_URL: noticeAddress.optional(),
};

type Set = z.infer<z.ZodObject<typeof noticeVariables>>;

export const noticesOf = (set: Set) => ({
  imprint: set.IMPRINT_URL ?? null,
  privacy: set.PRIVACY_URL ?? null,
  accessibility: set.ACCESSIBILITY_URL ?? null,
  contact: set.CONTACT_URL ?? null,
  sourceCode: set.SOURCE_CODE_URL ?? null,
  report: set.REPORT_ERROR_URL ?? null,
});
