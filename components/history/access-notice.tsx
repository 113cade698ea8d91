import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Says that the browser withholds access to the service's sites, and asks for it. */
export function AccessNotice({ onAllow }: { onAllow: () => void }) {
  const { notices } = useLocale().messages;
  return (
    <Notice
      icon="key"
      title={notices.accessTitle}
      action={<Button onClick={onAllow}>{notices.allowAccess}</Button>}
    >
      {notices.accessText}
    </Notice>
  );
}
