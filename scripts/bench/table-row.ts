/** Figures of one file of the table, and how they are printed. */
import sharp from 'sharp';
import { type Difference, differenceOf, differenceOnWhite } from './pixel-difference';
import { haloOf, type PixelHalo, rgbaOf } from './pixel-halo';
import type { TableFile } from './table-file';

/** Bytes by which the process of the browser that grew most had grown. */
export interface Growth {
  /** When the picture arrived at the service. */
  toArrival: number;
  /** When the row had ended. */
  toEnd: number;
}

/** What became of a file. */
export type Outcome =
  | { kind: 'sent'; sent: Buffer; result?: Buffer; isShape: boolean; ms: number; grown?: Growth }
  | { kind: 'refused'; code: string; ms: number; grown?: Growth }
  | { kind: 'lost'; ms: number };

export interface TableRow {
  label: string;
  by: string;
  /** What was sent, or why nothing was. */
  what: string;
  difference?: Difference | undefined;
  halo?: PixelHalo | undefined;
  ms: number;
  grown?: Growth | undefined;
}

const COLUMNS = [
  ['file', -46],
  ['reference', -9],
  ['sent', -26],
  ['mean', 6],
  ['max', 4],
  ['above 4', 8],
  ['halo mean', 9],
  ['max', 4],
  ['alpha mean', 10],
  ['max', 4],
  ['ms', 6],
  ['MB sent', 7],
  ['MB end', 6],
] as const;
const MB = 1024 * 1024;
/** Alpha (0..255) below which scaling has rounded the colour of a pixel. */
const KNOWN_COLOUR = 64;

/** Compares what arrived, and for transparent files what came back, with the reference. */
export async function rowOf(file: TableFile, outcome: Outcome): Promise<TableRow> {
  const { label, by, bytes } = file;
  const { ms } = outcome;
  if (outcome.kind === 'lost') return { label, by, what: 'nothing arrived', ms };
  const { grown } = outcome;
  if (outcome.kind === 'refused') return { label, by, what: `refused: ${outcome.code}`, ms, grown };
  const { sent, result, isShape } = outcome;
  const { format, width, height } = await sharp(sent).metadata();
  const { reference = bytes } = file;
  const truth = typeof reference === 'function' ? await reference({ width, height }) : reference;
  const note = sent.equals(bytes) ? ', as it was' : isShape ? ', its alpha' : '';
  const what = `${format} ${width}x${height}${note}`;
  const isOpaque = await isOpaqueFile(truth);
  const halo = result && !isOpaque ? await haloOf(result, truth) : undefined;
  const difference = isOpaque
    ? await differenceOf(sent, truth)
    : await seenDifference(isShape && result ? result : sent, truth, isShape);
  return { label, by, what, difference, halo, ms, grown };
}

async function isOpaqueFile(file: Buffer): Promise<boolean> {
  const { isOpaque } = await sharp(file, { limitInputPixels: false }).stats();
  return isOpaque;
}

/**
 * Colours of a transparent picture, seen through the true alpha on white: of the opaque picture that is sent, or, if
 * that is the alpha itself, of the result at the size of the source.
 */
async function seenDifference(
  file: Buffer,
  truth: Buffer,
  isResult: boolean,
): Promise<Difference | undefined> {
  const { data: right, info } = await rgbaOf(truth);
  const { width, height } = info;
  const scaled = isResult
    ? await sharp(file).resize(width, height, { fit: 'fill' }).png().toBuffer()
    : file;
  const { data, info: found } = await rgbaOf(scaled);
  if (found.width !== width || found.height !== height) return undefined;
  for (let at = 0; at < data.length; at += 4) {
    // The halo tells of them.
    if ((data[at + 3] ?? 0) < KNOWN_COLOUR) data.set(right.subarray(at, at + 3), at);
    data[at + 3] = right[at + 3] ?? 0;
  }
  return differenceOnWhite(data, right);
}

/** The line of a row; `<` marks one that is off by more than 1 on average, or by more than 4 anywhere. */
export function lineOf({ label, by, what, difference, halo, ms, grown }: TableRow): string {
  const two = (value: number | undefined) => value?.toFixed(2) ?? '';
  const whole = (value: number | undefined) => value?.toFixed(0) ?? '';
  const cells = [
    label,
    by,
    what,
    two(difference?.mean),
    whole(difference?.largest),
    difference ? `${(difference.above4 * 100).toFixed(2)}%` : '',
    two(halo?.mean),
    whole(halo?.largest),
    two(halo?.alphaMean),
    whole(halo?.alphaLargest),
    whole(ms),
    ...(grown ? [`+${whole(grown.toArrival / MB)}`, `+${whole(grown.toEnd / MB)}`] : []),
  ];
  return `${padded(cells)}${difference && !isClose(difference) ? ' <' : ''}`;
}

export const HEAD = padded(COLUMNS.map(([name]) => name));

function padded(cells: readonly string[]): string {
  const columns = COLUMNS.map(([, width], index) => {
    const cell = cells[index] ?? '';
    return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
  });
  return columns.join(' ');
}

const isClose = ({ mean, largest }: Difference) => mean <= 1 && Math.round(largest) <= 4;

/** One line about all rows. */
export function summaryOf(rows: readonly TableRow[]): string {
  const compared = rows.flatMap(({ difference }) => difference ?? []);
  const halos = rows.flatMap(({ halo }) => halo ?? []);
  const refused = rows.filter(({ what }) => what.startsWith('refused')).length;
  const average = (values: number[]) =>
    (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(2);
  return [
    `${rows.length} files`,
    `${compared.length} compared, ${compared.filter(isClose).length} within a mean of 1 and a maximum of 4`,
    `${halos.length} with transparency: halo ${average(halos.map((halo) => halo.mean))}, alpha ${average(halos.map((halo) => halo.alphaMean))} on average`,
    `${refused} refused by name`,
    `${rows.length - compared.length - refused} neither`,
  ].join('; ');
}
