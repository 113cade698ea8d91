import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Props of the notice in place of the history. */
export interface HistoryNoticeProps {
  trouble: HistoryTrouble;
  onTryAgain: () => void;
}

/** Replaces a history that cannot be read: says why and what helps. */
export function HistoryNotice({ trouble, onTryAgain }: HistoryNoticeProps) {
  const { notices } = useLocale().messages;
  if (trouble === 'newer') {
    return (
      <Notice icon="alert" title={notices.newerTitle} action={null}>
        {notices.newerText}
      </Notice>
    );
  }
  const action = (
    <Button look="soft" onClick={onTryAgain}>
      {notices.tryAgain}
    </Button>
  );
  return (
    <Notice icon="alert" title={notices.unreadableTitle} action={action}>
      {notices.unreadableText}
    </Notice>
  );
}
