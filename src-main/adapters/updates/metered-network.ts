/** Whether the network that is in use costs money by the byte, as far as the system tells. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Run = (program: string, args: readonly string[]) => Promise<string>;

const run: Run = async (program, args) =>
  (await promisify(execFile)(program, [...args], { timeout: 5000, windowsHide: true })).stdout;

const networkManager = 'org.freedesktop.NetworkManager';
const windowsCost =
  '[Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime]::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType';

/** Undefined where it does not tell: macOS, a Linux without NetworkManager, no network. */
export async function isNetworkMetered(
  platform: NodeJS.Platform = process.platform,
  ask = run,
): Promise<boolean | undefined> {
  try {
    if (platform === 'linux') {
      const path = '/org/freedesktop/NetworkManager';
      return readNetworkManager(
        await ask('busctl', ['get-property', networkManager, path, networkManager, 'Metered']),
      );
    }
    if (platform !== 'win32') return undefined;
    return readWindows(
      await ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', windowsCost]),
    );
  } catch {
    // No such program or service: this system does not tell.
    return undefined;
  }
}

/** NMMetered: 1 yes, 2 no, 3 probably, 4 probably not, 0 unknown. */
function readNetworkManager(answer: string): boolean | undefined {
  const found = /^u ([0-4])\s*$/.exec(answer)?.[1];
  return found === undefined || found === '0' ? undefined : found === '1' || found === '3';
}

/** Unrestricted, Fixed (an amount is paid for), Variable (each byte), or Unknown. */
function readWindows(answer: string): boolean | undefined {
  const cost = answer.trim();
  if (cost === 'Unrestricted') return false;
  return cost === 'Fixed' || cost === 'Variable' ? true : undefined;
}
