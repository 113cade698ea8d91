import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('de');

/** German messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}: vorher und nachher`,
  stage: (name) => `Vorher und nachher von ${name}`,
  before: 'Vorher',
  after: 'Nachher',
  gone: 'Dieses Bild ist nicht mehr im Verlauf.',
  noResult:
    'Das Ergebnis ist hier nicht mehr gespeichert. Beim Speichern wird es neu geladen, falls {site} es noch hat.',
  unreadable: 'Dieser Browser kann das Ergebnis nicht anzeigen. Speichern ist trotzdem möglich.',
  noBefore: 'Das Original ist hier nicht mehr gespeichert. Deshalb ist nur das Ergebnis zu sehen.',
  goesOn: 'Das Ergebnis erscheint hier.',
  needsYou: 'Zum Fortfahren das Popup der Erweiterung öffnen.',
  divider: 'Trennlinie zwischen vorher und nachher',
  dividerAt: (share) => `${share} vorher`,
  view: {
    title: 'Ansicht',
    fit: 'Einpassen',
    actual: '1:1',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    zoom: (share) => `Zoom ${share}`,
    differences: 'Unterschiede',
    pixels: 'Pixel',
  },
  keys: {
    title: 'Tastatur',
    hint: 'Gilt, solange das Bild den Fokus hat. Scrollen oder zwei Finger zum Zoomen, Ziehen zum Verschieben.',
    divider: 'Trennlinie verschieben',
    pan: 'Bild verschieben',
    zoom: 'Zoom',
    fit: 'Ganzes Bild',
    actual: 'Originalpixel',
    swap: 'Nur vorher, nur nachher, beides',
    differences: 'Unterschiede zeigen',
    pixels: 'Pixel zeigen',
  },
  facts: {
    title: 'Daten',
    grown: 'Vergrößert',
    times: (factor) => `${factor}-mal so breit`,
    asked: 'Gewünschte Größe',
    upscaler: 'Verfahren',
    credits: 'Kosten',
    time: 'Dauer',
    from: 'Gefunden auf',
    image: 'Bildadresse',
    changes: 'Vor dem Upload geändert',
    converted: (format) => `in ${format} umgewandelt`,
    'turned-upright': 'aufrecht gedreht',
    colours: (name) => {
      if (name === '16 bit') return 'von 16 auf 8 Bit pro Farbe reduziert';
      if (/PQ|HLG/.test(name)) return `HDR in Standardumfang umgewandelt (${name})`;
      return name ? `Farben von ${name} in sRGB umgewandelt` : 'Farben in sRGB umgewandelt';
    },
    transparency: {
      kept: 'Transparenz danach wiederhergestellt',
      shape: 'nur eine Farbe: anhand der Form hochskaliert',
      flattened: 'transparente Teile mit einer Farbe gefüllt',
    },
    'first-frame': 'nur das erste Einzelbild',
    'later-frame': 'nur ein Einzelbild, das erste nicht leere',
    compressed: (format) => `komprimiert (${format})`,
    shrunk: (size) => `auf ${size} verkleinert`,
    rasterised: (size) => `mit ${size} gerendert`,
  },
  check: {
    title: 'Ist es noch dasselbe Bild?',
    checking: 'Wird verglichen …',
    faithful: 'Originalgetreu. Auf die Größe des Originals verkleinert, sieht es gleich aus.',
    differs: (share) =>
      `Weicht in ${share} des Bildes ab. Diese Stellen bitte zuerst prüfen, vor allem Text und Gesichter.`,
    unknown: 'Die Bilder konnten nicht verglichen werden.',
    score: (structure, colour) => `Struktur ${structure}, Farbabweichung ${colour}`,
    scoreHint:
      'Struktur ist SSIM in der Größe des Originals. Farbabweichung ist Delta E; unter etwa 2 ist sie kaum zu sehen.',
    showWhere: 'Stellen zeigen',
  },
  again: {
    title: 'Erneut hochskalieren',
    hint: 'Andere Größe oder anderes Verfahren wählen. Dieses Ergebnis bleibt.',
    costs: plural({
      one: 'Etwa # Credit, wie beim letzten Mal.',
      other: 'Etwa # Credits, wie beim letzten Mal.',
    }),
    free: 'Beim letzten Mal kostenlos.',
    costUnknown: 'Das kann bei {site} Credits kosten.',
    impossible: 'Die Originaldatei ist nicht mehr gespeichert. Bitte im Popup erneut auswählen.',
  },
  open: 'Öffnen',
  honest: 'KI ergänzt die Details und kann sie erfinden. {site} kann ein Wasserzeichen hinzufügen.',
};
