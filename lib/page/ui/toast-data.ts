/** What a page is to tell of jobs. Plain data, which is all that `executeScript` can hand over. */
export interface ToastData {
  /** Comes back with a press. Only the background knows what it stands for. */
  id: string;
  tone: 'busy' | 'good' | 'bad';
  title: string;
  /** May hold a name that a page has given. */
  detail: string;
  /** Small picture, base64. */
  thumb?: string | undefined;
  buttons: readonly { action: string; label: string }[];
  /** Words on the button that closes it. */
  close: string;
  /** Whose words these are. */
  label: string;
  language: string;
  theme: 'auto' | 'light' | 'dark';
}
