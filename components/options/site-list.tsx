import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import './site-list.css';

/** Props of the list of allowed sites. */
export interface SiteListProps {
  sites: readonly string[];
  /** Id of the element that names the list. */
  labelledBy: string;
  onRevoke: (site: string) => void;
}

/** The sites that were allowed one by one, each with Revoke. */
export function SiteList({ sites, labelledBy, onRevoke }: SiteListProps) {
  const { access } = useLocale().messages.options;
  const root = useRef<HTMLUListElement>(null);
  useFocusKept(root, sites.length);
  return (
    <ul ref={root} class="site-list" aria-labelledby={labelledBy} tabIndex={-1}>
      {sites.map((site) => (
        <li key={site}>
          <bdi>{site}</bdi>
          <Button variant="quiet" label={access.revokeSite(site)} onClick={() => onRevoke(site)}>
            {access.revoke}
          </Button>
        </li>
      ))}
      {sites.length === 0 && <li class="site-list__none">{access.noSites}</li>}
    </ul>
  );
}

/** Keeps the focus in the list when the focused site is removed. */
function useFocusKept(root: { current: HTMLUListElement | null }, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isShorter = count < before.current;
    before.current = count;
    if (!isShorter || document.activeElement !== document.body) return;
    (root.current?.querySelector('button') ?? root.current)?.focus();
  }, [root, count]);
}
