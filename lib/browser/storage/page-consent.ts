import { perSite } from '@/lib/jimeng/model/sites';
import { type PrivateValue, privateValue } from './private-value';

/**
 * The person's agreement that orders may be sent by a site's own page. It is kept in this browser only,
 * and apart from the settings, like the consent to send images (consent.ts).
 */
export interface PageConsent {
  /** Unix ms. */
  at: number;
  /** Whether all new orders go through the page, or only those that the person continues there. */
  isForAll: boolean;
}

function consentOf(value: unknown): PageConsent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, isForAll } = value as Record<string, unknown>;
  return typeof at === 'number' && at > 0 ? { at, isForAll: isForAll === true } : undefined;
}

function consentFor(item: PrivateValue) {
  return {
    /** Undefined without consent, or after its withdrawal. */
    read: async (): Promise<PageConsent | undefined> => consentOf(await item.read()),
    grant: (consent: PageConsent): Promise<void> => item.write(consent),
    revoke: (): Promise<void> => item.remove(),
    /** @returns stops watching */
    watch: (onChange: (consent: PageConsent | undefined) => void): (() => void) =>
      item.watch((value) => onChange(consentOf(value))),
  };
}

/** The agreement for each site. */
export const pageConsent = perSite((site) => consentFor(privateValue(`page-consent/${site}`)));
