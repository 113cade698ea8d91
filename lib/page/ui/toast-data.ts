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
  language: string;
  theme: 'auto' | 'light' | 'dark';
}
