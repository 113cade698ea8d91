import * as v from 'valibot';
import { SITE_NAMES } from '@/lib/jimeng/model/sites';
import { BATCH_ANSWERS, BATCH_QUESTIONS } from '@/lib/jobs/model/batch';
import { IMAGE_TYPES } from '@/lib/jobs/model/image-types';
import { UPSCALERS } from '@/lib/jobs/model/job';
import { QUESTIONS } from '@/lib/jobs/model/questions';
import { type HexColour, isHexColour } from '@/lib/text/hex-colour';
import type { Protocol } from './messages';

/** Which of our contexts may send a message. */
export type SenderKind = 'page' | 'background';

/** Who may send a message, and what data is valid. */
export interface MessageRule {
  from: SenderKind;
  schema: v.GenericSchema;
}

/** Ids of jobs: UUIDs, or any short text in an imported or damaged job. */
const Id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const Ids = v.pipe(v.array(Id), v.maxLength(1_000_000));
const Nothing = v.undefined();
const Target = v.picklist(['2k', '4k']);
const Upscaler = v.picklist(UPSCALERS);
const ImageType = v.picklist(IMAGE_TYPES);
const Count = v.pipe(v.number(), v.integer(), v.minValue(1));
const HexColourText = v.custom<HexColour>(isHexColour);
/** A size or a place, px. */
const Px = v.pipe(v.number(), v.integer(), v.minValue(0));
const BlobKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const Plan = v.strictObject({
  kind: v.literal('parts'),
  width: Px,
  height: Px,
  axis: v.picklist(['x', 'y']),
  overlap: Px,
  parts: v.array(v.strictObject({ left: Px, top: Px, width: Px, height: Px })),
  result: v.strictObject({ width: Px, height: Px }),
});
/** The store validates the rest of a job. */
const Row = v.looseObject({ id: Id, stage: v.string() });

const Credits = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
/** Most characters of addresses: of an image, which may be a short `data:`, and of pages. */
const Address = v.pipe(v.string(), v.nonEmpty(), v.maxLength(32_768));
const PageAddress = v.pipe(v.string(), v.maxLength(8_192));
const Words = v.pipe(v.string(), v.maxLength(1_024));
const Coordinate = v.pipe(v.number(), v.finite());
/** As much of an origin as a page may name: the background adds the rest. */
const PickedOrigin = v.strictObject({
  kind: v.literal('page'),
  url: Address,
  isShown: v.exactOptional(v.literal(true)),
  size: v.exactOptional(v.strictObject({ width: Px, height: Px })),
  originals: v.exactOptional(v.pipe(v.array(Address), v.maxLength(16))),
  referrerPolicy: v.exactOptional(Words),
  alt: v.exactOptional(Words),
  rect: v.exactOptional(
    v.strictObject({
      x: Coordinate,
      y: Coordinate,
      width: Coordinate,
      height: Coordinate,
      devicePixelRatio: Coordinate,
      elementKey: v.exactOptional(Words),
    }),
  ),
  pageUrl: PageAddress,
  pageTitle: Words,
  tabId: Px,
  frameId: Px,
  frameUrl: PageAddress,
});
/** Most pictures of a batch: as many as the collector lists for a few tabs. */
const MOST_PICTURES = 10_000;
const Picked = { name: Words, index: Count };
const BatchRequest = v.strictObject({
  id: Id,
  name: Words,
  leftOut: v.strictObject({ large: Px, known: Px }),
  budget: v.exactOptional(Credits),
  target: Target,
  site: v.exactOptional(v.picklist(SITE_NAMES)),
  pictures: v.pipe(
    v.array(
      v.variant('kind', [
        v.strictObject({ kind: v.literal('page'), origin: PickedOrigin, ...Picked }),
        v.strictObject({ kind: v.literal('file'), id: Id, ...Picked }),
      ]),
    ),
    v.nonEmpty(),
    v.maxLength(MOST_PICTURES),
  ),
});

/** Most characters of a path in an archive, with that of the archive (`boundedOrigin`), and a number. */
const MOST_PATH = 5_000;

const page = (schema: v.GenericSchema): MessageRule => ({ from: 'page', schema });
const background = (schema: v.GenericSchema): MessageRule => ({ from: 'background', schema });

/** One rule for every message; a missing rule does not compile. */
export const MESSAGE_RULES: Record<keyof Protocol, MessageRule> = {
  handedIn: page(Nothing),
  pick: page(Target),
  save: page(Id),
  saveAs: page(Id),
  upscaleAgain: page(
    v.strictObject({
      jobId: Id,
      options: v.strictObject({ target: Target, upscaler: Upscaler }),
    }),
  ),
  addBatch: page(BatchRequest),
  startBatch: page(v.strictObject({ id: Id, target: Target, budget: v.exactOptional(Credits) })),
  discardBatch: page(Id),
  pauseAll: page(v.picklist(['on', 'off'])),
  pauseBatch: page(Id),
  resumeBatch: page(Id),
  setBatchBudget: page(v.strictObject({ batchId: Id, budget: v.exactOptional(Credits) })),
  cancelBatchRest: page(Id),
  retryBatchFailed: page(Id),
  answerBatch: page(
    v.strictObject({
      batchId: Id,
      question: v.picklist(BATCH_QUESTIONS),
      answer: v.picklist(BATCH_ANSWERS),
    }),
  ),
  removeBatch: page(Id),
  retry: page(Id),
  retryWith: page(v.strictObject({ jobId: Id, target: Target })),
  cancel: page(Id),
  remove: page(Id),
  saveAll: page(Ids),
  saveZip: page(v.pipe(Ids, v.nonEmpty())),
  dismissZip: page(Nothing),
  retryAll: page(Ids),
  removeAll: page(Ids),
  clearHistory: page(Nothing),
  undoRemoval: page(v.pipe(v.number(), v.finite(), v.minValue(0))),
  importRows: page(v.array(Row)),
  useExisting: page(Id),
  startOver: page(Id),
  upscaleAnyway: page(v.strictObject({ jobId: Id, asked: v.picklist(QUESTIONS) })),
  continueInPage: page(Id),
  skipPage: page(Id),
  keepOriginal: page(Id),
  useScreen: page(Id),
  useShown: page(Id),
  showResults: page(v.pipe(Ids, v.nonEmpty(), v.maxLength(MOST_PICTURES))),
  showBatchResults: page(Id),
  hideResults: page(Ids),
  hideBatchResults: page(Id),
  wantReplaced: page(
    v.strictObject({
      pattern: v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+\/\*$/), v.maxLength(300)),
      jobIds: v.exactOptional(v.pipe(Ids, v.maxLength(MOST_PICTURES))),
    }),
  ),
  replaceOverview: page(Nothing),
  opened: page(Nothing),
  account: page(Nothing),
  checkConnection: page(Nothing),
  connection: page(Nothing),
  record: page(v.picklist(['on', 'off'])),
  connectionReport: page(Nothing),
  costs: page(Nothing),
  createObjectUrl: background(BlobKey),
  revokeObjectUrl: background(v.pipe(v.string(), v.startsWith('blob:'), v.maxLength(300))),
  objectUrlsInUse: background(Nothing),
  inspectPicture: background(BlobKey),
  preparePicture: background(
    v.strictObject({
      blobKey: BlobKey,
      shownKey: BlobKey,
      target: Target,
      limits: v.exactOptional(v.strictObject({ bytes: Count, longSide: Count })),
      background: v.exactOptional(v.union([v.literal('keep'), HexColourText])),
    }),
  ),
  restoreTransparency: background(
    v.strictObject({
      blobKey: BlobKey,
      shownKey: BlobKey,
      transparency: v.variant('kind', [
        v.strictObject({ kind: v.literal('kept') }),
        v.strictObject({ kind: v.picklist(['shape', 'flattened']), colour: HexColourText }),
      ]),
    }),
  ),
  cutPart: background(v.strictObject({ blobKey: BlobKey, plan: Plan, index: Px })),
  joinParts: background(
    v.strictObject({
      plan: Plan,
      results: v.array(v.strictObject({ blobKey: BlobKey, width: Px, height: Px })),
    }),
  ),
  makeFile: background(
    v.strictObject({
      job: Row,
      type: ImageType,
      wish: v.looseObject({
        format: v.picklist(['original', 'png', 'jpeg', 'webp']),
        quality: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        isNoteOn: v.boolean(),
        nameTemplate: v.string(),
        folder: v.string(),
      }),
      counter: v.exactOptional(v.pipe(v.number(), v.finite())),
      batch: v.exactOptional(v.strictObject({ name: v.string(), index: Px, count: Count })),
      purpose: v.exactOptional(v.literal('zip')),
      place: v.exactOptional(v.pipe(v.string(), v.maxLength(MOST_PATH))),
    }),
  ),
  nameZip: background(
    v.strictObject({
      folder: v.string(),
      at: v.pipe(v.number(), v.finite()),
      name: v.exactOptional(v.string()),
    }),
  ),
  openZip: background(Id),
  addToZip: background(
    v.strictObject({
      id: Id,
      blobKey: BlobKey,
      name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(MOST_PATH)),
      at: v.pipe(v.number(), v.finite()),
    }),
  ),
  closeZip: background(Id),
  discardZip: background(Id),
};
