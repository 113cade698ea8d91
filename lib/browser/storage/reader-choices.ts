import * as v from 'valibot';
import type { Direction, Fit, Layout, ReaderChoices } from '@/lib/reader/choices';
import { type FieldSchemas, keptChoices } from './kept-choices';

/** Schema of each field. */
export const READER_FIELDS: FieldSchemas<ReaderChoices> = {
  layout: v.picklist(['strip', 'single', 'double'] satisfies Layout[]),
  direction: v.picklist(['ltr', 'rtl'] satisfies Direction[]),
  fit: v.picklist(['width', 'height', 'actual'] satisfies Fit[]),
  isCapped: v.boolean(),
  hasCover: v.boolean(),
};

/** Key of the choices in `storage.local`. */
export const READER_KEY = 'reader';

export const readerChoices = keptChoices(READER_KEY, READER_FIELDS);
