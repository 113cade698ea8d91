/** A row of another time and place. */
export interface PastRow {
  name: string;
  /** Host of its page; default `gallery.example`. */
  host?: string;
  /** Default today. */
  daysAgo?: number;
  /** Default done. */
  stage?: 'done' | 'failed';
  /** Bytes of its picture. */
  bytes?: number;
}

const DAY_MS = 86_400_000;
let last = 0;

/** Rows as the text of an exported history, each with an id of its own; later ones of a day are older. */
export function pastRows(rows: readonly PastRow[]): Buffer {
  const exportedAt = Date.now();
  const file = {
    format: 'upscale-with-dreamina/history',
    version: 1,
    exportedAt,
    rows: rows.map((row) => rowOf(row, exportedAt)),
  };
  return Buffer.from(JSON.stringify(file));
}

function rowOf(row: PastRow, now: number) {
  const { name, host = 'gallery.example', daysAgo = 0, stage = 'done', bytes = 1_000 } = row;
  last += 1;
  // Milliseconds keep the order, and move no row over midnight.
  const at = now - daysAgo * DAY_MS - last;
  const size = { width: 600, height: 400 };
  return {
    id: `past-${last}`,
    createdAt: at,
    updatedAt: at,
    finishedAt: at,
    stage,
    name,
    page: {
      url: `https://${host}/`,
      title: 'Small Pictures',
      image: `https://${host}/images/${name}.png`,
    },
    options: { target: '2k', upscaler: 'auto', detail: 0.5 },
    source: {
      type: 'png',
      ...size,
      bytes,
      sha256: '',
      sentType: 'png',
      sentWidth: size.width,
      sentHeight: size.height,
      sentBytes: bytes,
    },
    pastSubmissions: [],
    ...(stage === 'done' && { result: { width: 2_880, height: 1_920 } }),
    ...(stage === 'failed' && {
      failure: { code: 'unknown-refusal', at: 'uploaded', charged: 'no' },
    }),
  };
}
