/** What is not tested in the desktop program, and why: the one table. Nothing else may be left out there. */

const webHost = 'it is about the web host: its links, its ports, its sessions';
const soundOfTheSystem =
  'it hears and plays through the sound server of the system, which the stand-in’s Chromium is kept from';

/** Whole files, by their path in the repository. */
export const webOnlyFiles: Readonly<Record<string, string>> = {
  'test/start.e2e.test.ts':
    '`npm start` in a terminal is tried; the desktop program’s own start is in test/electron',
  'test/start-faults.e2e.test.ts': webHost,
  'test/voice-in-chromium.e2e.test.ts': 'no program runs: parts of the page are tried in a browser',
  'test/voice-pulse.e2e.test.ts': soundOfTheSystem,
  'test/voice-pulse-echo.e2e.test.ts': soundOfTheSystem,
  'test/privacy-voice.e2e.test.ts': soundOfTheSystem,
};

/** Single tests: file, then the test’s whole name, then the reason. */
export const webOnlyTests: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'test/journey.e2e.test.ts': {
    'the link opens one window, and says so when it is used again': webHost,
  },
  'test/recovery.e2e.test.ts': {
    'a window whose connection is cut in mid-answer has the whole text in the end, once':
      'a port of the desktop program cannot be cut while both its ends live',
    'a window left open tells that Jarvis ended, and that another run of it wants a new link': webHost,
    'a second start gives a link into the window of the first and ends': webHost,
  },
};
