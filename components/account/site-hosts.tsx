import { accessOf, type SiteName } from '@/lib/jimeng/model/sites';
import { useLocale } from '../ui/locale';
import './site-hosts.css';

/** The hosts that a site is asked for, each with its reason. */
export function SiteHosts({ site }: { site: SiteName }) {
  const { sites } = useLocale().messages;
  return (
    <ul class="site-hosts" aria-label={sites.hosts}>
      {accessOf(site).map(({ domain, reasons }) => (
        <li key={domain}>
          <bdi>{domain}</bdi> {reasons.map((reason) => sites.reasons[reason]).join(sites.and)}
        </li>
      ))}
    </ul>
  );
}
