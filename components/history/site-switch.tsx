import type { SiteName } from '@/lib/jimeng/model/sites';
import { useLocale } from '../ui/locale';
import './site-switch.css';

/** Props of the switch. */
export interface SiteSwitchProps {
  /** The site that new images go to. */
  site: SiteName;
  /** The other site that is signed in. */
  other: SiteName;
  onSwitch: (site: SiteName) => void;
}

/** Names the site that new images go to; a click makes it the other one. */
export function SiteSwitch({ site, other, onSwitch }: SiteSwitchProps) {
  const { sites } = useLocale().messages;
  const label = sites.switchTo(sites.names[site], sites.names[other]);
  return (
    <button
      type="button"
      class="site-switch"
      aria-label={label}
      title={label}
      onClick={() => onSwitch(other)}
    >
      {sites.names[site]}
    </button>
  );
}
