import { EmptyPicture } from './empty-picture';
import { useLocale } from './locale';
import './empty-state.css';

/** What a new person sees instead of a list: how it is done, and what leaves the computer. */
export function EmptyState() {
  const { empty } = useLocale().messages;
  return (
    <section class="empty-state">
      <EmptyPicture />
      <h2>{empty.title}</h2>
      <p>{empty.text}</p>
      <p>{empty.alsoWays}</p>
      <p class="empty-state__privacy">{empty.privacy}</p>
    </section>
  );
}
