import { accessOf, type SiteName } from '@/lib/jimeng/model/sites';

/** Match patterns of a site, as the extension asks for them. */
export function originsOf(site: SiteName): string[] {
  return accessOf(site).flatMap(({ patterns }) => patterns);
}
