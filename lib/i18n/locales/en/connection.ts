import type { CheckStep } from '@/lib/jimeng/model/check';
import type { VersionField } from '@/lib/jimeng/model/versions';
import { pluralIn } from '../plural';

const plural = pluralIn('en');
const recorded = plural({ one: '# answer recorded', other: '# answers recorded' });

/** Name of a step of the check, and the sentence if it is good. */
export interface StepWords {
  name: string;
  good: string;
}

/** English messages of the connection check and of the versions. */
export const connection = {
  connection: {
    title: 'Connection',
    lead: 'If images fail, check here first.',
    check: 'Every step up to the order',
    checkHint:
      'Tries each one that is free, and uploads a small drawn image. Costs nothing and orders nothing.',
    start: 'Check the connection',
    again: 'Check again',
    checking: 'Checking…',
    needsConsent: 'Agree on the first page before you check. Until then nothing is sent.',
    allGood: 'Every step works.',
    someBad: plural({ one: '# step failed.', other: '# steps failed.' }),
    steps: {
      cookie: { name: 'Session cookie', good: 'You are signed in to {site} in this browser.' },
      read: { name: 'Signed request', good: '{site} accepts the signature and the session.' },
      balance: { name: 'Credits', good: '{site} tells how many credits are left.' },
      token: { name: 'Upload key', good: '{site} gives a key for uploads.' },
      apply: { name: 'Upload place', good: '{site} names a server for the image.' },
      put: { name: 'Upload', good: 'The server received the drawn image.' },
      commit: { name: 'Upload confirmed', good: '{site} confirms the image.' },
      'look-up': { name: 'Job status', good: '{site} answers for a job that does not exist.' },
      sent: { name: 'Request headers', good: 'As on {site}’s own site.' },
    } satisfies Record<CheckStep, StepWords> as Record<CheckStep, StepWords>,
    states: {
      waiting: 'Not yet',
      running: 'Running',
      good: 'Works',
      bad: 'Failed',
      skipped: 'Left out',
    },
    problems: {
      'cookie-missing': 'No {site} session in this browser. Sign in on {site}’s site.',
      'no-access': 'This extension may not access {site}’s sites. Allow it under “Sites”.',
      'needs-earlier': 'Left out, because an earlier step failed.',
      stopped: 'Left out, because the check was stopped.',
      unexpected: '{site} says that the job exists.',
      'rule-missing': 'The rule that sets Origin and Referer is not in force. Restart the browser.',
      'signed-out': '{site} does not accept the session. Sign in again on its site.',
      'risk-control':
        '{site}’s risk control refused the request. The check has stopped. Open {site}, and wait a while.',
      'account-restricted': '{site} has restricted this account. The check has stopped.',
      'confirmation-needed': '{site} wants you to accept something on its site first.',
      outdated: '{site} does not accept these versions any more. See “Advanced” below.',
      'system-busy': '{site} is busy, or does not accept the signature.',
      busy: 'Too many requests. Wait a minute.',
      'region-refused':
        '{site} is not available from this network. A VPN or a data-centre address can be the reason.',
      'bad-response': 'The answer does not have the expected form.',
      network: 'No connection.',
      timeout: 'No answer in time.',
      'line-too-slow': 'The upload was too slow.',
      'server-error': '{site}’s server has an error.',
      'host-not-allowed': '{site} names a server that this extension may not reach.',
      'upload-refused': 'The upload was refused.',
      'http-refused': '{site}’s server refused the request.',
      'unknown-refusal': '{site} refused the request with an unknown code.',
      'upload-corrupted': 'The server received other bytes than were sent.',
    },
    otherProblem: (code: string) => `Failed: ${code}.`,
    number: (code: string) => `Code ${code}.`,
    missing: (path: string) => `Missing: ${path}.`,
    sent: {
      set: (header: string) => `${header}: set.`,
      notSet: (header: string) => `${header}: not set.`,
      cookies: 'Cookies: sent and recognised.',
      noCookies: 'Cookies: not recognised.',
      unknownCookies: 'Cookies: not known.',
      how: 'An extension cannot read the headers that left. This is what its rules and the answers show.',
    },
    test: 'Send one test image',
    testHint: (cost: string) =>
      `A real upscale to 2K of the small image from the welcome page. ${cost}`,
    testCost: plural({
      one: 'It cost # credit when last seen.',
      other: 'It cost # credits when last seen.',
    }),
    testFree: 'It cost nothing when last seen.',
    testCostUnknown: 'What it costs is not known yet.',
    testNow: 'Send',
    testSent: 'Started. It is in the history.',
    testNoRoom: 'The browser’s storage is full.',
    report: 'Connection report',
    reportHint:
      'Versions, server names, error codes, times, and the field names and types of answers. No contents: no session, image, address of a page or name.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser could not copy it. Save it instead.',
    ms: (count: string) => `${count} ms`,
    save: 'Save as file',
    record: 'Record the next 10 minutes',
    recordHint:
      'Adds the field names and types of all answers from {site} to the report. Kept in memory only, until the browser closes. The toolbar button shows REC.',
    recorded: (count: number) => `${recorded(count)}.`,
    recordingUntil: (time: string, count: number) => `On until ${time}. ${recorded(count)}.`,
  },
  advanced: {
    title: 'Advanced',
    versions: 'Versions',
    hint: 'What the extension calls itself toward {site}. Change these only if {site} refuses requests as outdated and someone tells you newer values.',
    show: 'Show versions',
    builtIn: (value: string, day: string) => `Built in: ${value}, seen ${day}.`,
    overridden: 'Changed',
    invalidNumber: 'Use numbers with dots, such as 8.4.0. Not saved.',
    invalidName: 'Use letters, digits, _ and commas. Not saved.',
    reset: 'Use built-in versions',
    notes: {
      appvr: 'All requests',
      daVersion: 'All requests',
      webVersion: 'All requests',
      appSdkVersion: 'All requests',
      aigcFeatures: 'All requests',
      rootModel: 'Orders',
      draftMinVersion: 'Orders, draft',
      componentMinVersion: 'Orders, component',
      originalAppvr: 'Super resolution',
      originalDaVersion: 'Super resolution',
    } satisfies Record<VersionField, string> as Record<VersionField, string>,
  },
};

/** Shape of these messages in every language. */
export type Connection = typeof connection;
