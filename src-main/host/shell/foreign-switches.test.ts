/** What others read on our command line is passed over, wherever it stands; what nobody knows is still refused. */
import { describe, expect, it, test } from 'vitest';
import { isForeignSwitch } from './foreign-switches.ts';
import { parseShellOrder } from './shell-order.ts';

/** As Electron's own documentation names them. */
const ofElectron = [
  ...['--auth-server-whitelist=*.example.org', '--auth-negotiate-delegate-whitelist=x', '--disable-ntlm-v2'],
  ...['--disable-http-cache', '--disable-http2', '--disable-geolocation', '--disable-renderer-backgrounding'],
  ...['--disk-cache-size=1', '--enable-logging', '--enable-logging=file', '--force-fieldtrials=A/B/'],
  ...['--host-rules=MAP * 127.0.0.1', '--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors'],
  ...['--ignore-connections-limit=x', '--js-flags=--expose-gc', '--lang=fr', '--log-file=/tmp/x'],
  ...['--log-net-log=/tmp/x', '--log-level=1', '--no-proxy-server', '--no-sandbox', '--no-stdio-init'],
  ...[
    '--proxy-bypass-list=x',
    '--proxy-pac-url=x',
    '--proxy-server=127.0.0.1:1',
    '--remote-debugging-port=0',
  ],
  ...['--v=1', '--vmodule=x=2', '--force_high_performance_gpu', '--force_low_power_gpu'],
  ...['--xdg-portal-required-version=4', '--inspect', '--inspect=0', '--inspect-brk=0', '--inspect-port=0'],
  ...['--inspect-publish-uid=http', '--experimental-network-inspection', '--no-deprecation'],
  ...['--throw-deprecation', '--trace-deprecation', '--trace-warnings', '--dns-result-order=ipv4first'],
  ...['--diagnostic-dir=/tmp', '--no-experimental-global-navigator'],
];

/** As launchers of desktops and distributions add them, the system's own second start, and a test of a page. */
const ofLaunchers = [
  ...['--ozone-platform=wayland', '--ozone-platform-hint=auto', '--enable-features=WaylandWindowDecorations'],
  ...['--enable-wayland-ime', '--wayland-text-input-version=3', '--gtk-version=4', '--password-store=basic'],
  ...['--disable-gpu', '--disable-gpu-sandbox', '--use-gl=angle', '--gpu-testing-vendor-id=0'],
  ...['--force-device-scale-factor=1.5', '--high-dpi-support=1', '--user-data-dir=/tmp/x', '--no-first-run'],
  ...['--allow-file-access-from-files', '--original-process-start-time=13', '--touch-events=enabled'],
  ...['--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required', '--no-zygote'],
];

describe('a switch of Chromium, Electron or Node', () => {
  it.each([...ofElectron, ...ofLaunchers])('%s stands before and behind our own', given => {
    expect(parseShellOrder([given, '--toggle'])).toEqual({ kind: 'toggle' });
    expect(parseShellOrder(['--data-dir', '/x', '--ask', 'why?', given])).toEqual({
      ...{ kind: 'ask', text: 'why?', dataDir: '/x' },
    });
  });

  it('all of them at once change nothing', () => {
    const order = parseShellOrder([...ofElectron, '--hidden', ...ofLaunchers, 'jarvis://toggle']);
    expect(order).toEqual({ kind: 'toggle', isFromLink: true, hidden: true });
  });
});

test.each([
  ...[
    '--toggle',
    '--talk',
    '--ask',
    '--private',
    '--quit',
    '--hidden',
    '--safe',
    '--no-welcome',
    '--data-dir',
  ],
  ...['--data-dir=/x', '--ask=--enable-it'],
])('%s is ours', own => expect(isForeignSwitch(own)).toBe(false));

test.each([
  '--togle',
  '--quti',
  '--no-welcom',
  '--datadir=/x',
  '--saef',
  '--hide',
  '-t',
  '--',
  '---enable-x',
])('%s is a slip, and refused or no switch at all', slip => {
  expect(isForeignSwitch(slip)).toBe(false);
  if (slip !== '--')
    expect(() => parseShellOrder([slip])).toThrow(expect.objectContaining({ code: 'host.bad-option' }));
});
