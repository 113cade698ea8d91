import { privateValue } from './private-value';

/**
 * When the person agreed that chosen images are sent to the service, Unix ms. It is kept in this browser
 * only, and apart from the settings: a reset, another device or a script in a web page must not change it.
 */
const item = privateValue('consent');

const timeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;

export const consent = {
  /** Undefined without consent, or after its withdrawal. */
  read: async (): Promise<number | undefined> => timeOf(await item.read()),
  grant: (at: number): Promise<void> => item.write(at),
  revoke: (): Promise<void> => item.remove(),
  /** @returns stops watching */
  watch: (onChange: (at: number | undefined) => void): (() => void) =>
    item.watch((value) => onChange(timeOf(value))),
};
