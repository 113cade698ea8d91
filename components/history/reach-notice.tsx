import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Says why pick mode cannot reach the current page, and what works instead. */
export function ReachNotice({ onAllow }: { onAllow: () => void }) {
  const { notices, actions } = useLocale().messages;
  return (
    <div role="alert">
      <Notice
        icon="pick"
        title={notices.reachTitle}
        action={<Button onClick={onAllow}>{actions.allowEverywhere}</Button>}
      >
        {notices.reachText}
      </Notice>
    </div>
  );
}
