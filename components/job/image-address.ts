import type { Job } from '@/lib/jobs/model/job';
import { plainText } from '@/lib/text/plain-text';

/** Maximum characters of a file name that are shown. */
const SHOWN = 40;

/** Address of an image, as link and as text. */
export interface ImageAddress {
  href: string;
  host: string;
  /** The end of its path as plain text. */
  path: string;
}

/** Address of the clicked image. Undefined unless it is http(s), because the page chose it. */
export function imageAddress({ origin }: Pick<Job, 'origin'>): ImageAddress | undefined {
  if (origin.kind !== 'page' || !/^https?:/i.test(origin.url)) return undefined;
  const url = URL.parse(origin.url);
  if (!url) return undefined;
  // A user name before the host could be mistaken for the host.
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
