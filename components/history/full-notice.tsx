import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Props of the notice of a full disk. */
export interface FullNoticeProps {
  /** Begins choosing what to remove; left out where there is nothing to remove. */
  onMakeRoom?: (() => void) | undefined;
  onDismiss: () => void;
}

/** Says that a click was lost because not even its row could be written, and what makes room. */
export function FullNotice({ onMakeRoom, onDismiss }: FullNoticeProps) {
  const { notices } = useLocale().messages;
  return (
    <div role="alert">
      <Notice
        icon="alert"
        title={notices.fullTitle}
        action={
          onMakeRoom ? (
            <Button onClick={onMakeRoom}>{notices.makeRoom}</Button>
          ) : (
            <Button onClick={onDismiss}>{notices.fullRead}</Button>
          )
        }
      >
        {onMakeRoom ? notices.fullText : notices.fullElsewhere}
      </Notice>
    </div>
  );
}
