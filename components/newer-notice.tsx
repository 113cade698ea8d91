import { useLocale } from './locale';
import { Notice } from './notice';

/** In place of a history that only a newer version of the extension can read. */
export function NewerNotice() {
  const { notices } = useLocale().messages;
  return (
    <div class="app__bar">
      <Notice icon="alert" title={notices.newerTitle} action={null}>
        {notices.newerText}
      </Notice>
    </div>
  );
}
