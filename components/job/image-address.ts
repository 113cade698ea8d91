import type { Job } from '@/lib/jobs/model/job';
import { plainText } from '@/lib/text/plain-text';

/** Characters of a file's name that are shown. */
const SHOWN = 40;

/** Where an image lies, to be opened and to be read. */
export interface ImageAddress {
  href: string;
  host: string;
  /** The end of its path, made harmless. */
  path: string;
}

/** The address of the clicked image itself. Undefined unless it is one of the web: the page that named it chose it. */
export function imageAddress({ origin }: Pick<Job, 'origin'>): ImageAddress | undefined {
  if (origin.kind !== 'page' || !/^https?:/i.test(origin.url)) return undefined;
  const url = URL.parse(origin.url);
  if (!url) return undefined;
  // A name before the host would be read as the host.
  url.username = '';
  url.password = '';
  const parts = url.pathname.split('/').filter(Boolean);
  const name = plainText(decoded(parts.at(-1) ?? ''));
  const shown = name.length > SHOWN ? `…${name.slice(-SHOWN)}` : name;
  const path = [...(parts.length > 1 ? ['…'] : []), shown].join('/');
  return { href: url.href, host: url.host, path };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
