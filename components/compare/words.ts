import type { ImageType } from '@/lib/images/formats/types';
import type { Job, SourceFacts } from '@/lib/jobs/model/job';
import { own } from '@/lib/jobs/model/own';
import { elapsedMs } from '@/lib/jobs/model/selectors';
import { foundNote, switchNotes } from '../job/job-words';
import type { Locale } from '../ui/locale';

/** A labelled value. */
export interface Fact {
  label: string;
  value: string;
  /** More about it, one line each. */
  notes?: string[];
}

/** Names of the formats, the same in every language. */
const FORMATS: Record<ImageType, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  avif: 'AVIF',
  bmp: 'BMP',
  ico: 'ICO',
  svg: 'SVG',
  heic: 'HEIC',
  jxl: 'JPEG XL',
};

/** Facts about a finished job: both images and the order. */
export function compareFacts(job: Job, locale: Locale): Fact[] {
  const { compare, tools, job: words, options } = locale.messages;
  const { formats } = locale;
  const { source, result, submission, credits } = job;
  const notes = switchNotes(job, locale);
  const found = foundNote(job, locale);
  const facts: (Fact | undefined | false)[] = [
    source && withNote(pictureFact(compare.before, source, locale), found),
    source &&
      source.changes.length > 0 && {
        label: compare.facts.changes,
        value: changesOf(source, locale).join(' · '),
      },
    result && pictureFact(compare.after, result, locale),
    source &&
      result && {
        label: compare.facts.grown,
        value: compare.facts.times(formats.decimal(result.width / source.sentWidth)),
      },
    { label: compare.facts.asked, value: words.target[job.options.target] },
    submission && {
      label: compare.facts.upscaler,
      value: tools[submission.tool],
      ...(job.options.upscaler === 'auto' && {
        notes: notes.length > 0 ? notes : [options.upscalers.auto.name],
      }),
    },
    credits !== undefined && { label: compare.facts.credits, value: words.credits(credits) },
    job.finishedAt !== undefined && {
      label: compare.facts.time,
      value: formats.duration(elapsedMs(job, job.finishedAt)),
    },
  ];
  return facts.filter((fact) => typeof fact === 'object');
}

/** Size, and below it bytes and format. */
function pictureFact(
  label: string,
  picture: { width: number; height: number; bytes?: number; type?: ImageType },
  { formats }: Locale,
): Fact {
  const { width, height, bytes, type } = picture;
  const file = [bytes !== undefined && formats.bytes(bytes), type && FORMATS[type]];
  return {
    label,
    value: formats.size(width, height),
    notes: [file.filter(Boolean).join(' · ')].filter(Boolean),
  };
}

function withNote(fact: Fact, note: string | undefined): Fact {
  return note === undefined ? fact : { ...fact, notes: [...(fact.notes ?? []), note] };
}

function changesOf(source: SourceFacts, { messages, formats }: Locale): string[] {
  const words = messages.compare.facts;
  const format = FORMATS[source.sentType];
  const size = formats.size(source.sentWidth, source.sentHeight);
  const isSameSize = size === formats.size(source.width, source.height);
  // A newer version may have stored a change that has no words here.
  const plain = {
    'turned-upright': words['turned-upright'],
    'first-frame': words['first-frame'],
    'later-frame': words['later-frame'],
  };
  const said = source.changes.map((change) => {
    switch (change) {
      case 'converted':
        return words.converted(format);
      case 'shrunk':
        // A file that is only too large in bytes is compressed before it is shrunk.
        return isSameSize ? words.compressed(format) : words.shrunk(size);
      case 'colours':
        return words.colours(source.colours ?? '');
      case 'rasterised':
        return words.rasterised(size);
      default:
        return own(plain, change);
    }
  });
  const transparency = source.transparency && words.transparency[source.transparency.kind];
  return [...said, transparency].filter((words) => words !== undefined);
}
