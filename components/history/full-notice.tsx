import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';

/** Props of the notice of a full disk. */
export interface FullNoticeProps {
  /** Starts selecting what to remove; absent if there is nothing to remove. */
  onMakeRoom?: (() => void) | undefined;
  onDismiss: () => void;
}

/** Says that a click was lost because its job could not be written, and how to free space. */
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
