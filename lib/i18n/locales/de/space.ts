import type { Space } from '../en/space';

/** German messages about results that were removed to save space. */
export const space: Space = {
  removed: 'Das Ergebnis in voller Größe wurde entfernt, um Platz zu sparen.',
  missing: 'Das Ergebnis ist hier nicht mehr gespeichert.',
  savedAnew: 'Beim Speichern wird es neu geladen, falls {site} es noch hat.',
  upscaledAnew: 'Skaliere das Bild erneut hoch, um es zurückzubekommen.',
};
