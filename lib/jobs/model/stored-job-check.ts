import type { Transparency } from '@/lib/images/formats/types';
import { SITE_IDS, SITE_NAMES } from '@/lib/jimeng/model/sites';
import type { Tool } from '@/lib/jimeng/model/tools';
import type { ImageOrigin } from '@/lib/sources/origin';
import { isHexColour } from '@/lib/text/hex-colour';
import { isImageType } from './image-types';
import {
  type Failure,
  type Job,
  type JobOptions,
  LAST_MOMENT_MS,
  type SaveState,
  type Stage,
  type Submission,
  type Waiting,
} from './job';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number =>
  Number.isFinite(value) && Math.abs(value as number) <= LAST_MOMENT_MS;
const isOneOf = (known: object, value: unknown): boolean =>
  isText(value) && Object.hasOwn(known, value);

/** Parts a row needs in each stage; without them the engine would retry it for ever. */
const NEEDS: Record<Stage, readonly (keyof Job)[]> = {
  queued: [],
  acquired: [],
  uploaded: [],
  submitting: ['submission'],
  generating: ['submission'],
  ready: ['result'],
  done: [],
  failed: [],
  cancelled: [],
};

const TARGETS: Record<JobOptions['target'], true> = { '2k': true, '4k': true };
const TOOLS: Record<Tool, true> = { 'super-resolution': true, 'smart-hd': true, 'fast-hd': true };
const UPSCALERS: Record<JobOptions['upscaler'], true> = { auto: true, ...TOOLS };
const CHARGES: Record<Failure['charged'], true> = { no: true, maybe: true };
const SAVE_STATES: Record<SaveState['state'], true> = { saving: true, saved: true, failed: true };
const REASONS: Record<Waiting['reason'], true> = {
  'sign-in': true,
  'other-account': true,
  consent: true,
  'page-consent': true,
  permission: true,
  network: true,
  credits: true,
  'cool-down': true,
  'still-running': true,
  duplicate: true,
  'already-large': true,
  'several-orders': true,
  'price-unknown': true,
  'day-limit': true,
};

const isAbsent = (value: unknown): boolean => value === undefined;
const isMaybeText = (value: unknown): boolean => isAbsent(value) || isText(value);
const isMaybeSite = (value: unknown): boolean =>
  isAbsent(value) || SITE_NAMES.some((name) => name === value);
const isMaybeCluster = (value: unknown): boolean =>
  isAbsent(value) || SITE_IDS.some((id) => id === value);
const isMaybeNumber = (value: unknown): boolean => isAbsent(value) || isNumber(value);

function isOriginal(value: unknown): boolean {
  if (!isFields(value) || !isText(value.host)) return false;
  const { shown } = value;
  return isAbsent(shown) || isArea(shown);
}

function isArea(value: unknown): boolean {
  return isFields(value) && [value.width, value.height].every(isNumber);
}

/** How a long picture is cut. */
function isPlan(value: unknown): boolean {
  if (!isFields(value) || !isArea(value) || !isArea(value.result)) return false;
  const { kind, axis, overlap, parts } = value;
  const isKnown = kind === 'parts' && (axis === 'x' || axis === 'y') && isNumber(overlap);
  if (!isKnown || !Array.isArray(parts) || parts.length === 0) return false;
  return parts.every((part) => isArea(part) && isNumber(part.left) && isNumber(part.top));
}

const TRANSPARENCIES: Record<Transparency['kind'], true> = {
  kept: true,
  shape: true,
  flattened: true,
};

function isTransparency(value: unknown): boolean {
  if (!isFields(value) || !isOneOf(TRANSPARENCIES, value.kind)) return false;
  return value.kind === 'kept' || isHexColour(value.colour);
}

/** Checks of the optional parts. */
const PARTS: { [Part in keyof Job]?: (part: Fields) => boolean } = {
  source: (part) =>
    isText(part.sha256) &&
    Array.isArray(part.changes) &&
    part.changes.every(isText) &&
    isMaybeText(part.colours) &&
    [part.type, part.sentType].every(isImageType) &&
    [part.width, part.height, part.bytes].every(isNumber) &&
    [part.sentWidth, part.sentHeight, part.sentBytes].every(isNumber) &&
    (isAbsent(part.original) || isOriginal(part.original)) &&
    (isAbsent(part.transparency) || isTransparency(part.transparency)) &&
    (isAbsent(part.parts) || isPlan(part.parts)),
  upload: (part) => isText(part.uri) && isNumber(part.at) && isMaybeCluster(part.siteId),
  submission: isSubmission,
  result: (part) =>
    isText(part.url) &&
    isNumber(part.width) &&
    isNumber(part.height) &&
    [part.bytes, part.storedAt, part.removedAt].every(isMaybeNumber) &&
    (isAbsent(part.type) || isImageType(part.type)) &&
    isMaybeText(part.flaw),
  waiting: (part) =>
    isOneOf(REASONS, part.reason) &&
    isNumber(part.since) &&
    isMaybeText(part.code) &&
    [part.balance, part.credits].every(isMaybeNumber) &&
    [part.name, part.account].every(isMaybeText) &&
    (part.reason !== 'duplicate' || isText(part.duplicateId)) &&
    (part.reason !== 'several-orders' || isNumber(part.count)) &&
    (part.reason !== 'still-running' || isNumber(part.polledAt)) &&
    (part.reason !== 'permission' ||
      (isText(part.pattern) && isText(part.host) && isMaybeSite(part.site))),
  failure: (part) =>
    isText(part.code) &&
    isOneOf(NEEDS, part.at) &&
    isOneOf(CHARGES, part.charged) &&
    (isAbsent(part.detail) || (isFields(part.detail) && isDetail(part.detail))),
  unenlarged: (part) => isText(part.url) && isNumber(part.width) && isNumber(part.height),
  smaller: (part) => isText(part.state) && isMaybeNumber(part.at),
  batch: (part) => isText(part.id) && isNumber(part.index),
  saved: (part) => isOneOf(SAVE_STATES, part.state) && isNumber(part.at),
};

/**
 * Validates a stored row. A crash, a full disk or another program can damage storage. An invalid row
 * comes back as failed, with what is left of it, so that the person can see and remove it. Writes nothing.
 * @returns undefined if the row has no usable id
 */
export function validateStoredJob(stored: unknown): Job | undefined {
  if (!isFields(stored) || !isText(stored.id)) return undefined;
  return isValidJob(stored) ? (stored as unknown as Job) : salvaged(stored, stored.id);
}

function isValidJob(row: Fields): boolean {
  if (!isOneOf(NEEDS, row.stage)) return false;
  const { name, pastSubmissions } = row;
  const numbers = [row.rev, row.createdAt, row.updatedAt, row.polls, row.oddPolls, row.attempt];
  return (
    numbers.every(isNumber) &&
    isText(name) &&
    isOrigin(row.origin) &&
    isOptions(row.options) &&
    isMaybeSite(row.site) &&
    isMaybeText(row.container) &&
    Array.isArray(pastSubmissions) &&
    pastSubmissions.every((past) => isFields(past) && isSubmission(past)) &&
    NEEDS[row.stage as Stage].every((part) => row[part] !== undefined) &&
    Object.entries(PARTS).every(([part, isGood]) => {
      const value = row[part];
      return value === undefined || (isFields(value) && isGood(value));
    }) &&
    [
      row.notBefore,
      row.pageReadyAt,
      row.wantedAt,
      row.finishedAt,
      row.credits,
      row.linkRefreshes,
      row.drawings,
      row.oddSince,
      row.part,
    ].every(isMaybeNumber)
  );
}

function isSubmission({ submitId, tool, at, historyId, ...numbers }: Fields): boolean {
  return (
    isText(submitId) &&
    isOneOf(TOOLS, tool) &&
    isNumber(at) &&
    isMaybeText(historyId) &&
    isMaybeCluster(numbers.siteId) &&
    isMaybeQueue(numbers.queue) &&
    [numbers.forecastMs, numbers.balance, numbers.part, numbers.credits].every(isMaybeNumber)
  );
}

function isMaybeQueue(queue: unknown): boolean {
  if (queue === undefined) return true;
  return isFields(queue) && isNumber(queue.place) && isMaybeNumber(queue.length);
}

function isDetail({ ret, failCode, said, logId, host, httpStatus, missing }: Fields): boolean {
  return (
    [ret, failCode, said, logId, host, missing].every(isMaybeText) && isMaybeNumber(httpStatus)
  );
}

function isOrigin(origin: unknown): origin is ImageOrigin {
  if (!isFields(origin)) return false;
  if (origin.kind === 'file') {
    const { blobKey, name, path, archive, entry } = origin;
    return (
      [blobKey, name].every(isText) &&
      [path, archive].every(isMaybeText) &&
      (entry === undefined || isNumber(entry))
    );
  }
  const { url, pageUrl, pageTitle, frameUrl, tabId, frameId } = origin;
  return (
    origin.kind === 'page' &&
    [url, pageUrl, pageTitle, frameUrl].every(isText) &&
    [tabId, frameId].every(isNumber)
  );
}

function isOptions(options: unknown): options is JobOptions {
  return (
    isFields(options) &&
    isOneOf(TARGETS, options.target) &&
    isOneOf(UPSCALERS, options.upscaler) &&
    isNumber(options.detail) &&
    (isAbsent(options.background) ||
      options.background === 'keep' ||
      isHexColour(options.background)) &&
    (isAbsent(options.way) || options.way === 'page') &&
    isMaybeSite(options.site) &&
    isMaybeText(options.container)
  );
}

/** What is left of a damaged row, as a failed row. Any trace of an order makes it `maybe` charged. */
function salvaged(row: Fields, id: string): Job {
  const createdAt = isNumber(row.createdAt) ? row.createdAt : 0;
  const updatedAt = isNumber(row.updatedAt) ? row.updatedAt : createdAt;
  const submission = isFields(row.submission) && isSubmission(row.submission);
  const wasOrdered =
    row.submission !== undefined ||
    (Array.isArray(row.pastSubmissions) && row.pastSubmissions.length > 0);
  return {
    id,
    rev: isNumber(row.rev) ? row.rev : 0,
    createdAt,
    updatedAt,
    finishedAt: isNumber(row.finishedAt) ? row.finishedAt : updatedAt,
    stage: 'failed',
    name: isText(row.name) ? row.name : '',
    origin: isOrigin(row.origin) ? row.origin : { kind: 'file', blobKey: '', name: '' },
    options: isOptions(row.options)
      ? row.options
      : { target: '2k', upscaler: 'auto', detail: 0.65 },
    ...(submission && { submission: row.submission as Submission }),
    pastSubmissions: [],
    polls: 0,
    oddPolls: 0,
    attempt: 0,
    failure: { code: 'row-damaged', at: 'queued', charged: wasOrdered ? 'maybe' : 'no' },
  };
}
