import { EmptyPicture } from '../job/empty-picture';
import { Icon } from '../ui/icon';
import { Kbd } from '../ui/kbd';
import { useLocale } from '../ui/locale';
import './empty-state.css';

/** What a new user sees instead of a list: how to start, and what leaves the computer. */
export function EmptyState({ shortcut }: { shortcut: string }) {
  const { messages } = useLocale();
  const { empty, add } = messages;
  return (
    <section class="empty-state">
      <EmptyPicture />
      <h2>{empty.title}</h2>
      <p>{empty.text}</p>
      <p>
        {shortcut && (
          <>
            {empty.pointer.before}
            <Kbd keys={shortcut} />
            {messages.join(empty.pointer.after, '')}
          </>
        )}
        {empty.pick.before}
        <span class="empty-state__icon">
          <Icon name="pick" size={14} />
          <span class="visually-hidden">“{add.pick}”</span>
        </span>
        {empty.pick.after}
      </p>
      <p class="empty-state__privacy">{empty.privacy}</p>
    </section>
  );
}
