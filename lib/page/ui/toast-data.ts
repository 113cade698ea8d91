/** Content of a toast. Plain data, because `executeScript` passes only data. */
export interface ToastData {
  /** Sent back with a press. Only the background knows its jobs. */
  id: string;
  tone: 'busy' | 'good' | 'bad';
  title: string;
  /** May hold a name from the page. */
  detail: string;
  /** Thumbnail, base64. */
  thumb?: string | undefined;
  buttons: readonly { action: string; label: string }[];
  /** Label of the close button. */
  close: string;
  /** Accessible name of the toast. */
  label: string;
  /** What to say after a press that could not be sent: the extension was updated, reloaded or removed. */
  orphaned: { title: string; detail: string };
  language: string;
  theme: 'auto' | 'light' | 'dark';
}
