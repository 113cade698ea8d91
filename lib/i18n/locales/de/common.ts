import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { tools } from './tools';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('de');
const number = plural({ other: '#' });
const creditCount = plural({ one: '# Credit', other: '# Credits' });

/** German. */
export const common: Common = {
  join: (first, second) => `${first} ${second}`,
  units,
  app: {
    title: 'Mit Dreamina hochskalieren',
    credits: creditCount,
    openService: (credits) => `${credits} übrig. {site} öffnen`,
    settings: 'Einstellungen',
    openPanel: 'In der Seitenleiste öffnen',
  },
  menu,
  intake,
  add: {
    invite: { drop: 'Bilder ablegen, einfügen', or: ' oder ', choose: 'auswählen', what: '.' },
    dropNow: 'Zum Hochskalieren ablegen',
    choose: 'Bilder auswählen',
    target: 'Hochskalieren auf',
    membership: '4K setzt eventuell ein {site}-Abo voraus.',
    cost: (credits, day) =>
      credits === 0
        ? `Kostenlos (Stand: ${day})`
        : `Kostet etwa ${creditCount(credits)} (Stand: ${day})`,
    pick: 'Ein Bild auf dieser Seite auswählen',
    several: 'Mehrere Bilder dieser Seite auswählen',
    notImages: 'Das ist kein Bild. Bitte eine Bilddatei ablegen oder einfügen.',
  },
  empty: {
    title: 'Rechtsklick auf ein beliebiges Bild',
    text: '„Mit Dreamina hochskalieren“ wählen, dann 2K oder 4K. Das größere Bild erscheint hier und kann gespeichert werden.',
    pointer: { before: 'Kein Menüeintrag? Auf das Bild zeigen und ', after: ' drücken.' },
    pick: { before: 'Oder auf der Seite auswählen, oben mit ', after: '.' },
    privacy:
      'Das Bild wird über das eigene Konto an {site} (ByteDance) gesendet. Sonst verlässt nichts den Browser.',
  },
  notices: {
    allowAccess: 'Zugriff erlauben',
    reachTitle: 'Kein Zugriff auf diese Seite',
    reachText:
      'Die Seitenleiste erreicht nur eine Seite, auf der die Erweiterung gerade benutzt wurde. Bitte auf das Bild rechtsklicken oder dort zuerst auf das Symbol in der Symbolleiste klicken.',
    unreadableTitle: 'Der Verlauf ist gerade nicht lesbar',
    unreadableText:
      'Der Browser konnte seinen Speicher nicht öffnen. Es wurde nichts gelöscht. Hilft ein neuer Versuch nicht, bitte den Browser neu starten.',
    tryAgain: 'Erneut versuchen',
    newerTitle: 'Der Verlauf stammt von einer neueren Version',
    newerText:
      'Eine neuere Version der Erweiterung hat ihn geschrieben. Es wurde nichts geändert oder gelöscht. Nach einem Update der Erweiterung ist er wieder sichtbar.',
    fullTitle: 'Speicher voll: Ein Bild wurde nicht aufgenommen',
    fullText:
      'Der Browser konnte das letzte Bild nicht speichern. Bitte Ergebnisse entfernen oder Speicherplatz freigeben und erneut auf das Bild klicken.',
    fullElsewhere:
      'Der Browser konnte das letzte Bild nicht speichern. Bitte Speicherplatz freigeben und erneut auf das Bild klicken.',
    makeRoom: 'Auswählen und entfernen',
    fullRead: 'OK',
    signInTitle: 'Bei {site} anmelden',
    signInText:
      'Das eigene Konto skaliert die Bilder hoch. Diese Erweiterung sieht das Passwort nie.',
    otherJars: {
      containers:
        'Bitte in einem normalen Tab anmelden. Die Anmeldung in einem Container gilt für Bilder in Tabs dieses Containers.',
      isolated: 'Die First-Party-Isolation verbirgt die Anmeldung. Bitte zuerst ausschalten.',
    },
    signInWaiting: plural({
      one: '# Bild wartet und wird automatisch fortgesetzt.',
      other: '# Bilder warten und werden automatisch fortgesetzt.',
    }),
  },
  broken: {
    row: 'Fehler in der Erweiterung: Dieses Bild kann nicht angezeigt werden.',
    title: 'Diese Seite kann nicht angezeigt werden',
    text: 'In der Erweiterung ist ein Fehler aufgetreten. Verlauf und Bilder sind noch da. Bitte die Seite neu laden. Hilft das nicht, bitte den Bericht kopieren und an die Entwickler senden.',
    reload: 'Neu laden',
    copy: 'Bericht kopieren',
    copied: 'Kopiert',
    copyFailed: 'Der Bericht konnte nicht kopiert werden',
  },
  history: {
    search: 'Suchen',
    sort: 'Sortieren',
    sorts: { newest: 'Neueste', oldest: 'Älteste', name: 'Name', size: 'Größte' },
    filter: 'Anzeigen',
    filters: { all: 'Alle', running: 'In Arbeit', done: 'Fertig', needs: 'Offen' },
    select: 'Auswählen',
    choose: (name) => `${name} auswählen`,
    nothing: 'Keine passenden Bilder.',
    reading: 'Wird geladen …',
    justDone: plural({ one: '# Bild fertig', other: '# Bilder fertig' }),
    removed: plural({ one: '# Bild entfernt', other: '# Bilder entfernt' }),
    undo: 'Rückgängig',
    joined: (target) => `Wird bereits auf ${target} hochskaliert`,
    showJoined: 'Anzeigen',
    selection: {
      title: 'Ausgewählte Bilder',
      all: 'Alle',
      count: plural({ one: '# ausgewählt', other: '# ausgewählt' }),
      end: 'Auswahl beenden',
      save: (count) => (count > 0 ? `${number(count)} speichern` : 'Auswahl speichern'),
      retry: (count) =>
        count > 0 ? `${number(count)} erneut versuchen` : 'Auswahl erneut versuchen',
      remove: (count) => (count > 0 ? `${number(count)} entfernen` : 'Auswahl entfernen'),
      retryHint:
        'Betrifft nur Bilder, bei denen ein neuer Versuch nichts kostet. Die anderen bitte einzeln erneut versuchen.',
      more: 'Weitere Arten zu speichern',
      zip: 'Als ZIP speichern',
      csv: 'Liste speichern (CSV)',
      json: 'Liste speichern (JSON)',
    },
    zip,
  },
  actions: {
    save: 'Speichern',
    saving: 'Speichert …',
    saved: 'Gespeichert',
    alreadyThere: 'Schon da',
    saveAgain: 'Erneut speichern',
    saveAs: 'Speichern unter …',
    copy: 'Bild kopieren',
    copying: 'Kopiert …',
    copied: 'Kopiert',
    copyFailed: 'Der Browser konnte das Bild nicht kopieren. Bitte stattdessen speichern.',
    compare: 'Vergleich',
    retry: 'Erneut versuchen',
    haveCredits: 'Credits sind da',
    retryMayCost: 'Erneut (kann Credits kosten)',
    pollAgain: 'Erneut prüfen',
    useAccount: 'Dieses Konto verwenden',
    useAccountMayCost: 'Dieses Konto (kann erneut kosten)',
    useAccountHint: 'Skaliert das Bild mit dem Konto hoch, das jetzt angemeldet ist.',
    cancel: 'Abbrechen',
    remove: 'Entfernen',
    openPage: 'Seite öffnen',
    more: 'Mehr',
    signIn: 'Anmelden',
    readConsent: 'Lesen und zustimmen',
    allow: (host) => `Erlauben: ${host}`,
    allowEverywhere: 'Auf allen Websites erlauben',
    use2k: 'Auf 2K hochskalieren',
    useExisting: 'Verwenden',
    showOther: 'Anzeigen',
    upscale: 'Hochskalieren',
    upscaleAgain: 'Erneut hochskalieren',
    againWith: 'Erneut hochskalieren …',
    upscaleAnyway: 'Trotzdem hochskalieren',
    keepOriginal: 'Behalten (kostenlos)',
    useShown: 'Das auf der Seite verwenden',
    useScreen: 'Bildschirmansicht verwenden',
    useScreenHint: 'Braucht keine Berechtigung, ist aber nur so groß wie gerade angezeigt.',
    openService: '{site} öffnen',
    continueInPage: 'Über die {site}-Seite fortfahren',
    skipPage: 'Ohne diese Seite senden',
    checkConnection: 'Verbindung prüfen',
    chooseFile: 'Datei auswählen',
  },
  pageConsent: {
    only: '{site} nimmt Aufträge nur von der eigenen Seite an.',
    sentence:
      'Nach der Zustimmung öffnet die Erweiterung die Seite von {site} in einem Tab im Hintergrund, falls keine offen ist, und lässt diese Seite die Aufträge senden.',
    agree: 'Zustimmen',
    decline: 'Jetzt nicht',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'Von diesem Gerät',
    unnamed: 'Unbenanntes Bild',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `noch etwa ${duration}`,
    retryIn: (duration) => `neuer Versuch in ${duration}`,
    progress: (name) => `Fortschritt von ${name}`,
    thumbnail: (target) => `auf ${target}`,
    serviceSaid: '{site} meldet:',
    reference: (ret) => `Code ${ret}`,
    switched: (now, before) =>
      `Zu ${now} gewechselt, weil ${before} bei {site} nicht fertig wurde.`,
    switchedForSize: (now, before) =>
      `Zu ${now} gewechselt, weil ${before} das Bild nicht vergrößert hat.`,
    sentSmaller: 'Als kleinere Datei gesendet, weil {site} mit der größeren nicht fertig wurde.',
    cancelled: 'Vor dem Hochskalieren abgebrochen. Es wurde nichts berechnet.',
    cancelledLate:
      'Nach Beginn des Hochskalierens abgebrochen. {site} kann es trotzdem beenden und Credits berechnen.',
    savedPlain: {
      format: 'Im ursprünglichen Format gespeichert: Umwandeln war nicht möglich.',
      note: 'Ohne Quellenangabe gespeichert: In der Datei ist kein Platz dafür.',
    },
    saveFailed: 'Der Browser konnte die Datei nicht schreiben. Das Bild ist noch hier.',
    kept: 'Original behalten, kostenlos',
    largerOriginal: ({ size, host, shown }) =>
      `Das größere Original${size ? ` (${size})` : ''}${host ? ` von ${host}` : ''} verwendet${shown ? ` statt des Bildes auf der Seite (${shown})` : ''}`,
    fromScreen: 'Vom Bildschirm aufgenommen',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools,
  stages: {
    preparing: 'Wird vorbereitet',
    uploading: 'Wird hochgeladen',
    slot: 'Wartet auf einen freien Platz',
    ordering: 'Wird an {site} gesendet',
    checking: 'Ankunft wird geprüft',
    generating: 'Wird hochskaliert',
    collecting: 'Ergebnis wird geladen',
    joining: 'Teile werden zusammengefügt',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
  },
  waiting: {
    'sign-in': 'Nicht bei {site} angemeldet. Nach der Anmeldung geht es weiter.',
    consent: 'Es fehlt die Zustimmung, Bilder an {site} zu senden. Danach geht es weiter.',
    'page-consent':
      'Dieser Auftrag läuft über die eigene Seite von {site}. Nach der Zustimmung dazu geht es weiter.',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `Bitte bei {site} als ${name} anmelden: Dieses Konto hat das Bild gesendet. Dann geht es automatisch weiter.`;
      }
      return isKnown
        ? 'Ein anderes {site}-Konto hat dieses Bild gesendet. Bitte bei diesem Konto anmelden, dann geht es automatisch weiter.'
        : 'Das jetzt angemeldete {site}-Konto hat dieses Bild nicht gesendet. Bitte bei dem richtigen Konto anmelden, dann geht es automatisch weiter.';
    },
    network: 'Keine Verbindung zu {site}. Sobald sie wieder da ist, geht es weiter.',
    permission: {
      before: 'Dieses Bild liegt auf ',
      after: '. Das Lesen braucht eine Berechtigung.',
    },
    uploadHost: {
      before: '{site} möchte dieses Bild auf ',
      after: '. Das Senden dorthin braucht eine Berechtigung.',
    },
    resultHost: {
      before: '{site} hat das Ergebnis auf ',
      after: ' abgelegt. Das Abholen braucht eine Berechtigung. Es wird nichts weiter berechnet.',
    },
    serviceHost: { before: 'Zum Fortfahren fehlt die Berechtigung für ', after: '.' },
    cookies: {
      before: 'Dieses Bild liegt auf ',
      after:
        ' und wird nicht an anonyme Besucher gesendet. Mit dieser Erlaubnis enthält die Anfrage die Cookies für diese Website, nur für dieses eine Bild.',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `Dieses Bild wird bereits auf ${target} hochskaliert.`;
        case 'unconfirmed':
          return `Dieses Bild wurde in ${target} möglicherweise schon bezahlt. Bitte den früheren Auftrag erneut versuchen: Er sucht zuerst nach dem Ergebnis.`;
        case 'gone':
          return `Das Ergebnis in ${target} ist hier nicht mehr gespeichert. Erneutes Hochskalieren kann Credits kosten.`;
        default:
          return `Dieses Bild wurde schon auf ${target} hochskaliert. Dieses Ergebnis kostenlos verwenden?`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `Dieses Bild ist bereits so groß wie ${target}. Behalten ist kostenlos.`
        : `Dieses Bild hat bereits ${size}, so viel wie ${target}. Behalten ist kostenlos.`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return 'Das heutige Limit bei {site} ist erreicht. Morgen geht es weiter.';
      }
      if (code === 'membership-needed') {
        return `${target} setzt ein {site}-Abo voraus. Es wurde nichts berechnet.`;
      }
      const left = balance === undefined ? '' : ` (noch ${number(balance)})`;
      return `Nicht genug {site}-Credits${left}. Sobald genug da sind, geht es weiter.`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'Die Risikoprüfung von {site} hat das abgelehnt. Alles pausiert und geht später weiter. Bitte auf der Website von {site} nachsehen, ob etwas zu bestätigen ist.'
        : '{site} ist überlastet und bittet um eine Pause. Es geht automatisch weiter. Es wurde nichts berechnet.',
    dayLimit: (credits) =>
      `Der nächste Auftrag könnte deine Tagesgrenze von ${creditCount(credits)} überschreiten. Es geht morgen weiter oder mit einer anderen Grenze in den Einstellungen.`,
    stillRunning: (polledAt) =>
      `Läuft noch bei {site}${polledAt ? `, zuletzt geprüft um ${polledAt}` : ''}. Es geht automatisch weiter. Erneut prüfen ist kostenlos.`,
  },
  announce: {
    done: (name) => `${name} ist fertig.`,
    saved: (name) => `${name} ist gespeichert.`,
    failed: (name, sentence) => `${name} ist fehlgeschlagen. ${sentence}`,
    waiting: (name, sentence) => `${name} wartet. ${sentence}`,
    stage: (name, stage) => `${name}: ${stage}`,
  },
  flaws: {
    black: 'Das Ergebnis ist schwarz.',
    uniform: 'Das Ergebnis besteht aus einer einzigen Farbe.',
    'transparency-lost': 'Teile des Originals sind transparent, im Ergebnis nicht.',
    'wrong-shape':
      'Das Ergebnis hat eine andere Form als das Original. Vielleicht ist es beschnitten oder verzerrt.',
    'not-larger': 'Das Ergebnis ist nicht größer als das Original.',
    'short-of-target': (target) => `Das Ergebnis ist kleiner als ${target}.`,
  },
  charged: {
    no: 'Es wurde nichts berechnet.',
    maybe: 'Möglicherweise wurden Credits berechnet.',
  },
  refund: {
    yes: 'Die Credits wurden erstattet.',
    no: 'Die Credits wurden nicht erstattet.',
    unknown: 'Ob die Credits erstattet wurden, ist nicht bekannt.',
  },
};
