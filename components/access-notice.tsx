import { Button } from './button';
import { useLocale } from './locale';
import { Notice } from './notice';

/** Says that the browser withholds the service's sites, and asks for them. */
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
