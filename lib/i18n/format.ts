import { startOfDay } from '@/lib/jobs/model/selectors';
import type { Language } from './locales/languages';
import type { Messages } from './messages';

/** Numbers, sizes and times in the format of a language. */
export interface Formats {
  number(value: number): string;
  /** With one decimal, unless that is 0. */
  decimal(value: number): string;
  percent(share: number): string;
  /** Pixels: "800 × 600". */
  size(width: number, height: number): string;
  /** File size: "1.2 MB". */
  bytes(count: number): string;
  /** Length of time: "14 s", "2 min", "1.5 h". */
  duration(ms: number): string;
  /** Time of day: "3:04 PM", "15:04". */
  time(at: number): string;
  /** Heading of a day: "Today", "Yesterday", "March 12", "March 12, 2025". */
  day(at: number, now: number): string;
  /** A day by itself: "March 12, 2025". */
  date(at: number): string;
}

/** Starts at kilobytes: for images, single bytes do not matter. */
const BYTE_UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

const DAY_MS = 86_400_000;

const made = new Map<Language, Formats>();

/**
 * The formats of a language. Build them once, because Intl objects are slow to create.
 * @param units words for lengths of time in that language
 */
export function formatsFor(language: Language, units: Messages['units']): Formats {
  const known = made.get(language);
  if (known) return known;
  const formats = makeFormats(language, units);
  made.set(language, formats);
  return formats;
}

function makeFormats(language: Language, units: Messages['units']): Formats {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const pixels = new Intl.NumberFormat(language, { useGrouping: false });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const times = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const dates = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' });
  const datesOfYear = new Intl.DateTimeFormat(language, { dateStyle: 'long' });

  return {
    number: (value) => whole.format(value),
    decimal: (value) => tenths.format(value),
    percent: (share) => percents.format(share),
    size: (width, height) => `${pixels.format(width)} × ${pixels.format(height)}`,
    bytes(count) {
      let value = count / 1000;
      let power = 0;
      // Compares the rounded value: 999.96 kB is written as 1 MB.
      for (; Math.round(value) >= 1000 && power < BYTE_UNITS.length - 1; power += 1) value /= 1000;
      const unit = BYTE_UNITS[power] ?? 'gigabyte';
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: value < 10 ? 1 : 0,
      }).format(value);
    },
    duration(ms) {
      const seconds = Math.max(1, Math.round(ms / 1000));
      if (seconds < 60) return units.seconds(whole.format(seconds));
      const minutes = seconds / 60;
      if (minutes < 59.5) return units.minutes(whole.format(minutes));
      const hours = minutes / 60;
      if (hours < 23.95) return units.hours(tenths.format(hours));
      return units.days(whole.format(hours / 24));
    },
    time: (at) => times.format(at),
    date: (at) => datesOfYear.format(at),
    day(at, now) {
      // Rounded, because a day with a clock change has 23 or 25 hours.
      const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS);
      if (days === 0 || days === -1) return capitalised(relative.format(days, 'day'));
      const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
      return (isThisYear ? dates : datesOfYear).format(at);
    },
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
